package sfn_test

import (
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

func buildExpr(text string, language asl.QueryLanguage) (*asl.Choice, diag.List) {
	choice := sfn.NewChoice("C").When(sfn.Expr(text), sfn.NewSucceed("S")).Otherwise(sfn.NewFail("F"))
	d, err := sfn.Build(choice, sfn.MachineProps{QueryLanguage: language})
	if err != nil {
		return nil, problems(err)
	}
	return d.ASL().States.Get("C").(*asl.Choice), nil
}

func TestExpr(t *testing.T) {
	sections(t, "testdata/expr.txtar", func(t *testing.T, text string) string {
		var b strings.Builder
		choice, faults := buildExpr(text, asl.JSONPath)
		for _, d := range faults {
			b.WriteString(d.Summary + "\n  " + d.Detail + "\n  Fix: " + d.Fix + "\n")
		}
		if choice == nil {
			return b.String()
		}
		o, _ := asl.StateJSON(choice).Get("Choices")
		rule := o.([]any)[0].(*ordjson.Object)
		rule.Delete("Next")
		b.WriteString("JSONPath " + ordjson.String(rule) + "\n")
		choice, faults = buildExpr(text, asl.JSONata)
		for _, d := range faults {
			return b.String() + d.Summary + "\n"
		}
		condition, _ := choice.Choices[0].Condition.Any().(string)
		return b.String() + "JSONata  " + condition + "\n"
	})
}

func FuzzExpr(f *testing.F) {
	for _, s := range []string{`$.a > 1 && !$.b`, `isPresent($.x)`, `$.a matches "x*"`, `timestamp($.a) < timestamp("2030-01-01T00:00:00Z")`, "!(((", `$["\"`, "$.a == 'é\\u00'", "1 <"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		choice, faults := buildExpr(text, asl.JSONata)
		if choice == nil {
			for _, d := range faults {
				if d.Code == "" || d.Summary == "" || d.Fix == "" {
					t.Errorf("an empty diagnostic: %+v", d)
				}
			}
			return
		}
		if condition, _ := choice.Choices[0].Condition.Any().(string); !asl.IsExpression(condition) {
			t.Errorf("%q became %s", text, condition)
		}
	})
}
