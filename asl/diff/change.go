package diff

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Definition is anything that has a state machine definition.
type Definition interface{ ASL() *asl.Machine }

// Diff is what changed between two versions.
type Diff struct {
	Added, Removed, Changed []Change

	scopes map[string]string // of scopes that are in both: pointer before to pointer after
}

// Kind is the kind of thing that changed.
type Kind string

const (
	Machine    Kind = "machine"    // the machine's own fields: Comment, TimeoutSeconds, ...
	State      Kind = "state"      // a state, not counting where it goes
	Edge       Kind = "edge"       // a transition
	Permission Kind = "permission" // something the role of the machine may do
)

// Change is one thing that was added, removed or changed.
type Change struct {
	Kind Kind
	// Name is that of the state, or of the state an edge begins at ("" for the start of a graph), or
	// the permission: "Allow sqs:sendmessage on arn:aws:sqs:...".
	Name string
	In   string // where the state stands: `Map "Each Order"`; "" for the machine itself
	What string // what that state does: "Lambda: Invoke", "Choice state"
	// Pointer is a JSON Pointer into the version after, for what is removed into the one before.
	Pointer string
	On      string  // of an edge: StartAt, Next, Choice, Default, Catch, End
	To      string  // of an edge: the state it goes to, "" for the end
	Label   string  // of an edge: the condition or error names
	Fields  []Field // what is different in what changed

	inside bool // in a state that was added or removed as a whole
}

// Field is one difference inside a state, transition or machine.
type Field struct {
	Pointer       string // JSON Pointer from the thing that changed
	Before, After any    // JSON in the form of package ordjson
	Had, Has      bool   // whether the field was there before, is there after
}

// String says the difference in one line: "TimeoutSeconds: 30 → 60". Long values are cut.
func (f Field) String() string { return fieldText(f) }

// Empty tells whether nothing changed.
func (d *Diff) Empty() bool { return len(d.Added)+len(d.Removed)+len(d.Changed) == 0 }

// ScopeAfter returns the JSON Pointer that a graph of states has after the change, for a pointer
// from before it: to the machine (""), a branch or a processor. It is false if that was removed.
func (d *Diff) ScopeAfter(before string) (string, bool) {
	after, ok := d.scopes[before]
	return after, ok
}

// JSON returns the difference as {"added": [...], "removed": [...], "changed": [...]}. Every entry has
// a kind; a state has name, in, type and pointer; an edge has from, to, on and label; a permission
// has its line; what changed has fields with pointer, before and after.
func (d *Diff) JSON() *ordjson.Object {
	return ordjson.NewObject(
		ordjson.Member{Key: "added", Value: changesJSON(d.Added)},
		ordjson.Member{Key: "removed", Value: changesJSON(d.Removed)},
		ordjson.Member{Key: "changed", Value: changesJSON(d.Changed)},
	)
}

// MarshalJSON lets encoding/json write a Diff.
func (d *Diff) MarshalJSON() ([]byte, error) { return ordjson.Encode(d.JSON()) }

func changesJSON(list []Change) []any {
	out := make([]any, len(list))
	for i := range list {
		out[i] = list[i].json()
	}
	return out
}

func (c *Change) json() *ordjson.Object {
	o := ordjson.NewObject(ordjson.Member{Key: "kind", Value: string(c.Kind)})
	set := func(key, value string) {
		if value != "" {
			o.Set(key, value)
		}
	}
	switch c.Kind {
	case Permission:
		o.Set("permission", c.Name)
		return o
	case Edge:
		o.Set("from", c.Name)
		o.Set("to", c.To)
		set("on", c.On)
		set("label", c.Label)
	case State:
		o.Set("name", c.Name)
		set("type", c.What)
	}
	set("in", c.In)
	o.Set("pointer", c.Pointer)
	if len(c.Fields) > 0 {
		fields := make([]any, len(c.Fields))
		for i, f := range c.Fields {
			fields[i] = f.json()
		}
		o.Set("fields", fields)
	}
	return o
}

func (f *Field) json() *ordjson.Object {
	o := ordjson.NewObject(ordjson.Member{Key: "pointer", Value: f.Pointer})
	if f.Had {
		o.Set("before", f.Before)
	}
	if f.Has {
		o.Set("after", f.After)
	}
	return o
}
