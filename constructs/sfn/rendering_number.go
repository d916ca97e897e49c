package sfn

import (
	"encoding/json"
	"math"
	"reflect"
	"strconv"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/origin"
	"github.com/stepwise-go/stepwise/ordjson"
)

// numeral is what a field of a number was given: one of these, or nothing.
type numeral struct {
	n     any    // int64 or float64
	token string // the text of a number that is known only at deployment
	expr  string // JSONata with its delimiters, or a path
}

// seconds renders a field that is a number of seconds: as the field itself, or as its ...Path twin.
func (r *rendering) seconds(field string, v Seconds) (literal asl.Int, path string) {
	if v == nil {
		return asl.Int{}, ""
	}
	if d, ok := deref(v).(time.Duration); ok {
		return asl.IntOf(r.wholeSeconds("/"+field, field, d, origin.Origin{})), ""
	}
	return r.integer(field, v)
}

// wholeSeconds turns a duration into seconds.
func (r *rendering) wholeSeconds(pointer, field string, d time.Duration, at origin.Origin) int64 {
	if d%time.Second != 0 {
		r.problem(pointer, at, notWholeSeconds(field, d))
	}
	return int64(d / time.Second)
}

// integer renders a field that is a whole number: as the field itself, or as its ...Path twin.
func (r *rendering) integer(field string, v Number) (literal asl.Int, path string) {
	n := r.number(field, "a whole number", v)
	switch {
	case n.expr != "" && r.jsonata():
		return asl.IntExpr(n.expr), ""
	case n.expr != "":
		return asl.Int{}, n.expr
	case n.token != "":
		return asl.IntToken(n.token), ""
	}
	switch t := n.n.(type) {
	case int64:
		return asl.IntOf(t), ""
	case float64:
		const exact = 1 << 53
		if t == math.Trunc(t) && math.Abs(t) <= exact {
			return asl.IntOf(int64(t)), ""
		}
		r.problem("/"+field, origin.Origin{}, wrongKind(field, "a whole number", t))
	}
	return asl.Int{}, ""
}

// decimal renders a field that is any number: as the field itself, or as its ...Path twin.
func (r *rendering) decimal(field string, v Number) (literal asl.Float, path string) {
	n := r.number(field, "a number", v)
	switch {
	case n.expr != "" && r.jsonata():
		return asl.FloatExpr(n.expr), ""
	case n.expr != "":
		return asl.Float{}, n.expr
	case n.token != "":
		return asl.FloatToken(n.token), ""
	}
	switch t := n.n.(type) {
	case int64:
		return asl.FloatOf(float64(t)), ""
	case float64:
		return asl.FloatOf(t), ""
	}
	return asl.Float{}, ""
}

func (r *rendering) number(field, want string, v Number) numeral {
	wrong := func() numeral {
		r.problem("/"+field, origin.Origin{}, wrongKind(field, want, deref(v)))
		return numeral{}
	}
	switch t := deref(v).(type) {
	case nil:
		return numeral{}
	case Expression:
		return numeral{expr: r.expression(field, t)}
	case json.Number:
		if n, ok := ordjson.Int(t); ok {
			return numeral{n: n}
		}
		if n, ok := ordjson.Float(t); ok {
			return numeral{n: n}
		}
		return wrong()
	case string:
		switch {
		case asl.IsExpression(t):
			return numeral{expr: r.expression(field, JSONata(t))}
		case HasToken(t):
			return numeral{token: t}
		}
		return wrong()
	default:
		rv := reflect.ValueOf(t)
		switch {
		case rv.CanInt():
			return numeral{n: rv.Int()}
		case rv.CanUint() && rv.Uint() <= math.MaxInt64:
			return numeral{n: int64(rv.Uint())}
		case rv.CanFloat():
			f := rv.Float()
			if IsNumberToken(f) {
				return numeral{token: strconv.FormatFloat(f, 'g', -1, 64)}
			}
			if math.IsNaN(f) || math.IsInf(f, 0) {
				return wrong()
			}
			return numeral{n: f}
		}
		return wrong()
	}
}

// expression renders an expression that is a whole field.
func (r *rendering) expression(field string, e Expression) string {
	p := r.payloads()
	p.trail = append(p.trail, field)
	out := p.expression(e)
	r.take(p.problems)
	return out
}
