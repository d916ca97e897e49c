package validate

import "github.com/stepwise-go/stepwise/ordjson"

var ruleDepth = Rule{
	Code: "SW003", Name: "depth",
	Title: "values nest at most 1000 deep",
	Doc: `A value of the definition nests deeper than JSON can be read, or contains itself, which a program can build but no
text can hold. Nothing else is looked at then.`,
	check: func(*run) {}, // done before all other rules
}

// maxNesting is how deep values may nest. It is also where walks through values end.
const maxNesting = ordjson.MaxDepth

// tooDeep tells whether a value nests deeper than that.
func tooDeep(v any, depth int) bool {
	if depth > maxNesting {
		return true
	}
	switch v := v.(type) {
	case *ordjson.Object:
		for _, child := range v.All() {
			if tooDeep(child, depth+1) {
				return true
			}
		}
	case []any:
		for _, child := range v {
			if tooDeep(child, depth+1) {
				return true
			}
		}
	}
	return false
}
