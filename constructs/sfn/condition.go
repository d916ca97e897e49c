package sfn

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// Condition is the condition of a Choice rule. StringEquals and its neighbours make conditions on
// JSONPaths, JSONataCondition makes one of JSONata, Expr reads a short notation for either. And, Or
// and Not combine them.
type Condition struct {
	rule    asl.Rule // JSONPath, without Next
	jsonata string   // JSONata, without delimiters
	text    string   // the JSONata with the delimiters, if it was given so
	raw     bool     // the rule is JSON of either language
	faults  []diag.Diagnostic
}

// render writes the condition by the language of the Choice.
func (c Condition) render(r *rendering, pointer string, at origin.Origin) asl.Rule {
	for _, f := range c.faults {
		r.problem(pointer, at, f)
	}
	if len(c.faults) > 0 {
		return asl.Rule{}
	}
	if c.raw {
		return c.rule
	}
	if c.zero() {
		r.problem(pointer, at, noCondition())
		return asl.Rule{}
	}
	if r.jsonata() {
		if c.text != "" {
			return asl.Rule{Condition: asl.ValueOf(c.text)}
		}
		if c.jsonata == "" {
			r.problem(pointer, at, conditionLanguage("JSONPath", "JSONata"))
		}
		return asl.Rule{Condition: asl.ValueOf("{% " + c.jsonata + " %}")}
	}
	if c.empty() {
		r.problem(pointer, at, conditionLanguage("JSONata", "JSONPath"))
	}
	return c.rule
}

// zero tells whether nothing is said, in either language.
func (c Condition) zero() bool { return c.empty() && c.jsonata == "" && len(c.faults) == 0 }

// empty tells whether nothing is said in JSONPath.
func (c Condition) empty() bool {
	return !c.raw && c.rule.Operator == "" && c.rule.And == nil && c.rule.Or == nil && c.rule.Not == nil
}
