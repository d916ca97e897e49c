package validate

import (
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/asl"
)

var ruleTimestamp = Rule{
	Code: "SW208", Name: "timestamp", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "a Timestamp is in the form of RFC 3339, with a T and a time zone",
	Doc: `A moment is written 2024-08-18T17:33:00Z: a capital T between date and time, and a Z or an offset such as
+01:00 at the end. So it is in Wait states and in the Timestamp operators of choice rules. A JSONata expression in its
place is for JSONata states only.

https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html`,
	Wrong: `
"Wait": {"Type": "Wait", "Timestamp": "2024-08-18T17:33:00", "End": true}`,
	Right: `
"Wait": {"Type": "Wait", "Timestamp": "2024-08-18T17:33:00Z", "End": true}`,
	check: func(r *run) {
		for _, p := range r.places {
			if w, ok := p.State.(*asl.Wait); ok && w.Timestamp != "" {
				if p.Language != asl.JSONata || !asl.IsExpression(w.Timestamp) {
					r.timestamp(p, "/Timestamp", w.Timestamp)
				}
			}
		}
		for i := range r.parts {
			p := &r.parts[i]
			rule, ok := p.value.(*asl.Rule)
			if !ok || rule.Operator == "" {
				continue
			}
			if op, _ := asl.OperatorByName(rule.Operator); op.Operand == asl.OperandTimestamp {
				if s, ok := rule.Operand.(string); ok {
					r.timestamp(p.place, p.pointer[len(p.place.Pointer):]+"/"+rule.Operator, s)
				}
			}
		}
	},
}

func (r *run) timestamp(p *asl.Place, pointer, value string) {
	if hasToken(value) {
		return
	}
	if _, err := time.Parse(time.RFC3339, value); err == nil && strings.Contains(value, "T") {
		return
	}
	f := r.at(p, pointer).say(msgTimestamp, value).aws("String does not match RFC3339 timestamp")
	if asl.IsExpression(value) {
		f.fix(fixExprInJSONPath)
		return
	}
	f.fix(fixTimestamp)
}
