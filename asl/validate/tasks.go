package validate

import (
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/template"
	"github.com/stepwise-go/stepwise/internal/integrations"
)

// task is a Task state with what its Resource calls.
type task struct {
	*asl.Task
	*called
	place *asl.Place
}

// called is a Resource, taken apart.
type called struct {
	resource integrations.Resource
	err      error
	token    bool              // a part of it is not known
	opaque   bool              // it is not known in full, and what is known does not tell its form
	known    *knownIntegration // of an optimised integration; nil if the table does not have it
	bulky    bool              // the result is as long as the data
}

// call takes the Resource of a Task apart.
func (r *run) call(text string) *called {
	return remembered(r.known.calls, text, func() *called {
		c := &called{token: hasToken(text)}
		c.resource, c.err = integrations.Parse(maskTokens(text))
		c.opaque = c.token && (c.err != nil || c.resource.Kind == integrations.Other)
		if c.err != nil {
			return c
		}
		if c.resource.Kind == integrations.Optimised {
			c.known = r.integration(c.resource)
		}
		c.bulky = bulky(c.resource)
		return c
	})
}

func (r *run) resource(text string) (integrations.Resource, error) {
	c := r.call(text)
	return c.resource, c.err
}

// taskOf returns the Task of a place, and whether it is one that has a Resource.
func (r *run) taskOf(p *asl.Place) (t task, ok bool) {
	s, ok := p.State.(*asl.Task)
	if !ok || s.Resource == "" {
		return task{}, false
	}
	return task{s, r.call(s.Resource), p}, true
}

// is tells whether the task is one of an optimised integration.
func (t task) is(service, action string) bool {
	return t.resource.Kind == integrations.Optimised && t.resource.Service == service && t.resource.Action == action
}

// waits tells whether the task waits for somebody outside: for a token, or for an activity's worker.
func (t task) waits() bool {
	return t.resource.Pattern == integrations.Callback || t.resource.Kind == integrations.Activity
}

// input is what the task sends: Parameters, or in JSONata Arguments; and the name of the field.
func (t task) input() (asl.Value, string) {
	if t.place.Language == asl.JSONata {
		return t.Arguments, "Arguments"
	}
	return t.Parameters, "Parameters"
}

// givesKnown tells whether the parameters are such that the integration has, all that it requires among them.
func (t task) givesKnown() bool {
	value, _ := t.input()
	input := value.Object()
	if input == nil || t.known == nil {
		return false
	}
	for i := range input.Len() {
		if !slices.Contains(t.known.parameters, strings.TrimSuffix(input.At(i).Key, template.Suffix)) {
			return false
		}
	}
	missing := func(names []string) bool { return !hasParameter(input, names) }
	return !slices.ContainsFunc(t.known.required, missing)
}
