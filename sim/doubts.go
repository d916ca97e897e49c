package sim

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Doubts tells where the mocks of the run are not like the services they stand for, as far as that is known:
// a result without the shape of the service's answer, an error with a name that the service does not
// use, a mock for a task that no machine has. An input that is text
// with JSON in it, and not the JSON, is told of too. Each is told once. A run goes on in spite of them, since a test
// may simplify; with StrictMocks it is an error.
func (x *Execution) Doubts() []string {
	if x.env == nil {
		return nil
	}
	var out []string
	add := func(format string, args ...any) {
		if text := fmt.Sprintf(format, args...); !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	if looksLikeJSON(x.Input) {
		add(msgDoubtInput)
	}
	x.strayMocks(add)
	for _, c := range x.Calls {
		switch {
		case !c.mocked:
		case c.Failure != nil:
			if problem := doubtfulError(&c.Resource, c.Failure.Name); problem != "" {
				add(msgDoubtError, c.State, c.Failure.Name, problem)
			}
		case c.Ended:
			if problem := checkResult(&c.Resource, c.Output, ValidatePresent); problem != "" {
				if c.Resource.invokesFunction() {
					problem += msgDoubtPayload
				}
				add(msgDoubtResult, c.State, c.Resource.Name(), problem)
			} else if members := foreign(&c.Resource, c.Output); members != nil {
				problem := fmt.Sprintf(msgDoubtForeign, strings.Join(members, ", "))
				if c.Resource.invokesFunction() {
					problem += msgDoubtPayload
				}
				add(msgDoubtResult, c.State, c.Resource.Name(), problem)
			}
		}
	}
	return out
}

// foreign returns the members of the service's answer if the result has others, and none of them.
func foreign(r *Resource, result any) []string {
	fields, known := responses[r.Name()]
	o, isObject := result.(*ordjson.Object)
	if !known || r.submits() || !isObject || o.Len() == 0 {
		return nil
	}
	for name := range o.All() {
		if _, ok := fields[name]; ok || strings.HasPrefix(name, "Sdk") { // SdkHttpMetadata, SdkResponseMetadata
			return nil
		}
	}
	return sortedKeys(fields)
}

// looksLikeJSON tells whether an input is text that was probably meant as the JSON in it.
func looksLikeJSON(input any) bool {
	text, ok := input.(string)
	if !ok {
		return false
	}
	switch v, _ := ordjson.DecodeString(text); v.(type) {
	case *ordjson.Object, []any:
		return true
	}
	return false
}

// StrictMocks makes an error of the run of what Execution.Doubts tells.
func StrictMocks() Option { return option(func(c *config) { c.strict = true }) }

func (x *Execution) doubt() error {
	if doubts := x.Doubts(); len(doubts) > 0 {
		return errors.New(strings.Join(doubts, "\n"))
	}
	return nil
}

// strayMocks finds mocks of tasks that are in none of the machines.
func (x *Execution) strayMocks(add func(format string, args ...any)) {
	var tasks []string
	for _, m := range x.env.cfg.mocks {
		if m.state == "" {
			continue
		}
		if tasks == nil {
			tasks = x.names(func(s asl.State) bool { return s.Type() == asl.TypeTask })
		}
		if slices.Contains(tasks, m.state) {
			continue
		}
		hint := ""
		if name := near(m.state, tasks); name != "" {
			hint = fmt.Sprintf(msgDoubtNear, name)
		}
		add(msgDoubtStray, m.state, hint)
	}
}

// StateNames returns the names of all states that the run could have come to: those of the plan, inner ones
// too, and of the machines that WithMachine gave to the run or to one of its plans.
func (x *Execution) StateNames() []string {
	if x.env == nil {
		return nil
	}
	return x.names(func(asl.State) bool { return true })
}

func (x *Execution) names(want func(asl.State) bool) []string {
	var out []string
	plans := []*Plan{x.env.root.plan}
	add := func(more []namedPlan) {
		for _, m := range more {
			if !slices.Contains(plans, m.plan) {
				plans = append(plans, m.plan)
			}
		}
	}
	add(x.env.cfg.machines)
	for i := 0; i < len(plans); i++ { // plans is growing
		add(plans[i].base.machines)
		asl.Walk(plans[i].machine, func(p *asl.Place) {
			if want(p.State) {
				out = append(out, p.Name)
			}
		})
	}
	return out
}

// raised are the errors of the States Language that a task can end with.
var raised = []string{ErrorTaskFailed, ErrorTimeout, ErrorHeartbeatTimeout, ErrorRuntime, ErrorDataLimit, "States.Permissions"}

// errorPrefixes are what the names of a service's errors begin with, where it is not the name of the service.
var errorPrefixes = map[string][]string{
	"events": {"EventBridge", "Events"}, "states": {"StepFunctions", "Sfn"}, "sfn": {"Sfn", "StepFunctions"}, "elasticmapreduce": {"ElasticMapReduce", "EMR"},
	"http": {"States"}, "mediaconvert": {"MediaConvert"}, "databrew": {"DataBrew", "GlueDataBrew"},
}

// doubtfulError tells why a task cannot fail with an error of that name, or "". A function, an activity and
// whoever has a task token may report any name.
// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
func doubtfulError(r *Resource, name string) string {
	if strings.HasPrefix(name, "States.") {
		if slices.Contains(raised, name) || strings.HasPrefix(name, "States.Http.") {
			return ""
		}
		return msgDoubtReserved
	}
	service := strings.TrimPrefix(r.Service, "aws-sdk:")
	if r.Kind != ServiceResource || r.callback() || r.invokesFunction() || name == "" || service == "" {
		return ""
	}
	prefixes := append(errorPrefixes[service], service)
	prefix, _, dotted := strings.Cut(name, ".")
	for _, p := range prefixes {
		if dotted && strings.EqualFold(strings.ReplaceAll(p, "-", ""), prefix) {
			return ""
		}
	}
	return fmt.Sprintf(msgDoubtPrefix, r.Name(), strings.ToUpper(prefixes[0][:1])+prefixes[0][1:])
}
