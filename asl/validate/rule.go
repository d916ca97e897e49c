package validate

import (
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/diag"
)

// Rule is one thing that is checked.
type Rule struct {
	Code     string        // never changes its meaning: SW101
	Name     string        // in a word or two: target
	AWS      string        // the code that AWS gives it, if it has one: MISSING_TRANSITION_TARGET
	Severity diag.Severity // of most of its diagnostics
	Title    string        // what must hold, one line
	Doc      string        // what it finds and why it matters, plain text, some with a link
	Wrong    string        // states or a machine that break it
	Right    string        // the same, mended
	Type     MachineType   // the type of machine that Wrong needs, if it matters
	check    func(*run)
}

// Rules returns all rules in the order of their codes.
func Rules() []Rule { return slices.Clone(rules) }

// RuleByCode returns the rule of that code, in upper or lower case, or of that name.
func RuleByCode(code string) (Rule, bool) {
	for _, r := range rules {
		if strings.EqualFold(r.Code, code) || r.Name == code {
			return r, true
		}
	}
	return Rule{}, false
}

// Explain returns the page of help of a rule and whether there is one of that code or name.
func Explain(code string) (string, bool) {
	r, ok := RuleByCode(code)
	if !ok {
		return "", false
	}
	var b strings.Builder
	b.WriteString(r.Code + " " + r.Name + ": " + r.Title + "\n\n")
	b.WriteString("Severity: " + r.Severity.String())
	if r.AWS != "" {
		b.WriteString(". AWS calls it " + r.AWS)
	}
	b.WriteString("\n\n" + strings.TrimSpace(r.Doc) + "\n")
	for _, e := range []struct{ title, text string }{{"Wrong", r.Wrong}, {"Right", r.Right}} {
		if e.text != "" {
			b.WriteString("\n" + e.title + ":\n\n" + indent(strings.Trim(e.text, "\n")) + "\n")
		}
	}
	if r.Severity == diag.Warning {
		b.WriteString("\n" + suppressing(r.Code) + "\n")
	}
	return b.String(), true
}

func indent(text string) string {
	return "    " + strings.ReplaceAll(text, "\n", "\n    ")
}
