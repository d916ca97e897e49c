package codegen

import (
	"fmt"
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// condition is the condition of a rule: with the functions of package sfn, or as JSON.
func (w *stateWriter) condition(r asl.Rule) code {
	r.Next, r.Comment, r.Assign, r.Output = "", "", asl.Value{}, asl.Value{}
	if s, ok := r.Condition.Any().(string); ok && w.isJSONata() && plain(r) && r.Operator == "" && asl.IsExpression(s) {
		inner := asl.Expression(s)
		if inner != "" && s == "{% "+inner+" %}" {
			return call("sfn.JSONataCondition", quoted(inner))
		}
		if inner != "" {
			return call("sfn.JSONataCondition", quoted(s))
		}
	}
	if !w.isJSONata() && !r.Condition.IsSet() {
		if c, ok := w.rulePart(r); ok {
			return c
		}
	}
	return call("sfn.RawCondition", quoted(ordjson.String(ruleJSON(r))))
}

func plain(r asl.Rule) bool {
	return r.Extra.Len() == 0 && r.Variable == "" && r.And == nil && r.Or == nil && r.Not == nil
}

// ruleJSON is the JSON of one rule.
func ruleJSON(r asl.Rule) any {
	choices, _ := asl.StateJSON(&asl.Choice{Choices: []asl.Rule{r}}).Get("Choices")
	return choices.([]any)[0]
}

// rulePart writes a rule, or a part of one, with the functions of package sfn.
func (w *stateWriter) rulePart(r asl.Rule) (code, bool) {
	if r.Extra.Len() > 0 || r.Condition.IsSet() || r.Comment != "" || r.Assign.IsSet() || r.Output.IsSet() || r.Next != "" {
		return code{}, false
	}
	kinds := 0
	for _, is := range []bool{r.Operator != "", r.And != nil, r.Or != nil, r.Not != nil} {
		if is {
			kinds++
		}
	}
	if kinds != 1 || (r.Operator == "") != (r.Variable == "") {
		return code{}, false
	}
	switch {
	case r.And != nil:
		return w.combined("sfn.And", r.And)
	case r.Or != nil:
		return w.combined("sfn.Or", r.Or)
	case r.Not != nil:
		return w.combined("sfn.Not", []asl.Rule{*r.Not})
	}
	return w.comparison(r)
}

func (w *stateWriter) combined(function string, rules []asl.Rule) (code, bool) {
	parts := make([]code, len(rules))
	for i, r := range rules {
		part, ok := w.rulePart(r)
		if !ok {
			return code{}, false
		}
		parts[i] = part
	}
	c := call(function, parts...)
	if len(parts) > 1 {
		c.layout = group
	}
	return c, len(parts) > 0
}

func (w *stateWriter) comparison(r asl.Rule) (code, bool) {
	op, _ := asl.OperatorByName(r.Operator)
	name := "sfn." + strings.Replace(r.Operator, "Numeric", "Number", 1)
	if r.Variable[0] != '$' {
		return code{}, false
	}
	variable := quoted(r.Variable)
	switch op.Operand {
	case asl.OperandTest:
		holds, ok := r.Operand.(bool)
		name = "sfn." + r.Operator
		if !holds {
			name = "sfn.IsNot" + strings.TrimPrefix(r.Operator, "Is")
		}
		return call(name, variable), ok
	case asl.OperandPath:
		path, ok := r.Operand.(string)
		return call(name, variable, quoted(path)), ok && path != "" && path[0] == '$'
	case asl.OperandNumber:
		n, ok := ordjson.Float(r.Operand)
		return call(name, variable, text(floating(n))), ok && ordjson.Equal(n, r.Operand)
	case asl.OperandBoolean:
		is, ok := r.Operand.(bool)
		return call(name, variable, w.value(is, literally)), ok
	case asl.OperandTimestamp:
		moment, ok := w.moment(r.Operand)
		return call(name, variable, moment), ok
	}
	s, ok := r.Operand.(string)
	return call(name, variable, quoted(s)), ok
}

// moment writes a timestamp that a time.Time prints as.
func (w *stateWriter) moment(v any) (code, bool) {
	s, _ := v.(string)
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil || t.UTC().Format(time.RFC3339Nano) != s {
		return code{}, false
	}
	t = t.UTC()
	w.use("time")
	return text(fmt.Sprintf("time.Date(%d, %d, %d, %d, %d, %d, %d, time.UTC)",
		t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond())), true
}
