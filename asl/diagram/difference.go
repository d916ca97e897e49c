package diagram

import (
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl/diff"
)

// Difference shows what changed since another version, both in one picture: an Overlay. Make it
// with Against.
type Difference struct {
	before Definition
}

// Against returns the Overlay that shows what changed since the version before.
//
//	diagram.New(now, diagram.Options{Overlay: diagram.Against(before)})
func Against(before Definition) *Difference { return &Difference{before} }

// Legend returns the statuses of a difference.
func (d *Difference) Legend() []Status { return []Status{Added, Removed, Changed} }

func (d *Difference) apply(g *Graph) {
	changes := diff.Compare(d.before, g.Machine)
	g.Heading = changes.Summary()
	u := &union{
		changes: changes, added: pointers(changes.Added), changed: pointers(changes.Changed),
		after: map[string]*Scope{}, nodes: map[*Node]*Node{}, notes: notes(changes.Changed),
	}
	g.Scopes(func(s *Scope) {
		u.after[s.Pointer] = s
		u.mark(s)
	})
	u.merge(New(d.before, Options{}).Root)
	g.Scopes(u.reorder)
}

func pointers(list []diff.Change) map[string]bool {
	out := map[string]bool{}
	for i := range list {
		if p := list[i].Pointer; p != "" {
			out[p] = true
		}
	}
	return out
}

// notes says of what changed what is different in it, a line each.
func notes(list []diff.Change) map[string]string {
	out := map[string]string{}
	for _, c := range list {
		lines := make([]string, len(c.Fields))
		for i, f := range c.Fields {
			lines[i] = f.String()
		}
		out[c.Pointer] = strings.Join(lines, "\n")
	}
	return out
}

// union puts two versions of a graph into one.
type union struct {
	changes        *diff.Diff
	added, changed map[string]bool
	notes          map[string]string
	after          map[string]*Scope // of the newer version, by pointer
	nodes          map[*Node]*Node   // from the older version to the union
}

// mark says of the newer version what is new in it.
func (u *union) mark(s *Scope) {
	for _, n := range s.Nodes {
		n.Mark = Mark{Status: u.status(n.Pointer), Note: u.notes[n.Pointer]}
	}
	for _, e := range s.Edges {
		e.Mark = Mark{Status: u.status(e.Pointer), Note: u.notes[e.Pointer]}
		if e.From.Mark.Status == Added || e.Kind == EdgeStart && e.To.Mark.Status == Added {
			e.Mark.Status = Added
		}
	}
}

func (u *union) status(pointer string) Status {
	switch {
	case u.added[pointer]:
		return Added
	case u.changed[pointer]:
		return Changed
	}
	return Same
}

// merge adds what is only in a scope of the older version.
func (u *union) merge(old *Scope) {
	pointer, kept := u.changes.ScopeAfter(old.Pointer)
	into := u.after[pointer]
	if !kept || into == nil {
		u.keep(old)
		return
	}
	byName := map[nodeKey]*Node{}
	for _, n := range into.Nodes {
		byName[n.key()] = n
	}
	for _, n := range old.Nodes {
		same := byName[n.key()]
		u.nodes[n] = same
		if same == nil {
			u.nodes[n] = n
			removeAll(n)
			into.Nodes = append(into.Nodes, n)
			continue
		}
		for _, inner := range n.Scopes {
			u.merge(inner)
		}
	}
	removed := pointers(u.changes.Removed)
	for _, e := range old.Edges {
		if removed[e.Pointer] && hasEdge(into, e, u.nodes) == nil || u.nodes[e.From] == e.From || e.Kind == EdgeEnd && hasEdge(into, e, u.nodes) == nil {
			into.Edges = append(into.Edges, &Edge{
				From: u.nodes[e.From], To: u.nodes[e.To], Kind: e.Kind, Index: e.Index, Label: e.Label,
				Pointer: e.Pointer, Mark: Mark{Status: Removed},
			})
		}
	}
}

// hasEdge finds the edge of the union that an older one became.
func hasEdge(s *Scope, old *Edge, nodes map[*Node]*Node) *Edge {
	for _, e := range s.Edges {
		if e.From == nodes[old.From] && e.To == nodes[old.To] && e.Kind == old.Kind && e.Label == old.Label {
			return e
		}
	}
	return nil
}

// keep shows a whole branch that is gone inside the state it was in.
func (u *union) keep(old *Scope) {
	owner := u.nodes[old.Owner]
	if owner == nil {
		return
	}
	for _, n := range old.Nodes {
		removeAll(n)
	}
	for _, e := range old.Edges {
		e.Mark.Status = Removed
	}
	old.Owner = owner
	if pointer, ok := u.changes.ScopeAfter(old.Outer.Pointer); ok {
		old.Outer = u.after[pointer]
	}
	owner.Scopes = append(owner.Scopes, old)
}

func removeAll(n *Node) {
	n.Mark.Status = Removed
	for _, s := range n.Scopes {
		for _, inner := range s.Nodes {
			removeAll(inner)
		}
		for _, e := range s.Edges {
			e.Mark.Status = Removed
		}
	}
	if !n.IsState() {
		return
	}
	n.ID = "before:" + n.ID
}

type nodeKey struct {
	name  string
	state bool
	kind  Kind
}

// key tells the nodes of a scope apart; a state keeps its key when its type changes.
func (n *Node) key() nodeKey {
	if n.IsState() {
		return nodeKey{name: n.Name, state: true}
	}
	return nodeKey{name: n.Name, kind: n.Kind}
}

// reorder brings the union into the order of a walk again.
func (u *union) reorder(s *Scope) {
	edges := map[*Node][]*Edge{}
	for _, e := range s.Edges {
		edges[e.From] = append(edges[e.From], e)
	}
	for _, list := range edges {
		slices.SortStableFunc(list, func(a, b *Edge) int { return int(a.Kind) - int(b.Kind) })
	}
	var start *Node
	if len(s.Nodes) > 0 {
		start = s.Nodes[0]
	}
	s.Nodes, s.Edges = order(s.Nodes, edges, start)
}
