package intrinsic

const page = "https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html"

// Limits of the service.
const (
	MaxRange      = 1000  // elements that States.ArrayRange may give
	MaxCharacters = 10000 // characters that States.Hash, Base64Encode and Base64Decode take
	MaxCalls      = 10    // functions in one field, nested ones included
)

// functions declares every intrinsic function. The documentation, the validator, the typed builders
// and Eval read this table.
var functions = []Function{
	{
		Name: "States.Array", Params: []Param{{Name: "values", Repeated: true}}, Result: Array,
		Doc: "an array of its arguments", URL: page + "#asl-intrsc-func-arrays", run: array,
	},
	{
		Name: "States.ArrayPartition", Params: []Param{{Name: "array", Type: Array}, {Name: "size", Type: Number}}, Result: Array,
		Doc:    "the array cut into arrays of size elements; the last may be shorter",
		Limits: "size must be greater than zero", URL: page + "#asl-intrsc-func-arrays", run: arrayPartition,
	},
	{
		Name: "States.ArrayContains", Params: []Param{{Name: "array", Type: Array}, {Name: "value"}}, Result: Boolean,
		Doc: "whether an element of the array equals the value", URL: page + "#asl-intrsc-func-arrays", run: arrayContains,
	},
	{
		Name:   "States.ArrayRange",
		Params: []Param{{Name: "first", Type: Number}, {Name: "last", Type: Number}, {Name: "step", Type: Number}}, Result: Array,
		Doc:    "the numbers from first to last, both included, step apart",
		Limits: "step must not be zero; at most 1000 elements", URL: page + "#asl-intrsc-func-arrays", run: arrayRange,
	},
	{
		Name: "States.ArrayGetItem", Params: []Param{{Name: "array", Type: Array}, {Name: "index", Type: Number}}, Result: Any,
		Doc: "the element at the index, counted from 0", Limits: "the index must exist",
		URL: page + "#asl-intrsc-func-arrays", run: arrayGetItem,
	},
	{
		Name: "States.ArrayLength", Params: []Param{{Name: "array", Type: Array}}, Result: Number,
		Doc: "the number of elements", URL: page + "#asl-intrsc-func-arrays", run: arrayLength,
	},
	{
		Name: "States.ArrayUnique", Params: []Param{{Name: "array", Type: Array}}, Result: Array,
		Doc: "the array without the elements that stood before", URL: page + "#asl-intrsc-func-arrays", run: arrayUnique,
	},
	{
		Name: "States.Base64Encode", Params: []Param{{Name: "data", Type: String}}, Result: String,
		Doc: "the UTF-8 bytes of the string in Base64", Limits: "at most 10,000 characters",
		URL: page + "#asl-intrsc-func-data-encode-decode", run: base64Encode,
	},
	{
		Name: "States.Base64Decode", Params: []Param{{Name: "data", Type: String}}, Result: String,
		Doc: "the string whose UTF-8 bytes the Base64 text stands for", Limits: "at most 10,000 characters",
		URL: page + "#asl-intrsc-func-data-encode-decode", run: base64Decode,
	},
	{
		Name: "States.Hash", Params: []Param{{Name: "data"}, {Name: "algorithm", Type: String}}, Result: String,
		Doc:    "the hash of the data in hexadecimal digits; the algorithm is MD5, SHA-1, SHA-256, SHA-384 or SHA-512",
		Limits: "at most 10,000 characters", URL: page + "#asl-intrsc-func-hash-calc", run: hashOf,
	},
	{
		Name:   "States.JsonMerge",
		Params: []Param{{Name: "first", Type: Object}, {Name: "second", Type: Object}, {Name: "deep", Type: Boolean}}, Result: Object,
		Doc:    "the members of both objects; of a member in both the second's value",
		Limits: "deep must be false", URL: page + "#asl-intrsc-func-json-manipulate", run: jsonMerge,
	},
	{
		Name: "States.StringToJson", Params: []Param{{Name: "text", Type: String}}, Result: Any,
		Doc: "the value that the JSON text stands for; null for a blank text",
		URL: page + "#asl-intrsc-func-json-manipulate", run: stringToJSON,
	},
	{
		Name: "States.JsonToString", Params: []Param{{Name: "value"}}, Result: String,
		Doc: "the value as JSON text", URL: page + "#asl-intrsc-func-json-manipulate", run: jsonToString,
	},
	{
		Name:   "States.MathRandom",
		Params: []Param{{Name: "start", Type: Number}, {Name: "end", Type: Number}, {Name: "seed", Type: Number, Optional: true}}, Result: Number,
		Doc:    "a random whole number from start up to, not including, end; the same one for the same seed",
		Limits: "start must be less than end", URL: page + "#asl-intrsc-func-math-operation", run: mathRandom,
	},
	{
		Name: "States.MathAdd", Params: []Param{{Name: "a", Type: Number}, {Name: "b", Type: Number}}, Result: Number,
		Doc: "the sum of the arguments, each rounded to the nearest whole number, halves up",
		URL: page + "#asl-intrsc-func-math-operation", run: mathAdd,
	},
	{
		Name: "States.StringSplit", Params: []Param{{Name: "text", Type: String}, {Name: "splitters", Type: String}}, Result: Array,
		Doc: "the parts of the text between the splitters, each character of which splits; empty parts are left out",
		URL: page + "#asl-intrsc-func-string-operation", run: stringSplit,
	},
	{
		Name: "States.UUID", Result: String,
		Doc: "a random UUID of version 4", URL: page + "#asl-intrsc-func-uuid-generate", run: uuid,
	},
	{
		Name: "States.Format", Params: []Param{{Name: "template", Type: String}, {Name: "values", Repeated: true}}, Result: String,
		Doc:    "the template with each {} replaced by the next value",
		Limits: "as many values as {}", URL: page + "#asl-intrsc-func-generic", run: format,
	},
}

// Functions returns all intrinsic functions, in the order of the developer guide.
func Functions() []Function { return append([]Function(nil), functions...) }

// Lookup returns the function of that name, such as States.Format, and whether there is one.
func Lookup(name string) (Function, bool) {
	for i := range functions {
		if functions[i].Name == name {
			return functions[i], true
		}
	}
	return Function{}, false
}
