package run

import (
	"bufio"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

// print writes what happened, for people.
func (x *execution) print(e *env, done *sim.Execution) {
	x.events(e, done)
	for _, m := range done.MapRuns {
		if f := m.FirstFailure; f != (sim.Failure{}) {
			fmt.Fprintf(e.out, "%s: %d of %d children failed, first with %s\n", m.State, m.Executions.Failed, m.Executions.Total, shortened(f.Error()))
		}
	}
	status := string(done.Status)
	if done.Status == sim.Succeeded {
		status = e.style.green(status)
	} else {
		status = e.style.red(status)
	}
	fmt.Fprintf(e.out, "%s after %s of virtual time\n", e.style.bold(status), done.Elapsed)
	switch {
	case done.Status == sim.Succeeded:
		fmt.Fprintf(e.out, "output %s\n", ordjson.String(done.Output))
	case done.Failure.Name != "" || done.Failure.Cause != "":
		fmt.Fprintf(e.out, "error  %s\n", e.style.bold(done.Failure.Name))
		if done.Failure.Cause != "" {
			fmt.Fprintf(e.out, "cause  %s\n", done.Failure.Cause)
		}
	}
}

// events prints all that happened; with --step it stops before each state but the first and waits.
func (x *execution) events(e *env, done *sim.Execution) {
	keys := bufio.NewScanner(e.in)
	stepping, first := x.step, true
	x.verbose = x.verbose || x.step
	for i := range done.History {
		if _, entered := done.History[i].Details.(*sim.StateEntered); entered && stepping {
			if !first {
				fmt.Fprint(e.err, e.alarm.dim("Enter: next   c: the rest   q: stop "))
				switch {
				case !keys.Scan():
					stepping = false
				case strings.HasPrefix(keys.Text(), "q"):
					return
				case strings.HasPrefix(keys.Text(), "c"):
					stepping = false
				}
			}
			first = false
		}
		x.event(e, &done.History[i])
	}
}

// event prints a state that was entered and what went wrong, and with --verbose its input and output.
func (x *execution) event(e *env, v *sim.Event) {
	indent := strings.Repeat("  ", len(v.Within))
	detail := func(word, text string) {
		if x.verbose {
			fmt.Fprintf(e.out, "%s    %s %s\n", indent, e.style.dim(word), shortened(text))
		}
	}
	failed := func(name, cause string) {
		fmt.Fprintf(e.out, "%s    %s %s\n", indent, e.style.red("err"), shortened(strings.TrimSpace(name+" "+cause)))
	}
	switch d := v.Details.(type) {
	case *sim.StateEntered:
		fmt.Fprintf(e.out, "%s%s %s\n", indent, e.style.dim(fmt.Sprintf("%8s", v.At)), d.Name)
		detail("in ", ordjson.String(d.Input))
	case *sim.StateExited:
		if d.Assigned.Len() > 0 {
			detail("set", ordjson.String(d.Assigned))
		}
		detail("out", ordjson.String(d.Output))
	case *sim.TaskScheduled:
		detail("->  ", d.ResourceType+":"+d.Resource+" "+ordjson.String(d.Parameters))
	case *sim.TaskFailure:
		failed(d.Name, d.Cause)
	case *sim.EvaluationFailed:
		failed(d.Name, d.Cause)
	case *sim.FailureDetails:
		if tellsMore[v.Type] {
			failed(d.Name, d.Cause)
		}
	}
}

// tellsMore are the events whose error no other line tells.
var tellsMore = map[sim.EventType]bool{
	sim.EventLambdaFunctionFailed: true, sim.EventLambdaFunctionTimedOut: true, sim.EventActivityFailed: true, sim.EventActivityTimedOut: true,
	sim.EventMapRunFailed: true,
}

// shortened keeps a line readable; --history has all of it.
func shortened(s string) string {
	const most = 2000
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "..."
}
