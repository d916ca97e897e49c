package validate

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
)

var ruleCatchInput = Rule{
	Code: "SW903", Name: "catch-input", Severity: warning,
	Title: "a catcher keeps the input if it is needed after it",
	Doc: `A catcher without ResultPath (in JSONata without Output) puts the error in the place of the whole input: the state
that it goes to gets {"Error": ..., "Cause": ...} and nothing else. This rule reports catchers behind which the input is
read. With "ResultPath": "$.error" the input is kept and the error stands beside it.

https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html`,
	Wrong: `
"Each": {"Type": "Map", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
  "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Undo"}], "End": true},
"Undo": {"Type": "Pass", "InputPath": "$.order", "End": true}`,
	Right: `
"Each": {"Type": "Map", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
  "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Undo"}], "End": true},
"Undo": {"Type": "Pass", "InputPath": "$.order", "End": true}`,
	check: func(r *run) {
		var readers map[*asl.Place]string
		for _, s := range r.scopes {
			for _, p := range s.places {
				rescue := asl.RescueOf(p.State)
				if rescue == nil {
					continue
				}
				for i, c := range rescue.Catch {
					if p.Language == asl.JSONata && c.Output.IsSet() || p.Language != asl.JSONata && c.ResultPath.Or("$") != "$" || c.ResultPath.IsNull() {
						continue
					}
					if readers == nil {
						readers = r.inputReaders()
					}
					if reader, path := s.readsInput(readers, c.Next); reader != nil {
						f := r.at(p, "/Catch/"+itoa(i)).say(msgCatchInput, reader.Name, path).related(relReads, reader.Pointer)
						f.fix(fixCatchInput[p.Language])
					}
				}
			}
		}
	},
}

// errorOutput are the fields of what a catcher gives.
var errorOutput = set("Error", "Cause")

// inputReaders returns the states that read a field of their input that an error does not have, each
// with the first path that does.
func (r *run) inputReaders() map[*asl.Place]string {
	out := map[*asl.Place]string{}
	for i := range r.uses {
		u := &r.uses[i]
		if u.when != before || out[u.place] != "" || u.field() == "ResultPath" || u.guarded {
			continue
		}
		if u.query != nil {
			for _, name := range u.query.inputs {
				if !errorOutput[name] {
					out[u.place] = "$states.input." + name
				}
			}
			continue
		}
		u.eachPath(func(p *jsonpath.Path) {
			if names, ok := p.Names(); ok && p.Root() == jsonpath.Input && len(names) > 0 && !errorOutput[names[0]] {
				out[u.place] = p.String()
			}
		})
	}
	return out
}

// readsInput follows the states that hand their input on and returns the first that reads it.
func (s *scope) readsInput(readers map[*asl.Place]string, from string) (*asl.Place, string) {
	seen := map[string]bool{}
	queue := []string{from}
	for len(queue) > 0 {
		name := queue[0]
		queue = queue[1:]
		p := s.place(name)
		if p == nil || seen[name] {
			continue
		}
		seen[name] = true
		if path := readers[p]; path != "" {
			return p, path
		}
		if keepsInput(p.State) {
			for _, e := range asl.Edges(p.State) {
				queue = append(queue, e.Target)
			}
		}
	}
	return nil, ""
}

// keepsInput tells whether what a state passes on is its input and nothing else.
func keepsInput(s asl.State) bool {
	switch s := s.(type) {
	case *asl.Wait:
		return !s.Output.IsSet()
	case *asl.Choice:
		return !s.Output.IsSet()
	case *asl.Pass:
		return !s.Output.IsSet() && !s.Result.IsSet() && !s.Parameters.IsSet()
	}
	return false
}
