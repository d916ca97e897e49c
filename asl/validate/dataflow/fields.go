package dataflow

import (
	"hash/maphash"
	"iter"
)

// fields are the fields of an object, or the variables of a state, in alphabetical order. They do not change: with
// and merge return new ones that share with the old what is the same in both. A machine sets one field after the
// other, and ways that part and join again differ in a few, so that whole copies would be most of the work.
//
// It is a treap whose priorities are hashes of the names: the same names always make the same tree, in whatever
// order they were set. So two of them are compared and joined without looking at the parts they share.
type fields struct{ root *fieldNode }

type fieldNode struct {
	name        string
	field       field
	left, right *fieldNode
}

var seed = maphash.MakeSeed()

// above tells whether one name stands above another in the tree.
func above(a, b string) bool {
	x, y := maphash.String(seed, a), maphash.String(seed, b)
	return x > y || x == y && a < b
}

func (f fields) empty() bool { return f.root == nil }

func (f fields) get(name string) (field, bool) {
	for n := f.root; n != nil; {
		switch {
		case name == n.name:
			return n.field, true
		case name < n.name:
			n = n.left
		default:
			n = n.right
		}
	}
	return field{}, false
}

// all ranges over the fields by name.
func (f fields) all() iter.Seq2[string, field] {
	return func(yield func(string, field) bool) { f.root.all(yield) }
}

func (n *fieldNode) all(yield func(string, field) bool) bool {
	return n == nil || n.left.all(yield) && yield(n.name, n.field) && n.right.all(yield)
}

// with returns the fields with one set.
func (f fields) with(name string, v field) fields { return fields{f.root.with(name, v)} }

func (n *fieldNode) with(name string, v field) *fieldNode {
	switch {
	case n == nil:
		return &fieldNode{name: name, field: v}
	case name == n.name:
		return n.copy(v, n.left, n.right)
	case above(name, n.name):
		left, _, right := n.split(name)
		return &fieldNode{name, v, left, right}
	case name < n.name:
		return n.copy(n.field, n.left.with(name, v), n.right)
	}
	return n.copy(n.field, n.left, n.right.with(name, v))
}

// copy returns the node with these parts: itself if they are its own.
func (n *fieldNode) copy(f field, left, right *fieldNode) *fieldNode {
	if f == n.field && left == n.left && right == n.right {
		return n
	}
	return &fieldNode{n.name, f, left, right}
}

// split returns what comes before a name, the node of that name, and what comes behind.
func (n *fieldNode) split(name string) (before, at, behind *fieldNode) {
	switch {
	case n == nil:
		return nil, nil, nil
	case name == n.name:
		return n.left, n, n.right
	case name < n.name:
		before, at, behind = n.left.split(name)
		return before, at, n.copy(n.field, behind, n.right)
	}
	before, at, behind = n.right.split(name)
	return n.copy(n.field, n.left, before), at, behind
}

// merge returns the fields of both sides. A field that both have becomes what both makes of it, one that a
// single side has what a or b makes of it, itself if that is nil. Of a field that is the same on both sides both must make the same.
type merge struct {
	both func(a, b field) field
	a, b func(field) field
}

func (m merge) of(a, b fields) fields { return fields{m.nodes(a.root, b.root)} }

func (m merge) nodes(a, b *fieldNode) *fieldNode {
	switch {
	case a == b:
		return a
	case a == nil:
		return b.each(m.b)
	case b == nil:
		return a.each(m.a)
	case a.name == b.name:
		return a.copy(m.both(a.field, b.field), m.nodes(a.left, b.left), m.nodes(a.right, b.right))
	case above(a.name, b.name):
		before, at, behind := b.split(a.name)
		f := a.field
		if at != nil {
			f = m.both(f, at.field)
		} else if m.a != nil {
			f = m.a(f)
		}
		return a.copy(f, m.nodes(a.left, before), m.nodes(a.right, behind))
	}
	before, at, behind := a.split(b.name)
	f := b.field
	if at != nil {
		f = m.both(at.field, f)
	} else if m.b != nil {
		f = m.b(f)
	}
	return b.copy(f, m.nodes(before, b.left), m.nodes(behind, b.right))
}

// each returns the nodes with all fields changed.
func (n *fieldNode) each(change func(field) field) *fieldNode {
	if n == nil || change == nil {
		return n
	}
	return n.copy(change(n.field), n.left.each(change), n.right.each(change))
}
