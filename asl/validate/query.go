package validate

import (
	"errors"
	"unicode/utf8"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/jsonata"
)

// errNotText says that a member that ends in .$ holds something else than a text.
var errNotText = errors.New(msgNotText)

// query is a JSONata expression and what it refers to.
type query struct {
	err       error
	refs      []jsonata.Ref
	variables []reference
	inputs    []string // first names read of $states.input
}

func readQuery(text string) *query {
	q := &query{}
	e, err := jsonata.Compile(asl.Expression(maskTokens(text)))
	if err != nil {
		q.err = err
		return q
	}
	for _, ref := range e.Refs() {
		if masked(ref.Name) || len(ref.Path) > 0 && masked(ref.Path[0]) {
			continue
		}
		q.refs = append(q.refs, ref)
		switch {
		case ref.Name == "states":
			if len(ref.Path) > 1 && ref.Path[0] == "input" {
				q.inputs = append(q.inputs, ref.Path[1])
			}
		case ref.Name != "" && ref.Name != "$" && !functions[ref.Name] && !ref.Called:
			q.variables = append(q.variables, reference{name: ref.Name, guarded: ref.Guarded})
		}
	}
	return q
}

// functions are the names of all functions: those of JSONata and those that Step Functions adds.
// https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
var functions = set(append(jsonata.BuiltinNames(), "partition", "range", "hash", "random", "uuid", "parse")...)

// column turns a place in the expression into one in the text with its delimiters, in characters from 1.
func (u *use) column(position int) int {
	start := 2
	for start < len(u.text) && (u.text[start] == ' ' || u.text[start] == '\t' || u.text[start] == '\n' || u.text[start] == '\r') {
		start++
	}
	at := min(start+max(position-1, 0), len(u.text))
	return utf8.RuneCountInString(u.text[:at]) + 1
}
