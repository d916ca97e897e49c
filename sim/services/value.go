package services

import (
	"bytes"
	"encoding/base64"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

// attribute is a typed value of DynamoDB: an object such as {"S": "text"}. It is never changed once it
// is in a table. Sets are sorted and numbers in their shortest form, so that equal values are equal JSON.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
type attribute = *ordjson.Object

// apart returns the type and the value of an attribute; the type is "" if there is none.
func apart(a attribute) (kind string, value any) {
	if a.Len() != 1 {
		return "", nil
	}
	m := a.At(0)
	return m.Key, m.Value
}

// numberForm keeps exponents small: DynamoDB's numbers go up to 1E+126.
var numberForm = regexp.MustCompile(`^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$`)

func parseNumber(s string) (*big.Rat, bool) {
	if len(s) > 200 || !numberForm.MatchString(s) {
		return nil, false
	}
	return new(big.Rat).SetString(s)
}

func formatNumber(r *big.Rat) string {
	if r.IsInt() {
		return r.Num().String()
	}
	return strings.TrimRight(r.FloatString(1200), "0")
}

// normal checks a typed value and brings it into its one form. The problem is "" if it is right.
func normal(v any) (a attribute, problem string, wrongType string) {
	o, _ := v.(*ordjson.Object)
	kind, value := apart(o)
	text, isText := value.(string)
	list, isList := value.([]any)
	switch kind {
	case "S", "B":
		if !isText {
			return nil, "", kind
		}
		return object(kind, text), "", ""
	case "N":
		if !isText {
			return nil, "", kind
		}
		n, ok := parseNumber(text)
		if !ok {
			return nil, msgNumber, ""
		}
		return object("N", formatNumber(n)), "", ""
	case "BOOL", "NULL":
		if _, ok := value.(bool); !ok {
			return nil, "", kind
		}
		return object(kind, value), "", ""
	case "SS", "NS", "BS":
		if !isList {
			return nil, "", kind
		}
		return normalSet(kind, list)
	case "L":
		if !isList {
			return nil, "", kind
		}
		out := make([]any, len(list))
		for i, e := range list {
			if out[i], problem, wrongType = normal(e); problem+wrongType != "" {
				return nil, problem, wrongType
			}
		}
		return object("L", out), "", ""
	case "M":
		fields, ok := value.(*ordjson.Object)
		if !ok {
			return nil, "", kind
		}
		out, problem, wrongType := normalItem(fields)
		return object("M", out), problem, wrongType
	}
	return nil, msgValueType, ""
}

func normalSet(kind string, list []any) (attribute, string, string) {
	var texts []string
	for _, e := range list {
		one, problem, wrong := normal(object(kind[:1], e))
		if problem+wrong != "" {
			return nil, problem, wrong
		}
		_, v := apart(one)
		texts = append(texts, v.(string))
	}
	if len(texts) == 0 {
		return nil, msgValueType, ""
	}
	return set(kind, texts), "", ""
}

// set makes a set of its elements.
func set(kind string, texts []string) attribute {
	slices.SortFunc(texts, func(a, b string) int {
		n, _ := compare(object(kind[:1], a), object(kind[:1], b))
		return n
	})
	out := []any{}
	for _, t := range slices.Compact(texts) {
		out = append(out, t)
	}
	return object(kind, out)
}

func normalItem(o *ordjson.Object) (*ordjson.Object, string, string) {
	out := &ordjson.Object{}
	for name, v := range o.All() {
		a, problem, wrong := normal(v)
		if problem+wrong != "" {
			return nil, problem, wrong
		}
		out.Set(name, a)
	}
	return out, "", ""
}

// item reads an item or a key of a call.
func (r *request) item(field string) (*ordjson.Object, error) {
	o := r.object(field)
	if o == nil {
		return nil, r.invalid(msgNull, strings.ToLower(field[:1])+field[1:])
	}
	out, problem, wrong := normalItem(o)
	if wrong != "" {
		return nil, sim.Fail(sim.ErrorRuntime, "The value for the field '"+wrong+"' in "+field+" does not fit its type; numbers are texts: {\"N\": \"1\"}")
	}
	if problem != "" {
		return nil, r.invalid("%s", problem)
	}
	return out, nil
}

// compare orders two values of one type that has an order.
func compare(a, b attribute) (int, bool) {
	kind, x := apart(a)
	other, y := apart(b)
	if kind != other {
		return 0, false
	}
	s, _ := x.(string)
	t, _ := y.(string)
	switch kind {
	case "S":
		return strings.Compare(s, t), true
	case "N":
		n, ok := parseNumber(s)
		m, fine := parseNumber(t)
		if !ok || !fine {
			return 0, false
		}
		return n.Cmp(m), true
	case "B":
		return bytes.Compare(binary64(s), binary64(t)), true
	}
	return 0, false
}

func binary64(s string) []byte {
	b, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		return []byte(s)
	}
	return b
}

func numberAttribute(n int) attribute { return object("N", strconv.Itoa(n)) }
