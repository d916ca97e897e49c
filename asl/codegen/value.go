package codegen

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// as says how the strings of a value are meant.
type as uint8

const (
	literally as = iota // as they are
	jsonPath            // members ending in ".$" are paths
	jsonata             // "{% ... %}" is an expression
)

// field is the value of a field that may hold any JSON.
func (f *file) field(v any, mode as) code {
	if v == nil {
		return text("sfn.Null")
	}
	return f.value(v, mode)
}

// value is the Go form of a JSON value.
func (f *file) value(v any, mode as) code {
	switch t := v.(type) {
	case nil:
		return text("nil")
	case bool:
		if t {
			return text("true")
		}
		return text("false")
	case string:
		return f.text(t, mode)
	case []any:
		return f.list(t, mode)
	case *ordjson.Object:
		return f.object(t, mode)
	}
	return f.number(v)
}

func (f *file) text(s string, mode as) code {
	if mode == jsonata {
		if inner := asl.Expression(s); inner != s && inner != "" && s == "{% "+inner+" %}" {
			return call("sfn.JSONata", quoted(inner))
		}
	}
	return quoted(s)
}

func (f *file) list(list []any, mode as) code {
	allText := len(list) > 0
	items := make([]code, len(list))
	for i, e := range list {
		s, isText := e.(string)
		allText = allText && isText && !(mode == jsonata && asl.IsExpression(s))
		items[i] = f.value(e, mode)
	}
	if allText {
		return composite("[]string", items...)
	}
	return composite("[]any", items...)
}

func (f *file) object(o *ordjson.Object, mode as) code {
	items := make([]code, 0, o.Len())
	for key, v := range o.All() {
		if mode == jsonPath {
			if base, path, ok := pathMember(o, key, v); ok {
				items = append(items, pair(quote(base), f.expression(path)))
				continue
			}
		}
		items = append(items, pair(quote(key), f.value(v, mode)))
	}
	return composite("map[string]any", items...)
}

// pathMember takes a member "x.$": "$.y" apart, unless there is an "x" too.
func pathMember(o *ordjson.Object, key string, v any) (base, path string, ok bool) {
	base, isPath := strings.CutSuffix(key, ".$")
	path, isText := v.(string)
	if !isPath || !isText || path == "" || o.Has(base) || strings.HasSuffix(base, ".$") {
		return "", "", false
	}
	return base, path, true
}

// exact is the largest number up to which every whole number is a float64.
const exact = 1 << 53

// floating is the constant of a number. A whole one that is large has an exponent, or it would be taken for
// an int, which may be too small for it.
func floating(n float64) string {
	if math.Abs(n) < exact {
		return ordjson.FormatFloat(n)
	}
	return strconv.FormatFloat(n, 'e', -1, 64)
}

func (f *file) number(v any) code {
	n, ok := ordjson.Float(v)
	if ok && math.Abs(n) < exact {
		return text(ordjson.String(v))
	}
	if _, isFloat := v.(float64); isFloat {
		return text(floating(n))
	}
	f.use("encoding/json")
	number, _ := v.(json.Number)
	return call("json.Number", quoted(string(number)))
}
