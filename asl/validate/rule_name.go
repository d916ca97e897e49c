package validate

import (
	"strings"
	"unicode"
)

// MaxStateName is the number of characters that the name of a state may have.
// https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html
const MaxStateName = 80

var ruleName = Rule{
	Code: "SW106", Name: "state-name", AWS: "INVALID_STATE_NAME",
	Title: "the name of a state has 1 to 80 characters",
	Doc: `A name longer than 80 characters is refused. Prefixes of fragments count. Characters that cannot be seen are
reported as a warning: they are accepted, but nobody can type the name.

https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html`,
	Wrong: `
"Ask the accounting department whether the customer has paid all of the open invoices of this year": {"Type": "Pass", "End": true}`,
	Right: `
"Ask whether all invoices are paid": {"Type": "Pass", "End": true}`,
	check: func(r *run) {
		for _, p := range r.places {
			if plainName(p.Name) {
				continue
			}
			switch n := runes(p.Name); {
			case p.Name == "":
				r.at(p, "").say(msgNameEmpty).fix(fixNameEmpty)
			case n > MaxStateName && !hasToken(p.Name):
				r.at(p, "").say(msgNameLong, n, MaxStateName).fix(fixNameLong)
			case strings.ContainsFunc(p.Name, unseen) || strings.TrimSpace(p.Name) != p.Name:
				r.at(p, "").say(msgNameUnseen, p.Name).fix(fixNameUnseen).warn()
			}
		}
	},
}

// plainName tells of most good names that they are.
func plainName(s string) bool {
	if s == "" || len(s) > MaxStateName || s[0] == ' ' || s[len(s)-1] == ' ' {
		return false
	}
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

func unseen(r rune) bool {
	return unicode.IsControl(r) || r == '\u200b' || r == '\ufeff' || r == '\u00a0'
}
