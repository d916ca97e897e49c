package recognize

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/codegen"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/tasks"
)

// goValue is the value of a parameter as one would write it in Go: with Expressions in the place of paths.
func goValue(v any, language asl.QueryLanguage) any {
	switch t := v.(type) {
	case string:
		if language == asl.JSONata {
			if inner := asl.Expression(t); inner != t && inner != "" && t == "{% "+inner+" %}" {
				return sfn.JSONata(inner)
			}
		}
		return t
	case []any:
		out := make([]any, len(t))
		for i, e := range t {
			out[i] = goValue(e, language)
		}
		return out
	case *ordjson.Object:
		return goObject(t, language)
	}
	return v
}

func goObject(o *ordjson.Object, language asl.QueryLanguage) map[string]any {
	out := make(map[string]any, o.Len())
	for k, v := range o.All() {
		path, isText := v.(string)
		base, isPath := strings.CutSuffix(k, ".$")
		if language != asl.JSONata && isText && isPath && path != "" && !o.Has(base) && !strings.HasSuffix(base, ".$") {
			out[base] = sfn.At(path)
			continue
		}
		out[k] = goValue(v, language)
	}
	return out
}

// attribute are the functions that make a DynamoDB attribute value, by its type.
var attribute = map[string]struct {
	name string
	make func(any) tasks.AttributeValue
}{
	"S": {"DynamoString", func(v any) tasks.AttributeValue { return tasks.DynamoString(v) }},
	"N": {"DynamoNumber", tasks.DynamoNumber}, "B": {"DynamoBinary", tasks.DynamoBinary},
	"BOOL": {"DynamoBool", func(v any) tasks.AttributeValue { return tasks.DynamoBool(v) }},
	"SS":   {"DynamoStringSet", tasks.DynamoStringSet}, "NS": {"DynamoNumberSet", tasks.DynamoNumberSet},
	"BS": {"DynamoBinarySet", tasks.DynamoBinarySet},
}

// attributes turns {"id": {"S": "x"}} into attribute values. The printed form has the calls that make
// them. It is false for a type that needs more than that.
func attributes(v any, printed bool) (map[string]any, bool) {
	o, ok := v.(map[string]any)
	out := make(map[string]any, len(o))
	for k, e := range o {
		typed, isTyped := e.(map[string]any)
		if !isTyped || len(typed) != 1 {
			return nil, false
		}
		for kind, value := range typed {
			a, known := attribute[kind]
			switch {
			case kind == "NULL" && value == true && printed:
				out[k] = codegen.Call{Function: "tasks.DynamoNull"}
			case kind == "NULL" && value == true:
				out[k] = tasks.DynamoNull()
			case !known:
				return nil, false
			case printed:
				out[k] = codegen.Call{Function: "tasks." + a.name, Args: []any{value}}
			default:
				out[k] = a.make(value)
			}
		}
	}
	return out, ok
}
