package sfn

import (
	"slices"
	"sync/atomic"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Definition is a workflow that was built and checked. It does not change any more.
type Definition struct {
	machine     *asl.Machine
	text        func() written
	given       atomic.Bool // text has an owner, who may change it
	problems    diag.List
	origins     *origins
	statements  [][]iam.Statement
	tasks       []*TaskInfo
	machineType MachineType
}

// TaskInfo is what is known about one Task of a definition.
type TaskInfo struct {
	Name    string
	Pointer string
	Task    *Task // nil for a Raw state
	Binding Binding
}

// ASL returns the definition as data. It must not be changed.
func (d *Definition) ASL() *asl.Machine { return d.machine }

// Render writes the definition as JSON, two spaces a level.
func (d *Definition) Render() ([]byte, error) {
	t := d.text()
	if d.given.Swap(true) {
		t = d.write()
	}
	return t.json, t.err
}

// written is the definition as JSON.
type written struct {
	json []byte
	size int // without white space
	err  error
}

func (d *Definition) write() written {
	const usual = 400 // bytes of a state
	w := ordjson.NewWriter("  ")
	w.Grow(usual * len(d.origins.states))
	d.machine.Write(w)
	var t written
	t.json, _ = w.Bytes()
	t.size, t.err = w.Size()
	return t
}

// Type returns the type the definition was built for.
func (d *Definition) Type() MachineType {
	if d.machineType == "" {
		return Standard
	}
	return d.machineType
}

// Warnings returns what is probably not as it was meant.
func (d *Definition) Warnings() diag.List { return d.problems.Warnings() }

// Statements returns the permissions the states need, each with the state and the reason, in the
// order of the states. They are not merged: see iam.Merge.
func (d *Definition) Statements() []iam.Statement { return slices.Concat(d.statements...) }

// Tasks returns what is known about the tasks, in the order of the states.
func (d *Definition) Tasks() []TaskInfo {
	out := make([]TaskInfo, len(d.tasks))
	for i, t := range d.tasks {
		out[i] = *t
	}
	return out
}

// PlaceOf returns the Go line that made the part of the definition that a JSON Pointer names.
// It makes a Definition a diag.Places.
func (d *Definition) PlaceOf(pointer string) (diag.Place, bool) {
	at, ok := d.origins.of(pointer)
	return at.Place(), ok
}

// Late returns a problem for each state that was changed after the definition was built: the
// change is not part of it.
func (d *Definition) Late() diag.List {
	var out diag.List
	for _, s := range d.origins.states {
		if n := s.state.base(); n.edits != s.edits {
			p := changedLate(n.name)
			p.Place = n.at.Place()
			out.Add(p)
		}
	}
	return out.Sorted()
}
