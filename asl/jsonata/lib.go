package jsonata

import "sync"

// builtin is one line of the table of built-in functions. The arity is what callers such as $map go by,
// the number of parameters what partial application goes by; both are the reference's.
type builtin struct {
	name      string
	signature string
	arity     int
	params    int
	native    func(c Call, args []any) (any, error)
}

func builtinTable() []builtin {
	return []builtin{
		{"sum", "<a<n>:n>", 1, 1, libSum},
		{"count", "<a:n>", 1, 1, libCount},
		{"max", "<a<n>:n>", 1, 1, libMax},
		{"min", "<a<n>:n>", 1, 1, libMin},
		{"average", "<a<n>:n>", 1, 1, libAverage},
		{"string", "<x-b?:s>", 1, 2, libString},
		{"substring", "<s-nn?:s>", 3, 3, libSubstring},
		{"substringBefore", "<s-s:s>", 2, 2, libSubstringBefore},
		{"substringAfter", "<s-s:s>", 2, 2, libSubstringAfter},
		{"lowercase", "<s-:s>", 1, 1, libLowercase},
		{"uppercase", "<s-:s>", 1, 1, libUppercase},
		{"length", "<s-:n>", 1, 1, libLength},
		{"trim", "<s-:s>", 1, 1, libTrim},
		{"pad", "<s-ns?:s>", 3, 3, libPad},
		{"match", "<s-f<s:o>n?:a<o>>", 3, 3, libMatch},
		{"contains", "<s-(sf):b>", 2, 2, libContains},
		{"replace", "<s-(sf)(sf)n?:s>", 4, 4, libReplace},
		{"split", "<s-(sf)n?:a<s>>", 3, 3, libSplit},
		{"join", "<a<s>s?:s>", 2, 2, libJoin},
		{"formatNumber", "<n-so?:s>", 3, 3, libFormatNumber},
		{"formatBase", "<n-n?:s>", 2, 2, libFormatBase},
		{"formatInteger", "<n-s:s>", 2, 2, libFormatInteger},
		{"parseInteger", "<s-s:n>", 2, 2, libParseInteger},
		{"number", "<(nsb)-:n>", 1, 1, libNumber},
		{"floor", "<n-:n>", 1, 1, libFloor},
		{"ceil", "<n-:n>", 1, 1, libCeil},
		{"round", "<n-n?:n>", 2, 2, libRound},
		{"abs", "<n-:n>", 1, 1, libAbs},
		{"sqrt", "<n-:n>", 1, 1, libSqrt},
		{"power", "<n-n:n>", 2, 2, libPower},
		{"random", "<:n>", 0, 1, libRandom},
		{"boolean", "<x-:b>", 1, 1, libBoolean},
		{"not", "<x-:b>", 1, 1, libNot},
		{"map", "<af>", 2, 2, libMap},
		{"zip", "<a+>", 0, 1, libZip},
		{"filter", "<af>", 2, 2, libFilter},
		{"single", "<af?>", 2, 2, libSingle},
		{"reduce", "<afj?:j>", 3, 3, libReduce},
		{"sift", "<o-f?:o>", 2, 2, libSift},
		{"keys", "<x-:a<s>>", 1, 1, libKeys},
		{"lookup", "<x-s:x>", 2, 2, libLookup},
		{"append", "<xx:a>", 2, 2, libAppend},
		{"exists", "<x:b>", 1, 1, libExists},
		{"spread", "<x-:a<o>>", 1, 1, libSpread},
		{"merge", "<a<o>:o>", 1, 1, libMerge},
		{"reverse", "<a:a>", 1, 1, libReverse},
		{"each", "<o-f:a>", 2, 2, libEach},
		{"error", "<s?:x>", 1, 1, libError},
		{"assert", "<bs?:x>", 2, 2, libAssert},
		{"type", "<x:s>", 1, 1, libType},
		{"sort", "<af?:a>", 2, 2, libSort},
		{"shuffle", "<a:a>", 1, 1, libShuffle},
		{"distinct", "<x:x>", 1, 1, libDistinct},
		{"base64encode", "<s-:s>", 1, 1, libBase64Encode},
		{"base64decode", "<s-:s>", 1, 1, libBase64Decode},
		{"encodeUrlComponent", "<s-:s>", 1, 1, libEncodeURLComponent},
		{"encodeUrl", "<s-:s>", 1, 1, libEncodeURL},
		{"decodeUrlComponent", "<s-:s>", 1, 1, libDecodeURLComponent},
		{"decodeUrl", "<s-:s>", 1, 1, libDecodeURL},
		{"eval", "<sx?:x>", 2, 2, libEval},
		{"toMillis", "<s-s?:n>", 2, 2, libToMillis},
		{"fromMillis", "<n-s?s?:s>", 3, 3, libFromMillis},
		{"clone", "<(oa)-:o>", 1, 1, libClone},
		{"now", "<s?s?:s>", 2, 2, libNow},
		{"millis", "<:n>", 0, 1, libMillis},
	}
}

var (
	builtinOnce sync.Once
	builtinMap  map[string]*Function
)

// builtinNamed returns a built-in function, or nil.
func builtinNamed(name string) *Function {
	builtinOnce.Do(func() {
		table := builtinTable()
		builtinMap = make(map[string]*Function, len(table))
		for _, b := range table {
			builtinMap[b.name] = &Function{
				name: b.name, sig: mustSignature(b.signature), arity: b.arity, params: b.params, native: b.native,
			}
		}
	})
	return builtinMap[name]
}

// BuiltinNames returns the names of the functions that every expression can call, without the $, in no order.
func BuiltinNames() []string {
	builtinNamed("")
	names := make([]string, 0, len(builtinMap))
	for name := range builtinMap {
		names = append(names, name)
	}
	return names
}

// mustSignature reads a signature of this package's own.
func mustSignature(text string) *signature {
	s, err := parseSignature(text)
	if err != nil {
		panic(err)
	}
	return s
}

// argument returns an argument, Undefined if there is none.
func argument(args []any, i int) any {
	if i < len(args) {
		return args[i]
	}
	return Undefined{}
}

// textArg returns an argument that is a string; the others are missing, as the signature made sure.
func textArg(args []any, i int) (string, bool) {
	s, ok := argument(args, i).(string)
	return s, ok
}

func numberArg(args []any, i int) (float64, bool) { return number(argument(args, i)) }

// badArgument is the error where JavaScript would raise an internal one.
func badArgument(name string) *Error { return newError(codeArgument).token(name) }
