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
		var known map[*asl.Place]*asl.Place
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
						readers, known = r.inputReaders(), map[*asl.Place]*asl.Place{}
					}
					if reader := s.readsInput(readers, known, c.Next); reader != nil {
						f := r.at(p, "/Catch/"+itoa(i)).say(msgCatchInput, reader.Name, readers[reader]).related(relReads, reader.Pointer)
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

// readsInput follows the states that hand their input on and returns the first that reads it, nil if none does. known
// has what was found from other states of the graph: the ways of many catchers run together.
func (s *scope) readsInput(readers map[*asl.Place]string, known map[*asl.Place]*asl.Place, from string) *asl.Place {
	var way []*asl.Place
	var found *asl.Place
	for p := s.place(from); p != nil; {
		at, before := known[p]
		if before {
			found = at
			break
		}
		known[p] = nil // there is nothing new behind a loop
		way = append(way, p)
		if readers[p] != "" {
			found = p
			break
		}
		if !keepsInput(p.State) {
			break
		}
		edges := asl.Edges(p.State)
		if len(edges) != 1 {
			found = s.nearestReader(readers, edges)
			break
		}
		p = s.place(edges[0].Target)
	}
	for _, p := range way {
		known[p] = found
	}
	return found
}

// nearestReader is readsInput where the way parts.
func (s *scope) nearestReader(readers map[*asl.Place]string, queue []asl.Edge) *asl.Place {
	seen := map[*asl.Place]bool{}
	for len(queue) > 0 {
		p := s.place(queue[0].Target)
		queue = queue[1:]
		if p == nil || seen[p] {
			continue
		}
		seen[p] = true
		if readers[p] != "" {
			return p
		}
		if keepsInput(p.State) {
			queue = asl.AppendEdges(queue, p.State)
		}
	}
	return nil
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
