package sim

import (
	"maps"
	"slices"
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
)

// MapRun tells of one run of a distributed Map, as the service's DescribeMapRun does.
type MapRun struct {
	State                      string
	ARN                        string
	Status                     Status
	MaxConcurrency             int
	ToleratedFailureCount      int
	ToleratedFailurePercentage float64
	Items                      MapRunCounts
	Executions                 MapRunCounts
	Redrives                   int
	Transitions                int               // states that its children entered, and retries, as they are billed
	FirstFailure               Failure           // of the child that failed first
	Children                   []*ChildExecution // with WithChildren only
}

// MapRunCounts counts the items or children of a Map Run by their state.
type MapRunCounts struct {
	Pending, Running, Succeeded, Failed, TimedOut, Aborted, Total, ResultsWritten int
}

// ChildExecution is a child of a Map Run.
type ChildExecution struct {
	ARN     string
	Input   any
	Status  Status
	Output  any
	Failure Failure
	History []Event
}

// mapRun is a distributed Map while it runs.
type mapRun struct {
	v           *visit
	node        *mapNode
	view        *view
	public      *MapRun
	items       []mapItem
	batched     bool
	limit       int
	next        int
	redo        []int // children to run again after a redrive
	running     map[*execution]int
	name        string // the label in ARNs
	done        int
	results     []childResult
	tolerate    tolerance
	read        readRequest
	batching    batchRequest
	destination writeRequest
	started     int64 // the event MapRunStarted
	over        bool
}

// mapRunMember is what a child execution knows of its Map Run.
type mapRunMember struct {
	run   *mapRun
	index int
}

// transition counts for the Map Run, if the execution is a child of one.
func (x *execution) transition() {
	if x.child != nil {
		x.child.run.public.Transitions++
	}
}

// childResult is what is kept of a child.
type childResult struct {
	ended   bool
	status  Status
	output  any
	failure Failure
	arn     string
	name    string
	input   any
	started time.Duration
	stopped time.Duration
}

func (r *mapRun) begin() {
	if r.limit == 0 || r.limit > MaxChildExecutions {
		r.limit = MaxChildExecutions
	}
	n := len(r.items)
	r.results = make([]childResult, n)
	r.public.Executions.Total, r.public.Executions.Pending = n, n
	if !r.batched {
		r.public.Items.Total = n
	}
	r.public.Items.Pending = r.public.Items.Total
	if n == 0 {
		r.succeed()
		return
	}
	r.fill()
}

// fill starts as many children as may run.
func (r *mapRun) fill() {
	for !r.over && len(r.running) < r.limit {
		again := len(r.redo) > 0
		if !again && r.next >= len(r.items) {
			return
		}
		i := r.next
		if again {
			i, r.redo = r.redo[0], r.redo[1:]
		} else {
			r.next++
		}
		in := r.items[i].value
		if !r.batched && !again {
			var f *fault
			if in, f = r.node.itemInput(r.view, &r.items[i]); f != nil {
				r.fail(f)
				return
			}
		}
		r.start(i, in)
	}
}

func (r *mapRun) start(i int, in any) {
	s := r.v.s
	e := s.ex.env
	x := e.execution(s.ex.plan, s.ex.machine, e.uuid(), in, r.node.distributed.express, e.cfg.keepChildren)
	x.arn = e.cfg.arn("execution", s.ex.machine+"/"+r.name+":"+x.name)
	x.child = &mapRunMember{r, i}
	x.ended = func() { r.ended(x, i) }
	r.running[x] = i
	r.public.Executions.Pending--
	r.public.Executions.Running++
	weight := r.weight(i)
	r.public.Items.Pending -= weight
	r.public.Items.Running += weight
	x.begin(r.node.processor, &variables{})
	x.root.within = append(slices.Clip(s.within), Frame{r.v.node.name, i, true})
}

// weight is the number of items of a child.
func (r *mapRun) weight(i int) int {
	if !r.batched {
		return 1
	}
	list, _ := member(r.items[i].value, "Items").([]any)
	return len(list)
}

// ended takes the end of a child.
func (r *mapRun) ended(x *execution, i int) {
	delete(r.running, x)
	r.results[i] = childResult{ended: true, status: x.status, output: x.output, failure: x.failure, arn: x.arn, name: x.name, input: x.input, started: x.started, stopped: r.v.s.ex.env.clock.now}
	r.public.Executions.move(x.status, 1)
	r.public.Items.move(x.status, r.weight(i))
	if x.keep {
		r.public.Children = append(r.public.Children, &ChildExecution{x.arn, x.input, x.status, x.output, x.failure, x.events})
	}
	if f := &r.public.FirstFailure; *f == (Failure{}) && x.status == Failed {
		*f = x.failure
	}
	r.items[i].value = nil
	if r.over {
		return
	}
	r.done++
	if broken := r.public.Items.Failed + r.public.Items.TimedOut + r.public.Items.Aborted; r.tolerate.exceeded(broken, r.public.Items.Total) {
		r.fail(newFault(ErrorToleratedFailures, msgToleratedFailure))
		return
	}
	if r.done == len(r.items) {
		r.succeed()
		return
	}
	r.fill()
}

func (c *MapRunCounts) move(to Status, n int) {
	c.Running -= n
	switch to {
	case Succeeded:
		c.Succeeded += n
	case TimedOut:
		c.TimedOut += n
	case Aborted:
		c.Aborted += n
	default:
		c.Failed += n
	}
}

func (r *mapRun) succeed() {
	v := r.v
	s := v.s
	if !s.live() {
		return
	}
	output := r.write()
	r.close(Succeeded)
	ended := s.emit(EventMapRunSucceeded, nil)
	s.add(EventMapStateSucceeded, ended, nil)
	// AWS lets the exit follow from MapRunStarted, but from MapRunSucceeded if the Map is the first
	// state of the execution: all recordings agree.
	s.prev = r.started
	if v.entered == 2 {
		s.prev = ended
	}
	s.anchor = s.prev
	v.fork = nil
	v.complete(output)
}

// fail ends the Map Run and with it the state.
func (r *mapRun) fail(f *fault) {
	v := r.v
	s := v.s
	if !s.live() {
		return
	}
	r.close(Failed)
	if f.evaluation || f.fatal {
		v.fork = nil
		v.fail(f)
		return
	}
	if w := r.node.distributed.writer; w != nil && w.exports && r.results != nil {
		r.export(w) // also what failed, and what was not begun
	}
	s.emit(EventMapRunFailed, &FailureDetails{f.Failure})
	v.fork, v.broken = nil, v.fork
	v.fail(f)
}

// abort gives up the Map Run because another branch failed.
func (r *mapRun) abort() {
	if r.over {
		return
	}
	r.v.s.emit(EventMapRunAborted, nil)
	r.silence()
}

func (r *mapRun) silence() {
	if !r.over {
		r.close(Aborted)
	}
}

func (r *mapRun) close(status Status) {
	r.over = true
	r.public.Status = status
	for _, x := range slices.SortedFunc(maps.Keys(r.running), func(a, b *execution) int { return r.running[a] - r.running[b] }) {
		x.finish(Aborted, nil, Failure{}, 0)
	}
}

// JSON returns what DescribeMapRun tells of the Map Run, but for times.
// https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeMapRun.html
func (r *MapRun) JSON() *ordjson.Object {
	return ordjson.NewObject(
		ordjson.Member{Key: "mapRunArn", Value: r.ARN},
		ordjson.Member{Key: "status", Value: string(r.Status)},
		ordjson.Member{Key: "maxConcurrency", Value: float64(r.MaxConcurrency)},
		ordjson.Member{Key: "toleratedFailureCount", Value: float64(r.ToleratedFailureCount)},
		ordjson.Member{Key: "toleratedFailurePercentage", Value: r.ToleratedFailurePercentage},
		ordjson.Member{Key: "itemCounts", Value: r.Items.json()},
		ordjson.Member{Key: "executionCounts", Value: r.Executions.json()},
	)
}

func (c *MapRunCounts) json() *ordjson.Object {
	o := &ordjson.Object{}
	for _, m := range []struct {
		key string
		n   int
	}{
		{"pending", c.Pending}, {"running", c.Running}, {"succeeded", c.Succeeded}, {"failed", c.Failed}, {"timedOut", c.TimedOut},
		{"aborted", c.Aborted}, {"total", c.Total}, {"resultsWritten", c.ResultsWritten},
	} {
		o.Set(m.key, float64(m.n))
	}
	return o
}
