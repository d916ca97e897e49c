package jsonata

import "strings"

// signature says what arguments a function takes, in the notation of the language: <s-n?:b>.
type signature struct {
	text   string
	params []param
}

// param is one parameter of a signature.
type param struct {
	accept  string // letters of the kinds it takes, with m for missing
	kind    string // the letter, or the choice in parentheses
	subtype string // of arrays and functions
	typed   bool   // a subtype is given
	context bool   // the context value stands in for it
	min     int
	many    bool
	lazy    bool // prefer to take nothing
}

// arrayOf names the items of arrays in errors.
var arrayOf = map[string]string{
	"a": "arrays", "b": "booleans", "f": "functions", "n": "numbers", "o": "objects", "s": "strings",
}

// parseSignature reads a signature. Like the reference it passes over what it does not know.
func parseSignature(text string) (*signature, error) {
	s := &signature{text: text}
	var spare param // what modifiers in front of the first parameter fall on
	last := &spare
	add := func(accept, kind string) {
		s.params = append(s.params, param{accept: accept, kind: kind, min: 1, context: len(s.params) == 0 && spare.context})
		last = &s.params[len(s.params)-1]
	}
	for i := 1; i < len(text) && text[i] != ':'; i++ {
		switch c := text[i]; c {
		case 's', 'n', 'b', 'l', 'o':
			add(string(c)+"m", string(c))
		case 'a', 'x':
			add("asnblfom", string(c))
		case 'f':
			add("f", "f")
		case 'j':
			add("asnblom", "j")
		case '-':
			last.context = true
			last.optional()
		case '?':
			last.optional()
		case '+':
			last.many = true
		case '(':
			end := closing(text, i, '(', ')')
			choice := text[min(i+1, end):end]
			if strings.Contains(choice, "<") {
				return nil, newError("S0402").at(i).with("value", choice)
			}
			add(choice+"m", "("+choice+")")
			i = end
		case '<':
			if last.kind != "a" && last.kind != "f" {
				return nil, newError("S0401").at(i).with("value", last.kind)
			}
			end := closing(text, i, '<', '>')
			last.subtype, last.typed = text[min(i+1, end):end], true
			i = end
		}
	}
	return s, nil
}

func (p *param) optional() {
	if p.min == 0 {
		p.lazy = true
	}
	p.min = 0
}

// closing finds the bracket that closes the one at position i, or the end.
func closing(text string, i int, open, shut byte) int {
	depth := 1
	for i++; i < len(text); i++ {
		switch text[i] {
		case shut:
			if depth--; depth == 0 {
				return i
			}
		case open:
			depth++
		}
	}
	return len(text)
}

// validate fits arguments to the parameters. It may return args itself.
func (s *signature) validate(args []any, context any) ([]any, error) {
	var buf [8]byte
	kinds := buf[:0]
	for _, a := range args {
		kinds = append(kinds, symbol(a))
	}
	var counts [8]int
	taken := counts[:]
	if len(s.params) > len(taken) {
		taken = make([]int, len(s.params))
	}
	if !s.match(0, kinds, taken) {
		return nil, s.mismatch(kinds, args)
	}
	if s.exact(taken, args, kinds) {
		return args, nil
	}
	return s.fit(taken, kinds, args, context)
}

// match gives each parameter as many arguments as it can have; taken receives the numbers.
func (s *signature) match(i int, kinds []byte, taken []int) bool {
	if i == len(s.params) {
		return len(kinds) == 0
	}
	p := &s.params[i]
	most := 0
	for most < len(kinds) && strings.IndexByte(p.accept, kinds[most]) >= 0 && (most == 0 || p.many) {
		most++
	}
	try := func(n int) bool {
		taken[i] = n
		return s.match(i+1, kinds[n:], taken)
	}
	if p.lazy {
		for n := p.min; n <= most; n++ {
			if try(n) {
				return true
			}
		}
		return false
	}
	for n := most; n >= p.min; n-- {
		if try(n) {
			return true
		}
	}
	return false
}

// exact tells whether the arguments can be passed as they are.
func (s *signature) exact(taken []int, args []any, kinds []byte) bool {
	for i := range s.params {
		if taken[i] != 1 {
			return false
		}
		if p := &s.params[i]; p.kind == "a" && (p.typed || kinds[i] != 'a' && kinds[i] != 'm') {
			return false
		}
	}
	return len(args) == len(s.params)
}

func (s *signature) fit(taken []int, kinds []byte, args []any, context any) ([]any, error) {
	out := make([]any, 0, len(s.params)+len(args))
	at := 0
	for i := range s.params {
		p := &s.params[i]
		var arg any = Undefined{}
		if at < len(args) {
			arg = args[at]
		}
		switch {
		case taken[i] == 0 && p.context:
			if strings.IndexByte(p.accept, symbol(context)) < 0 {
				return nil, newError("T0411").with("value", context).with("index", at+1)
			}
			out = append(out, context)
		case taken[i] == 0:
			out = append(out, arg)
			at++
		default:
			for range taken[i] {
				if p.kind == "a" {
					var err error
					if arg, err = p.array(args[at], kinds[at], taken[i], at); err != nil {
						return nil, err
					}
				}
				out = append(out, arg)
				at++
			}
		}
	}
	return out, nil
}

// array fits an argument to an array parameter: anything else becomes an array of one.
func (p *param) array(arg any, kind byte, run, at int) (any, error) {
	if kind == 'm' {
		return Undefined{}, nil
	}
	if p.typed {
		ok := kind == 'a' || run == 1 && string(kind) == p.subtype
		if items, is := elements(arg); is && len(items) > 0 {
			first := symbol(items[0])
			ok = p.subtype != "" && first == p.subtype[0]
			for _, v := range items {
				ok = ok && symbol(v) == first
			}
		}
		if !ok {
			err := newError("T0412").with("value", arg).with("index", at+1)
			if plural, known := arrayOf[p.subtype]; known {
				err.with("type", plural)
			}
			return nil, err
		}
	}
	if kind != 'a' {
		return []any{arg}, nil
	}
	return arg, nil
}

// mismatch finds the argument that does not fit.
func (s *signature) mismatch(kinds []byte, args []any) error {
	good := 0
	prefix := &signature{}
	for i := range s.params {
		prefix.params = s.params[:i+1]
		n, ok := prefix.longest(kinds)
		if !ok {
			break
		}
		good = n
	}
	err := newError("T0410").with("index", good+1)
	if good < len(args) {
		err.with("value", args[good])
	}
	return err
}

// longest is match for arguments of which any number at the end may be left over.
func (s *signature) longest(kinds []byte) (int, bool) {
	taken := make([]int, len(s.params))
	for n := len(kinds); n >= 0; n-- {
		if s.match(0, kinds[:n], taken) {
			return n, true
		}
	}
	return 0, false
}
