package tasks

import (
	"slices"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/integrations"
)

// Errors returns the errors that the documentation mentions for the integrations of a machine's tasks, by the
// names of their states. It is what explore.FaultOptions takes:
//
//	explore.Faults(plan, input, explore.FaultOptions{Errors: tasks.Errors(definition)})
func Errors(definition interface{ ASL() *asl.Machine }) map[string][]string {
	out := map[string][]string{}
	asl.Walk(definition.ASL(), func(at *asl.Place) {
		task, ok := at.State.(*asl.Task)
		if !ok {
			return
		}
		r, err := integrations.Parse(task.Resource)
		if err != nil {
			return
		}
		service, action := r.Service, r.Action
		if r.Kind == integrations.Function {
			action = "invoke"
		}
		for _, d := range Find(service, action) {
			for _, name := range d.Errors {
				if !slices.Contains(out[at.Name], name) {
					out[at.Name] = append(out[at.Name], name)
				}
			}
		}
	})
	return out
}
