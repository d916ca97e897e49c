package diagram

import (
	"strings"
	"time"
)

// historyReader follows the visits of states through a history. Events hang together by their
// previous event, which is how the branches of a Parallel are told apart.
type historyReader struct {
	events []historyEvent
	run    *Execution
	owner  map[int64]*visit // the innermost visit that an event belongs to
	begin  time.Time
	open   []*visit
	edges  map[edgeKey]int // position in run.Edges
	way    *EdgeRun        // the transition that the next event is the end of
}

// visit is one entry into a state while it is followed.
type visit struct {
	name, kind string
	around     *visit // the visit of the Parallel or Map around it
	run        *StateRun
	number     int
	done       bool
	failed     bool // the last thing that happened was a failure
}

func (v *visit) record() *Visit { return &v.run.Visits[v.number] }

func newHistoryReader() *historyReader {
	return &historyReader{
		run:   &Execution{Status: "RUNNING", States: map[string]*StateRun{}},
		owner: map[int64]*visit{}, edges: map[edgeKey]int{},
	}
}

func (r *historyReader) read() *Execution {
	for i := range r.events {
		e := &r.events[i]
		if i == 0 {
			r.begin = e.at
		}
		switch {
		case e.entered():
			r.enter(e)
		case e.exited():
			r.exit(e)
		case strings.HasPrefix(e.kind, "Execution"):
			r.execution(e)
		default:
			r.inside(e)
		}
	}
	for _, state := range r.run.States {
		last := state.Visits[len(state.Visits)-1]
		state.Status = last.Status
		for _, v := range state.Visits {
			state.Tries += v.Tries
			state.Duration += v.Duration
		}
	}
	return r.run
}

func (r *historyReader) since(e *historyEvent) time.Duration {
	if e.at.IsZero() || r.begin.IsZero() || e.at.Before(r.begin) {
		return 0
	}
	return e.at.Sub(r.begin)
}

func (r *historyReader) note(e *historyEvent, v *visit, status Status, text string) {
	event := Event{ID: e.id, Type: e.kind, At: r.since(e), Status: status, Text: text, Edge: r.way}
	r.way = nil
	if v != nil {
		event.State, event.Visit = v.name, v.number
		r.owner[e.id] = v
	}
	r.run.Events = append(r.run.Events, event)
}

func (r *historyReader) enter(e *historyEvent) {
	v := &visit{name: e.text("name"), kind: strings.TrimSuffix(e.kind, "StateEntered")}
	before := r.owner[e.prev]
	from := ""
	switch {
	case before == nil:
	case before.done:
		v.around, from = before.around, before.name
		r.edge(from, v.name, before)
	default:
		v.around = before
	}
	if before == nil && len(r.run.States) == 0 {
		r.edge("", v.name, nil)
	}
	v.run = r.run.States[v.name]
	if v.run == nil {
		v.run = &StateRun{}
		r.run.States[v.name] = v.run
	}
	v.number = len(v.run.Visits)
	v.run.Visits = append(v.run.Visits, Visit{Status: Running, Begin: r.since(e), Input: e.value("input")})
	r.open = append(r.open, v)
	r.note(e, v, Running, "entered")
}

func (r *historyReader) edge(from, to string, before *visit) {
	key := edgeKey{from, to, before != nil && before.failed}
	i, ok := r.edges[key]
	if !ok {
		i = len(r.run.Edges)
		r.edges[key] = i
		edge := EdgeRun{From: from, To: to, Caught: key.caught}
		if key.caught {
			edge.Error = before.record().Error
		}
		r.run.Edges = append(r.run.Edges, edge)
	}
	r.run.Edges[i].Count++
	way := r.run.Edges[i]
	way.Count = 1
	r.way = &way
}

func (r *historyReader) exit(e *historyEvent) {
	v := r.find(e, func(v *visit) bool { return v.name == e.text("name") })
	if v == nil {
		r.note(e, nil, "", "exited "+e.text("name"))
		return
	}
	status := Succeeded
	if v.failed {
		status = Caught
	}
	v.record().Output = e.value("output")
	r.close(v, e, status)
	r.closeInside(v, e)
	r.note(e, v, status, "exited")
}

// find returns the open visit around an event for which is holds.
func (r *historyReader) find(e *historyEvent, is func(*visit) bool) *visit {
	for v := r.owner[e.prev]; v != nil; v = v.around {
		if !v.done && is(v) {
			return v
		}
	}
	for i := len(r.open) - 1; i >= 0; i-- {
		if v := r.open[i]; is(v) {
			return v
		}
	}
	return nil
}

func (r *historyReader) close(v *visit, e *historyEvent, status Status) {
	v.done = true
	record := v.record()
	record.Status, record.Duration = status, max(0, r.since(e)-record.Begin)
	for i, o := range r.open {
		if o == v {
			r.open = append(r.open[:i], r.open[i+1:]...)
			return
		}
	}
}

// closeInside ends what is still open inside a state that ended.
func (r *historyReader) closeInside(around *visit, e *historyEvent) {
	for _, v := range append([]*visit(nil), r.open...) {
		for at := v.around; at != nil; at = at.around {
			if at == around {
				r.close(v, e, v.unfinished())
				break
			}
		}
	}
}

// unfinished is the status of a visit that ended without being exited.
func (v *visit) unfinished() Status {
	if v.failed || v.kind == string(Fail) {
		return Failed
	}
	return Aborted
}

// inside is an event of a state that is neither its begin nor its end.
func (r *historyReader) inside(e *historyEvent) {
	v := r.find(e, r.belongs(e))
	if v == nil {
		r.note(e, nil, "", eventText(e))
		return
	}
	status := Status("")
	switch {
	case e.failed():
		v.failed = true
		record := v.record()
		record.Error, record.Cause = e.text("error"), e.text("cause")
		status = Failed
	case e.scheduled():
		v.failed = false
		v.record().Tries++
		status = Running
	case strings.HasSuffix(e.kind, "StateAborted"):
		status = v.unfinished() // the task that fails a branch is aborted with it, but failed it has
		r.close(v, e, status)
	}
	r.note(e, v, status, eventText(e))
}

// belongs says to which of the visits around it an event belongs.
func (r *historyReader) belongs(e *historyEvent) func(*visit) bool {
	switch {
	case strings.HasPrefix(e.kind, "MapIteration"):
		return func(v *visit) bool { return v.name == e.text("name") }
	case strings.HasPrefix(e.kind, "Map"):
		return func(v *visit) bool { return v.kind == string(Map) }
	case strings.HasPrefix(e.kind, "Parallel"):
		return func(v *visit) bool { return v.kind == string(Parallel) }
	case strings.HasSuffix(e.kind, "StateAborted"):
		return func(v *visit) bool { return v.kind == strings.TrimSuffix(e.kind, "StateAborted") }
	}
	return func(*visit) bool { return true }
}

// execution is an event of the execution itself.
func (r *historyReader) execution(e *historyEvent) {
	switch status := strings.ToUpper(strings.TrimPrefix(e.kind, "Execution")); status {
	case "STARTED":
		r.run.Input = e.value("input")
	case "SUCCEEDED", "FAILED", "ABORTED", "TIMEDOUT":
		r.run.Status = strings.Replace(status, "TIMEDOUT", "TIMED_OUT", 1)
		r.run.Output, r.run.Error, r.run.Cause = e.value("output"), e.text("error"), e.text("cause")
		r.run.Duration = r.since(e)
		r.end(e, status)
	}
	r.note(e, nil, "", eventText(e))
}

// end closes what is open at the end, and marks the way of an error.
func (r *historyReader) end(e *historyEvent, status string) {
	if last := r.owner[e.prev]; status == "FAILED" && last != nil {
		for v := last; v != nil; v = v.around {
			v.failed = true
			if record := v.record(); record.Error == "" && !v.done {
				record.Error, record.Cause = r.run.Error, r.run.Cause
			}
		}
	}
	for _, v := range append([]*visit(nil), r.open...) {
		r.close(v, e, v.unfinished())
		if v.around == nil && v.kind == string(Fail) {
			r.edge(v.name, "", nil)
		}
	}
	if last := r.owner[e.prev]; status == "SUCCEEDED" && last != nil {
		r.edge(last.name, "", nil)
	}
}

// eventText says an event in few words: "scheduled", "failed: States.Timeout".
func eventText(e *historyEvent) string {
	words, begin := []string{}, 0
	for i := 1; i <= len(e.kind); i++ {
		if i == len(e.kind) || e.kind[i] >= 'A' && e.kind[i] <= 'Z' {
			words = append(words, strings.ToLower(e.kind[begin:i]))
			begin = i
		}
	}
	text := strings.Join(words, " ")
	if err := e.text("error"); err != "" {
		text += ": " + err
	}
	if resource := e.text("resourceType"); resource != "" && e.scheduled() {
		text += ": " + resource + " " + e.text("resource")
	}
	return text
}
