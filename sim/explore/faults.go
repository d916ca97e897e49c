package explore

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/sim"
)

// FaultOptions say which faults are tried.
type FaultOptions struct {
	// Errors are the errors that each task can fail with, besides those its retriers and catchers
	// name: by the name of the state, "" for all. tasks.Errors(definition) gives those that the
	// documentation of the integrations mentions.
	Errors map[string][]string
	// NoTimeout leaves out that tasks never answer.
	NoTimeout bool
	// Options are for every run: mocks of the tasks that do not fail.
	Options []sim.Option
	// Fresh makes further options anew for each run: stand-ins of package sim/services, which keep what a
	// run did.
	Fresh func() []sim.Option
}

func (o *FaultOptions) forRun() []sim.Option {
	if o.Fresh == nil {
		return o.Options
	}
	return append(slices.Clip(o.Options), o.Fresh()...)
}

// Fault is a task that fails with one error, always, and what came of it.
type Fault struct {
	Task    string
	Error   string
	Outcome *sim.Execution
	// Retries is how often the task was tried again.
	Retries int
	// CaughtBy is the index of the catcher that took the error, -1 if none did; CaughtIn is the state whose
	// catcher it is: the task, or a Parallel or Map around it.
	CaughtBy int
	CaughtIn string
	// Endless tells that the execution ended only at a limit of the service: it would go round.
	Endless bool
}

// Matrix is what came of all faults.
type Matrix struct {
	Normal *sim.Execution // the run without a fault
	Faults []Fault
	// Untried are the tasks that the run without a fault did not come to: give Faults another input, or mocks
	// that lead there, such as one of a payment that fails for what undoes it.
	Untried []string
}

// Uncaught returns the faults that no catcher took, neither of the task nor of a state around it, and that
// ended the execution.
func (m *Matrix) Uncaught() []Fault {
	return m.where(func(f Fault) bool {
		return !f.Endless && f.CaughtBy < 0 && f.Outcome.Status != sim.Succeeded
	})
}

// Endless returns the faults after which the execution goes round without an end.
func (m *Matrix) Endless() []Fault { return m.where(func(f Fault) bool { return f.Endless }) }

func (m *Matrix) where(keep func(Fault) bool) []Fault {
	var out []Fault
	for _, f := range m.Faults {
		if keep(f) {
			out = append(out, f)
		}
	}
	return out
}

// WriteText writes the matrix as a table.
func (m *Matrix) WriteText(w io.Writer) error {
	for _, f := range m.Faults {
		what := "uncaught"
		switch {
		case f.Endless:
			what = "never ends"
		case f.CaughtBy >= 0:
			what = fmt.Sprintf("caught by catcher %d", f.CaughtBy+1)
			if f.CaughtIn != f.Task {
				what += fmt.Sprintf(" of %q", f.CaughtIn)
			}
		case f.Outcome.Status == sim.Succeeded:
			what = "tolerated"
		}
		if _, err := fmt.Fprintf(w, "%-30q %-40s %d retries, %s, then %s\n", f.Task, f.Error, f.Retries, what, f.Outcome.Status); err != nil {
			return err
		}
	}
	return nil
}

// Faults runs a plan once, then again for each task that was called and each error it can fail with: the
// task fails with that error every time it is called. The input is that of sim.Plan.Run, so text with JSON in it
// is given as sim.JSON. The error means that the runs are not possible, or that the run without a fault
// called no task.
func Faults(plan *sim.Plan, input any, options FaultOptions) (*Matrix, error) {
	normal, err := plan.Run(context.Background(), input, options.forRun()...)
	if err != nil {
		return nil, err
	}
	m := &Matrix{Normal: normal}
	tasks := tasksOf(plan)
	if len(tasks) > 0 && len(normal.Calls) == 0 {
		return m, nothingTried(normal)
	}
	for _, task := range tasks {
		if !slices.Contains(called(normal), task) {
			m.Untried = append(m.Untried, task)
		}
	}
	for _, task := range called(normal) {
		for _, name := range errorsOf(plan.Machine(), task, options) {
			f, err := try(plan, input, task, name, options.forRun())
			if err != nil {
				return m, fmt.Errorf("%q failing with %s: %w", task, name, err)
			}
			m.Faults = append(m.Faults, f)
		}
	}
	return m, nil
}

// nothingTried is an error because a matrix without faults would look like a workflow that can stand them all.
func nothingTried(normal *sim.Execution) error {
	text := fmt.Sprintf("the run without a fault called no task, so there is nothing that could fail: it is %s after %s",
		normal.Status, strings.Join(normal.Path(), " → "))
	if normal.Status != sim.Succeeded {
		text += " with " + normal.Failure.Error()
	}
	for _, doubt := range normal.Doubts() {
		text += "; " + doubt
	}
	return errors.New(text)
}

const never = "(no answer)"

func try(plan *sim.Plan, input any, task, name string, options []sim.Option) (Fault, error) {
	mock := sim.OnTask(task).Fail(name, "a fault that explore made")
	if name == never {
		mock = sim.OnTask(task).Hang()
	}
	var steps []*sim.Step
	watch := sim.WithSteps(func(s *sim.Step) {
		if !s.Nested {
			steps = append(steps, s)
		}
	})
	x, err := plan.Run(context.Background(), input, append([]sim.Option{mock, watch}, options...)...)
	if err != nil {
		return Fault{}, err
	}
	f := Fault{Task: task, Error: name, Outcome: x, CaughtBy: -1, Endless: endless(plan, x)}
	around := []string{task} // the states that can catch it
	for _, s := range steps {
		if s.State != task {
			continue
		}
		f.Retries += s.Retries
		for _, frame := range s.Within {
			if !slices.Contains(around, frame.State) {
				around = append(around, frame.State)
			}
		}
	}
	for _, s := range steps { // the steps of inner states come first
		if s.Caught >= 0 && slices.Contains(around, s.State) {
			f.CaughtBy, f.CaughtIn = s.Caught, s.State
			break
		}
	}
	return f, nil
}

// endless tells whether an execution ended at a limit of the service: that of the history, or of the time that
// an execution without a timeout of its own may take.
func endless(plan *sim.Plan, x *sim.Execution) bool {
	late := x.Status == sim.TimedOut && !plan.Machine().TimeoutSeconds.IsSet()
	return len(x.History) >= sim.MaxEvents || late
}

// called returns the tasks that were called, in order, each once.
func called(x *sim.Execution) []string {
	var out []string
	for _, c := range x.Calls {
		if !slices.Contains(out, c.State) {
			out = append(out, c.State)
		}
	}
	return out
}

// errorsOf returns the errors a task can fail with.
func errorsOf(m *asl.Machine, task string, options FaultOptions) []string {
	var out []string
	add := func(names ...string) {
		for _, n := range names {
			if n != sim.ErrorAll && n != sim.ErrorTaskFailed && n != sim.ErrorTimeout && n != sim.ErrorHeartbeatTimeout && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	limited := false
	asl.Walk(m, func(p *asl.Place) {
		t, ok := p.State.(*asl.Task)
		if !ok || p.Name != task {
			return
		}
		resource := sim.ParseResource(t.Resource)
		limited = resource.Name() == "http:invoke" || t.TimeoutSeconds.IsSet() || t.TimeoutSecondsPath != "" || t.HeartbeatSeconds.IsSet() || t.HeartbeatSecondsPath != ""
		for _, r := range t.Retry {
			add(r.ErrorEquals...)
		}
		for _, c := range t.Catch {
			add(c.ErrorEquals...)
		}
	})
	add(options.Errors[task]...)
	add(options.Errors[""]...)
	add("Stepwise.UnexpectedError")
	if !options.NoTimeout && (limited || m.TimeoutSeconds.IsSet()) {
		out = append(out, never)
	}
	return out
}

// Summary returns one line for each fault that nobody catches and each that never ends.
func (m *Matrix) Summary() string {
	var b strings.Builder
	for _, f := range m.Uncaught() {
		fmt.Fprintf(&b, "%q fails with %s: nobody catches it\n", f.Task, f.Error)
	}
	for _, f := range m.Endless() {
		fmt.Fprintf(&b, "%q fails with %s: the execution never ends\n", f.Task, f.Error)
	}
	return b.String()
}

// tasksOf returns the names of all tasks of a plan.
func tasksOf(plan *sim.Plan) []string {
	var out []string
	asl.Walk(plan.Machine(), func(p *asl.Place) {
		if p.State.Type() == asl.TypeTask {
			out = append(out, p.Name)
		}
	})
	return out
}
