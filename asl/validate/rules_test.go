package validate_test

import (
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/validate"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// machineOf reads a definition, or a few states of one: "A": {...}, "B": {...}
func machineOf(t *testing.T, text string) *asl.Machine {
	t.Helper()
	text = strings.TrimSpace(text)
	if !strings.HasPrefix(text, "{") {
		v, err := ordjson.DecodeString("{" + text + "}")
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		states := v.(*ordjson.Object)
		return asl.FromJSON(ordjson.NewObject(
			ordjson.Member{Key: "StartAt", Value: states.At(0).Key}, ordjson.Member{Key: "States", Value: states}))
	}
	v, err := ordjson.DecodeString(text)
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return asl.FromJSON(v.(*ordjson.Object))
}

// TestHelp proves the examples on the help pages: the wrong one breaks the rule, the right one breaks none.
func TestHelp(t *testing.T) {
	last := ""
	for _, r := range validate.Rules() {
		t.Run(r.Code+" "+r.Name, func(t *testing.T) {
			if r.Code <= last || r.Title == "" || r.Doc == "" || strings.HasSuffix(r.Title, ".") {
				t.Errorf("out of order, without title or text, or with a full stop in the title")
			}
			last = r.Code
			opts := validate.Options{Type: r.Type}
			if r.Wrong != "" {
				if got := codes(validate.Machine(machineOf(t, r.Wrong), opts)); !strings.Contains(got, r.Code) {
					t.Errorf("the wrong example is not found: %q", got)
				}
			}
			if r.Right != "" {
				if got := validate.Machine(machineOf(t, r.Right), opts); len(got) > 0 {
					t.Errorf("the right example is reported: %v", got)
				}
			}
			if page, ok := validate.Explain(strings.ToLower(r.Code)); !ok || !strings.Contains(page, r.Title) {
				t.Errorf("no help: %s", page)
			}
		})
	}
}

func codes(list diag.List) string {
	var out []string
	for _, d := range list {
		out = append(out, d.Code)
	}
	return strings.Join(out, " ")
}
