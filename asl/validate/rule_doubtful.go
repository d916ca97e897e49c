package validate

import (
	"errors"

	"github.com/stepwise-go/stepwise/asl/intrinsic"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/ordjson"
)

var ruleDoubtful = Rule{
	Code: "SW314", Name: "doubtful", Severity: warning,
	Title: "paths and intrinsic calls do what they say",
	Doc: `AWS accepts some paths and calls that then fail, or do something else than their author meant: States.Format with more
or fewer arguments than {} in its text, a range with a step of 0, more than ten functions in one field, functions such as
length() in a path, which Step Functions does not have. Calls of which all arguments are fixed are tried out.

https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html`,
	Wrong: `
"First": {"Type": "Pass", "Parameters": {"text.$": "States.Format('{} of {}', $.count)"}, "End": true}`,
	Right: `
"First": {"Type": "Pass", "Parameters": {"text.$": "States.Format('{} of {}', $.count, $.total)"}, "End": true}`,
	check: func(r *run) {
		for u := range r.usesWith(func(t *reading) bool {
			return t.err == nil && !hasToken(t.text) && (len(t.notes()) > 0 || t.expr.Call() != nil)
		}) {
			for _, n := range u.notes() {
				r.use(u).say(msgDoubtful, n.Message).detail(whyColumn, n.Column).fix(fixDoubtful)
			}
			if u.expr.Call() == nil {
				continue
			}
			u.expr.Call().Walk(func(c *intrinsic.Call) {
				if message := fails(c); message != "" {
					r.use(u).say(msgCallFails, c, message).fix(fixDoubtful)
				}
			})
		}
	},
}

func (t *reading) notes() []jsonpath.Note {
	if t.path != nil {
		return t.path.Notes()
	}
	return t.expr.Notes()
}

// fails tries out a call and says why it fails, "" if it does not or if that cannot be known.
func fails(c *intrinsic.Call) string {
	args := c.Args()
	if i, ok := notZero[c.Function().Name]; ok && i < len(args) && args[i].Path == nil && args[i].Call == nil {
		if n, number := ordjson.Float(args[i].Value); number && n == 0 {
			return text(msgArgumentZero, []any{i + 1})
		}
	}
	for _, a := range args {
		if a.Call != nil || a.Path != nil {
			return ""
		}
	}
	_, err := c.Eval(&intrinsic.Env{Rand: func() float64 { return 0 }})
	var e *intrinsic.Error
	if errors.As(err, &e) {
		return sentence(e.Message)
	}
	return ""
}

// notZero are the arguments that must not be 0, by function, counted from 0.
var notZero = map[string]int{"States.ArrayPartition": 1, "States.ArrayRange": 2}
