package sfn

// exprType is the type of the values that are compared.
type exprType string

const (
	typeUnknown   exprType = ""
	typeString    exprType = "string"
	typeNumber    exprType = "number"
	typeBoolean   exprType = "boolean"
	typeTimestamp exprType = "timestamp"
	typeNull      exprType = "null"
)

// exprTypes are the words that give a path a type.
var exprTypes = map[string]exprType{
	"string": typeString, "number": typeNumber, "boolean": typeBoolean, "timestamp": typeTimestamp,
}

// exprPrefixes are what the operators of Choice rules begin with.
var exprPrefixes = map[exprType]string{
	typeString: "String", typeNumber: "Numeric", typeBoolean: "Boolean", typeTimestamp: "Timestamp",
}

// exprTests are the tests, with their JSONata: what the path is put into, and what follows if the
// test has to hold, or not to.
var exprTests = map[string]struct{ before, holds, fails string }{
	"IsPresent":   {"$exists(", ")", ")"},
	"IsNull":      {"", " = null", " != null"},
	"IsBoolean":   {"$type(", `) = "boolean"`, `) != "boolean"`},
	"IsNumeric":   {"$type(", `) = "number"`, `) != "number"`},
	"IsString":    {"$type(", `) = "string"`, `) != "string"`},
	"IsTimestamp": {"$contains($string(", `), /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/)`, ""},
}

var exprFunctions = []string{
	"isPresent", "isNull", "isBoolean", "isNumeric", "isString", "isTimestamp",
	"isNotPresent", "isNotNull", "isNotBoolean", "isNotNumeric", "isNotString", "isNotTimestamp",
	"string", "number", "boolean", "timestamp",
}

var exprOperators = map[string]bool{"==": true, "!=": true, "<": true, "<=": true, ">": true, ">=": true, "matches": true}

// exprFlipped are the operators when both sides change places.
var exprFlipped = map[string]string{"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}

// exprNames are the operators in the names of Choice rules.
var exprNames = map[string]string{
	"==": "Equals", "!=": "Equals", "<": "LessThan", "<=": "LessThanEquals", ">": "GreaterThan", ">=": "GreaterThanEquals",
}
