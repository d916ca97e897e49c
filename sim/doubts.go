package sim

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
)

// Doubts tells where the mocks of the run are not like the services they stand for, as far as that is known:
// a result without the shape of the service's answer, an error with a name that the service does not
// use, a mock for a task that no machine has. Each is told once. A run goes on in spite of them, since a test
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
			}
		}
	}
	return out
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
	seen := map[*Plan]bool{}
	var collect func(*Plan, []namedPlan)
	collect = func(plan *Plan, started []namedPlan) {
		if seen[plan] {
			return
		}
		seen[plan] = true
		asl.Walk(plan.machine, func(p *asl.Place) {
			if p.State.Type() == asl.TypeTask {
				tasks = append(tasks, p.Name)
			}
		})
		for _, other := range started {
			collect(other.plan, other.plan.base.machines)
		}
	}
	cfg := x.env.cfg
	for _, m := range cfg.mocks {
		if m.state == "" {
			continue
		}
		collect(x.env.root.plan, cfg.machines)
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
