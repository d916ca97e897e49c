package sfn

import (
	"slices"
	"strconv"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/origin"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Change is one change of the JSON of a state, or of a machine: see Patch.
type Change struct {
	op, pointer, to string
	value           any
}

// Set puts a value where a JSON Pointer into the state says: Set("/Comment", "x"). A member that is
// there already is replaced, and "-" as the last part appends to a list. The value is written as it
// is; expressions in it are not rendered.
func Set(pointer string, value any) Change { return Change{op: "set", pointer: pointer, value: value} }

// Remove takes out what a JSON Pointer into the state names.
func Remove(pointer string) Change { return Change{op: "remove", pointer: pointer} }

// Move takes out what a JSON Pointer names and sets it somewhere else.
func Move(from, to string) Change { return Change{op: "move", pointer: from, to: to} }

// Patch changes the JSON that a state renders to, for what its props cannot say, and returns the
// state. The changes are made in order, after everything else; they cannot add transitions to states
// that are not reached in another way.
//
//	each := sfn.Patch(sfn.NewMap("Each", item), sfn.Move("/ItemProcessor", "/Iterator"))
//
// The pointers are those of RFC 6901.
func Patch[S State](state S, changes ...Change) S {
	if isNil(state) {
		return state
	}
	n := state.base()
	n.edits++
	at := origin.Here()
	r := n.rarely()
	for _, c := range changes {
		r.patches = append(r.patches, patch{c, at})
	}
	return state
}

type patch struct {
	Change
	at origin.Origin
}

// patched returns the rendered state with the patches of its node applied.
func (r *rendering) patched(out asl.State) asl.State {
	patches := r.state.base().patches()
	if len(patches) == 0 {
		return out
	}
	o := asl.StateJSON(out)
	for _, p := range patches {
		if why := p.apply(o); why != "" {
			r.problem("", p.at, cannotPatch(p.pointer, why))
		}
	}
	return asl.StateFromJSON(o)
}

// patched returns the machine with the changes of its props applied.
func (b *builder) patched(m *asl.Machine, changes []Change, at origin.Origin) *asl.Machine {
	if len(changes) == 0 {
		return m
	}
	o := m.JSON()
	for _, c := range changes {
		if why := c.apply(o); why != "" {
			b.machineProblem("", at, cannotPatch(c.pointer, why))
		}
	}
	return asl.FromJSON(o)
}

func (c Change) apply(o *ordjson.Object) string {
	switch c.op {
	case "remove":
		_, why := edit(o, c.pointer, nil, true)
		return why
	case "move":
		v, why := edit(o, c.pointer, nil, true)
		if why == "" {
			_, why = edit(o, c.to, v, false)
		}
		return why
	}
	v, err := plainJSON(c.value)
	if err != nil {
		return err.Error()
	}
	_, why := edit(o, c.pointer, v, false)
	return why
}

// edit sets or removes what the pointer names and returns what was there.
func edit(root *ordjson.Object, pointer string, value any, remove bool) (old any, why string) {
	tokens := ordjson.SplitPointer(pointer)
	if len(tokens) == 0 {
		return nil, "the pointer is empty"
	}
	last := tokens[len(tokens)-1]
	var at any = root
	above := func(any) {} // puts a list that grew or shrank back into its place
	for _, t := range tokens[:len(tokens)-1] {
		var next any
		found := false
		switch in := at.(type) {
		case *ordjson.Object:
			next, found = in.Get(t)
			above = func(v any) { in.Set(t, v) }
		case []any:
			if i, err := strconv.Atoi(t); err == nil && i >= 0 && i < len(in) {
				next, found = in[i], true
				above = func(v any) { in[i] = v }
			}
		}
		if !found {
			return nil, "there is nothing at " + t
		}
		at = next
	}
	switch in := at.(type) {
	case *ordjson.Object:
		old, found := in.Get(last)
		switch {
		case !remove:
			in.Set(last, value)
		case !found:
			return nil, "there is no member " + last
		default:
			in.Delete(last)
		}
		return old, ""
	case []any:
		if last == "-" && !remove {
			above(append(in, value))
			return nil, ""
		}
		i, err := strconv.Atoi(last)
		if err != nil || i < 0 || i >= len(in) {
			return nil, "there is no element " + last
		}
		old := in[i]
		if remove {
			above(slices.Delete(in, i, i+1))
		} else {
			in[i] = value
		}
		return old, ""
	}
	return nil, "there is neither an object nor a list around " + last
}
