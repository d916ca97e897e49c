package sfn

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// Task does one piece of work: what, is said by its Integration. It renders to a Task state.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html
type Task struct {
	node
	flow
	rescue
	do    Integration
	props taskFields
}

// TaskProps are the options of a JSONPath Task.
type TaskProps struct {
	Comment        string
	InputPath      string         // what of the input is taken; "" is all of it, Discard nothing
	ResultSelector map[string]any // makes a new result of the raw one
	ResultPath     string         // where in the input the result goes; "" is in its place, Discard drops it
	OutputPath     string         // what of that is passed on
	Assign         map[string]any // variables, from the raw result
	// Timeout is when the attempt fails with States.Timeout: whole seconds, 1 to 99,999,999. nil is
	// 99,999,999 seconds, more than three years. At("$.x") takes it from the input.
	Timeout Seconds
	// Heartbeat is the longest time between two signs of life, shorter than Timeout. Only for
	// activities and task tokens.
	Heartbeat   Seconds
	Credentials Credentials
	Retry       []RetryProps
}

// JSONataTaskProps are the options of a JSONata Task.
type JSONataTaskProps struct {
	Comment string
	// Output is what is passed on; nil is the result. In it, $states.result is the raw result.
	Output      Value
	Assign      map[string]any
	Timeout     Seconds // as in TaskProps
	Heartbeat   Seconds // as in TaskProps
	Credentials Credentials
	Retry       []RetryProps
}

// Credentials say which role a Task acts with, if not with that of the machine. The machine's
// role gets the permission to assume it.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html
type Credentials struct {
	// RoleARN is the role: text, a token or an Expression.
	RoleARN Text
	// AssumableRoleARNs are the roles an Expression may give; it needs at least one.
	AssumableRoleARNs []string
}

func (c Credentials) kept() *Credentials {
	if IsAbsent(c.RoleARN) {
		return nil
	}
	kept := c
	return &kept
}

type taskFields struct {
	dataFlow
	timeout, heartbeat Seconds
	credentials        *Credentials // nil for most
}

// NewTask returns a Task of the JSONPath flavour that does what the integration says.
func NewTask(name string, do Integration, props ...TaskProps) *Task {
	t := newTask(name, do, origin.Here())
	p := one(&t.node, props)
	t.comment = p.Comment
	t.props = taskFields{dataFlow{
		inputPath: p.InputPath, resultSelector: p.ResultSelector, resultPath: p.ResultPath, outputPath: p.OutputPath, assign: p.Assign,
	}, p.Timeout, p.Heartbeat, p.Credentials.kept()}
	t.retryFromProps(p.Retry)
	return t
}

// NewJSONataTask returns a Task of the JSONata flavour.
func NewJSONataTask(name string, do Integration, props ...JSONataTaskProps) *Task {
	t := newTask(name, do, origin.Here())
	t.language = asl.JSONata
	p := one(&t.node, props)
	t.comment = p.Comment
	t.props = taskFields{dataFlow{output: p.Output, assign: p.Assign}, p.Timeout, p.Heartbeat, p.Credentials.kept()}
	t.retryFromProps(p.Retry)
	return t
}

func newTask(name string, do Integration, at origin.Origin) *Task {
	return &Task{node: node{name: name, at: at}, do: do}
}

func (t *Task) retryFromProps(props []RetryProps) {
	if len(props) > 0 {
		t.addRetry(&t.node, t.at, props)
	}
}

// Integration returns what the task does.
func (t *Task) Integration() Integration { return t.do }

// Start returns the task itself.
func (t *Task) Start() State { return t }

// Ends returns the one open end, for Next.
func (t *Task) Ends() []End { return t.ends(&t.node) }

// Next goes to that state when the task is done.
func (t *Task) Next(to Chainable) *Chain { return join(chainOf(t), to, origin.Here()) }

// Retry tries again after errors; without props after any error, with the service's defaults.
// Retriers are tried in the order in which they were added, one for all errors last.
func (t *Task) Retry(props ...RetryProps) *Task {
	if t == nil {
		return nil
	}
	t.addRetry(&t.node, origin.Here(), props)
	return t
}

// Catch goes to the handler after an error that is not retried any more; without props, after
// any error. Catchers are tried in the order in which they were added, one for all errors last.
func (t *Task) Catch(handler Chainable, props ...CatchProps) *Task {
	if t == nil {
		return nil
	}
	t.addCatch(&t.node, origin.Here(), handler, one(&t.node, props).fields())
	return t
}

// CatchJSONata is Catch for a JSONata task.
func (t *Task) CatchJSONata(handler Chainable, props ...JSONataCatchProps) *Task {
	if t == nil {
		return nil
	}
	t.addCatch(&t.node, origin.Here(), handler, one(&t.node, props).fields())
	return t
}

func (t *Task) edges(out []*edge) []*edge { return t.catchEdges(append(out, &t.next)) }

func (t *Task) copyFor(c *copier) State {
	d := *t
	c.add(t, &d, &d.node)
	c.rescue(&d.rescue)
	return &d
}

func (t *Task) render(r *rendering) asl.State {
	out := r.made.tasks.New()
	r.common(t, &out.Common)
	r.input(&t.props.dataFlow, &out.Input)
	r.task(t, out)
	r.results(&t.props.dataFlow, &out.Results)
	r.assign(t.props.assign, &out.Variables)
	r.outputs(&t.props.dataFlow, &out.Outputs)
	r.rescue(&t.rescue, &out.Rescue)
	r.flow(&t.next, &out.Flow)
	return out
}
