package coverage

import (
	"fmt"
	"strconv"
	"sync"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/sim"
)

// Kind is the kind of a point that a test can exercise.
type Kind string

// The kinds of points.
const (
	State      Kind = "state"
	Transition Kind = "transition" // a Next, or a Default
	Rule       Kind = "choice rule"
	Catcher    Kind = "catcher"
	Retrier    Kind = "retrier"
)

// Point is a part of a workflow that a test can exercise.
type Point struct {
	Kind    Kind
	State   string
	Pointer string // JSON Pointer into the definition: /States/A, /States/A/Next, /States/A/Choices/0/Next
	What    string // in words: state "A", "A" → "B"
	Count   int    // how often it was exercised
}

// Profile counts how often each part of a workflow was exercised. It may be used by tests that run at once.
type Profile struct {
	Name string

	machine *asl.Machine

	mu     sync.Mutex
	points []Point
	index  map[string]int    // by pointer
	state  map[string]string // pointer of a state by name
	flow   map[string]string // the Next of a state, by its pointer
}

// New returns the profile of a workflow, with nothing exercised yet.
func New(name string, definition interface{ ASL() *asl.Machine }) *Profile {
	p := &Profile{Name: name, machine: definition.ASL(), index: map[string]int{}, state: map[string]string{}, flow: map[string]string{}}
	asl.Walk(p.machine, func(at *asl.Place) {
		p.state[at.Name] = at.Pointer
		p.add(Point{State, at.Name, at.Pointer, fmt.Sprintf("%s %q", at.State.Type(), at.Name), 0})
		for _, e := range asl.Edges(at.State) {
			p.edge(at, e)
		}
		if r := asl.RescueOf(at.State); r != nil {
			for i, t := range r.Retry {
				p.add(Point{Retrier, at.Name, at.Pointer + "/Retry/" + strconv.Itoa(i), fmt.Sprintf("%q retries %v", at.Name, t.ErrorEquals), 0})
			}
		}
	})
	return p
}

func (p *Profile) edge(at *asl.Place, e asl.Edge) {
	point := Point{Transition, at.Name, at.Pointer + e.Pointer, fmt.Sprintf("%q → %q", at.Name, e.Target), 0}
	switch e.Kind {
	case asl.EdgeNext:
		p.flow[at.Pointer] = point.Pointer
	case asl.EdgeChoice:
		point.Kind, point.What = Rule, fmt.Sprintf("rule %d of %q → %q", e.Index+1, at.Name, e.Target)
	case asl.EdgeDefault:
		point.What = fmt.Sprintf("default of %q → %q", at.Name, e.Target)
	case asl.EdgeCatch:
		c := asl.RescueOf(at.State).Catch[e.Index]
		point.Kind, point.What = Catcher, fmt.Sprintf("%q catches %v → %q", at.Name, c.ErrorEquals, e.Target)
	}
	p.add(point)
}

func (p *Profile) add(point Point) {
	p.index[point.Pointer] = len(p.points)
	p.points = append(p.points, point)
}

// Option lets every run of a plan count, the children of its distributed Maps too: give it to sim.New or Plan.Run.
func (p *Profile) Option() sim.Option { return sim.WithSteps(p.count) }

// Add counts what an execution did. It is for executions that ran without the Option; those of
// distributed Maps count only through the Option.
func (p *Profile) Add(x *sim.Execution) {
	for _, s := range x.Steps() {
		p.count(s)
	}
}

func (p *Profile) count(s *sim.Step) {
	pointer, ok := p.state[s.State]
	if !ok || s.Nested {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.hit(pointer)
	for _, i := range s.Retried {
		p.hit(pointer + "/Retry/" + strconv.Itoa(i))
	}
	switch {
	case !s.Left:
	case s.Caught >= 0:
		p.hit(pointer + "/Catch/" + strconv.Itoa(s.Caught) + "/Next")
	case s.Type == asl.TypeChoice && s.Rule >= 0:
		p.hit(pointer + "/Choices/" + strconv.Itoa(s.Rule) + "/Next")
	case s.Type == asl.TypeChoice:
		p.hit(pointer + "/Default")
	default:
		p.hit(p.flow[pointer])
	}
}

func (p *Profile) hit(pointer string) {
	if i, ok := p.index[pointer]; ok {
		p.points[i].Count++
	}
}

// Points returns all points, in the order of the definition.
func (p *Profile) Points() []Point {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]Point(nil), p.points...)
}

// Missed returns the points that no run exercised.
func (p *Profile) Missed() []Point {
	var out []Point
	for _, point := range p.Points() {
		if point.Count == 0 {
			out = append(out, point)
		}
	}
	return out
}

// Percent returns how many of the points were exercised, from 0 to 100.
func (p *Profile) Percent() float64 {
	points := p.Points()
	if len(points) == 0 {
		return 100
	}
	return 100 * float64(len(points)-len(p.Missed())) / float64(len(points))
}

// Overlay returns the counts as colours for a picture of the workflow.
func (p *Profile) Overlay() *diagram.Coverage {
	c := &diagram.Coverage{States: map[string]int{}, Edges: map[string]int{}}
	for _, point := range p.Points() {
		if point.Kind == State {
			c.States[point.Pointer] = point.Count
		} else if point.Kind != Retrier {
			c.Edges[point.Pointer] = point.Count
		}
	}
	return c
}
