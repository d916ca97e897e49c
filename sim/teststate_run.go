package sim

import (
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
)

// trace is what TestState follows in a visit: the steps of the data flow and the end. A nil trace notes nothing.
type trace struct {
	test   *StateTest
	result *StateTestResult
	steps  ordjson.Object
	errors *ordjson.Object
	after  *ordjson.Object // variables that were assigned
}

func (t *trace) note(step string, v any) {
	if t != nil {
		t.steps.Set(step, v)
	}
}

// run does the work of the state; Map and Parallel are mocked as a whole.
func (t *trace) run(v *visit) {
	m := t.test.Mock
	switch state := v.node.state.(type) {
	case *taskNode:
		if m == nil {
			state.run(v)
			return
		}
		t.task(v, state)
	case *mapNode:
		t.mapState(v, state)
	case *parallelNode:
		// The service tells nothing of the steps before the branches.
		v.trace = nil
		_, f := v.arguments()
		v.trace = t
		t.answer(v, f)
	default:
		state.run(v)
	}
}

func (t *trace) task(v *visit, state *taskNode) {
	c := &Call{State: v.node.name, Resource: state.resource}
	if state.resource.callback() {
		c.Token = v.s.ex.env.token()
	}
	v.task = &attempt{v: v, call: c}
	f := state.prepare(v, c)
	if f == nil && t.test.Mock.Result != nil {
		t.note("result", *t.test.Mock.Result)
	}
	t.answer(v, f)
}

// answer goes on with what the mock says, unless the state failed before.
func (t *trace) answer(v *visit, f *fault) {
	m := t.test.Mock
	switch {
	case f != nil:
		v.fail(f)
	case m.Failure != nil:
		v.fail(&fault{Failure: *m.Failure})
	default:
		v.complete(*m.Result)
	}
}

func (t *trace) mapState(v *visit, m *mapNode) {
	in, f := v.effective()
	if f != nil {
		v.fail(f)
		return
	}
	w := v.view(in)
	items, limit, f := m.prepare(w)
	if f != nil {
		v.fail(f)
		return
	}
	t.note("maxConcurrency", float64(limit))
	if list, err := ordjson.DecodeString(t.test.Config.ItemReaderData); err == nil {
		if l, ok := list.([]any); ok {
			items = itemsOf(l)
		}
	}
	if d := m.distributed; d != nil {
		if f = t.tolerate(w, d, len(items)); f != nil {
			v.fail(f)
			return
		}
	}
	if f = t.selectItems(w, m, items); f != nil {
		v.fail(f)
		return
	}
	t.answer(v, nil)
}

func (t *trace) selectItems(w *view, m *mapNode, items []mapItem) *fault {
	if m.selector == nil {
		return nil
	}
	selected := make([]any, len(items))
	for i := range items {
		var f *fault
		if selected[i], f = m.itemInput(w, &items[i]); f != nil {
			return f
		}
	}
	t.note("afterItemSelector", selected)
	return nil
}

// tolerate fails a Map that has more failed iterations than it tolerates. A Map that says nothing of
// failures is not failed: so the service does here.
func (t *trace) tolerate(w *view, d *distributed, total int) *fault {
	limit, f := d.tolerance(w)
	if f != nil {
		return f
	}
	if limit.byCount {
		t.note("toleratedFailureCount", float64(limit.count))
	}
	if limit.byPercent {
		t.note("toleratedFailurePercentage", limit.percentage)
	}
	n := t.test.Config.IterationFailureCount
	if n != nil && (limit.byCount || limit.byPercent) && limit.exceeded(*n, total) {
		return newFault(ErrorToleratedFailures, msgToleratedFailure)
	}
	return nil
}

// leave takes the end of the state by its normal way.
func (t *trace) leave(v *visit, to *node, output any, assigned *ordjson.Object) {
	t.result.Status = StateSucceeded
	t.close(v, to, output, assigned)
}

func (t *trace) close(v *visit, to *node, output any, assigned *ordjson.Object) {
	r := t.result
	r.Output, r.HasOutput = output, true
	if to != nil {
		r.NextState = to.name
	}
	t.after = assigned
	v.s.ex.finish(Succeeded, nil, Failure{}, 0)
}

// fail takes the failure of the state.
func (t *trace) fail(v *visit, f *fault) {
	r := t.result
	r.Status, r.Failure = StateFailed, f.Failure
	defer v.s.ex.finish(Failed, nil, f.Failure, 0)
	if f.fatal {
		return
	}
	for i := range v.node.retry {
		retry := &v.node.retry[i]
		if !f.matches(retry.errors) {
			continue
		}
		if t.test.Config.RetryCount < retry.attempts {
			r.Status = StateRetriable
			delay := retry.delay(t.test.Config.RetryCount, v.s.ex.env.random)
			t.errors = ordjson.NewObject(
				ordjson.Member{Key: "retryBackoffIntervalSeconds", Value: float64(delay / time.Second)},
				ordjson.Member{Key: "retryIndex", Value: float64(i)},
			)
			return
		}
		break
	}
	c := v.chooseCatch(f)
	if c == nil {
		return
	}
	output, assigned, broken := v.caught(c, f)
	if broken != nil {
		r.Failure = broken.Failure
		return
	}
	r.Status = StateCaught
	t.errors = ordjson.NewObject(ordjson.Member{Key: "catchIndex", Value: float64(v.caughtBy - 1)})
	t.close(v, c.to, output, assigned)
}

// inspection is what the service tells of the steps.
func (t *trace) inspection(input any) *ordjson.Object {
	o := ordjson.NewObject(ordjson.Member{Key: "input", Value: input})
	for k, v := range t.steps.All() {
		o.Set(k, v)
	}
	if t.errors != nil {
		o.Set("errorDetails", t.errors)
	}
	variables := t.test.Variables.Clone()
	for k, v := range t.after.All() {
		variables.Set(k, v)
	}
	if variables.Len() > 0 {
		o.Set("variables", variables)
	}
	return o
}
