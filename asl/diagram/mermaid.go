package diagram

import (
	"fmt"
	"strconv"
	"strings"
)

// Mermaid refuses texts over 50,000 characters or 500 edges unless its configuration says otherwise,
// and GitHub's cannot be changed, so the writer stays below both.
// https://mermaid.js.org/config/schema-docs/config.html
const (
	mermaidMaxText  = 40000
	mermaidMaxEdges = 400
	mermaidMaxLabel = 48
)

// Mermaid writes the Mermaid flowchart of a definition; see Graph.Mermaid.
func Mermaid(def Definition) string { return New(def, Options{}).Mermaid() }

// Mermaid writes the graph as a Mermaid flowchart, which GitHub and GitLab draw in Markdown inside a
// code block of the language mermaid. Conditions longer than 48 characters are cut.
//
// Mermaid does not draw large texts. Above 40,000 characters or 400 transitions the states inside
// Parallel and Map are left out, and if that is not enough, the last states too; the text says so.
func (g *Graph) Mermaid() string {
	m := newMermaid(g, false, -1)
	if m.fits() {
		return m.String()
	}
	m = newMermaid(g, true, -1)
	for keep := len(g.Root.Nodes); !m.fits() && keep > 1; {
		keep = keep * 3 / 4
		m = newMermaid(g, true, keep)
	}
	return m.String()
}

type mermaid struct {
	strings.Builder
	ids      map[*Node]string
	edges    int
	strokes  map[string][]int // the numbers of the edges with that style
	collapse bool
	hidden   int // states left out
}

func newMermaid(g *Graph, collapse bool, keep int) *mermaid {
	m := &mermaid{ids: mermaidIDs(g), strokes: map[string][]int{}, collapse: collapse}
	m.WriteString("flowchart TD\n")
	root := g.Root
	if keep >= 0 {
		root, m.hidden = shorten(root, keep)
		m.ids[root.Nodes[len(root.Nodes)-1]] = "more"
	}
	if title := strings.Trim(g.Title+" · "+g.Heading, " ·"); title != "" {
		m.WriteString("  %% " + oneLine(strings.ReplaceAll(title, "%%", "%")) + "\n")
	}
	switch {
	case m.hidden > 0:
		m.WriteString("  %% This machine is too large for Mermaid: " + strconv.Itoa(m.hidden) +
			" states and all states inside Parallel and Map are left out. Draw it as SVG.\n")
	case collapse:
		m.WriteString("  %% This machine is too large for Mermaid: the states inside Parallel and Map are left out. Draw it as SVG.\n")
	}
	m.scope(root, "  ")
	m.classes()
	return m
}

func (m *mermaid) fits() bool { return m.Len() <= mermaidMaxText && m.edges <= mermaidMaxEdges }

// shorten keeps the first nodes and lets a last one stand for the rest.
func shorten(s *Scope, keep int) (*Scope, int) {
	more := &Node{ID: "more", Kind: Missing, Label: "not drawn"}
	kept := map[*Node]*Node{}
	out := &Scope{Pointer: s.Pointer, Title: s.Title}
	for _, n := range s.Nodes {
		if n.Kind == End || len(out.Nodes) < keep {
			kept[n] = n
			out.Nodes = append(out.Nodes, n)
		}
	}
	hidden := len(s.Nodes) - len(out.Nodes)
	more.Name = fmt.Sprintf("%d more states", hidden)
	toMore := map[*Node]bool{}
	for _, e := range s.Edges {
		from, to := kept[e.From], kept[e.To]
		if from == nil || to == nil && toMore[from] {
			continue
		}
		cut := *e
		if to == nil {
			toMore[from] = true
			cut = Edge{From: from, To: more, Kind: EdgeNext}
		}
		out.Edges = append(out.Edges, &cut)
	}
	out.Nodes = append(out.Nodes, more)
	return out, hidden
}

func (m *mermaid) scope(s *Scope, indent string) {
	for _, n := range s.Nodes {
		m.node(n, indent)
	}
	for _, e := range s.Edges {
		m.edge(e, indent)
	}
	// A class that stands before an edge of its container has no effect.
	for _, n := range s.Nodes {
		if n.IsContainer() && !m.collapse {
			m.WriteString(indent + "class " + m.ids[n] + " " + mermaidClass(n) + "\n")
		}
	}
}

func (m *mermaid) node(n *Node, indent string) {
	id := m.ids[n]
	if n.IsContainer() && !m.collapse {
		m.container(n, id, indent)
		return
	}
	text := mermaidNode(n)
	open, shut := `["`, `"]`
	switch {
	case n.Kind == Start || n.Kind == End:
		open, shut = `(["`, `"])`
	case n.Kind == Choice:
		open, shut = `{{"`, `"}}`
	case n.IsContainer():
		open, shut = `[["`, `"]]`
		text += mermaidEscape(fmt.Sprintf(" · %d states inside", countStates(n)))
	}
	m.WriteString(indent + id + open + text + shut + ":::" + mermaidClass(n) + "\n")
}

func (m *mermaid) container(n *Node, id, indent string) {
	title := mermaidMark(n.Mark) + n.Label + ": " + oneLine(n.Name)
	for _, c := range n.Chips {
		title += " · " + c.Kind.Symbol() + oneLine(c.Text)
	}
	// Without a direction of its own, Mermaid turns what is inside on its side.
	m.WriteString(indent + "subgraph " + id + `["` + mermaidEscape(title) + `"]` + "\n" + indent + "  direction TB\n")
	for i, inner := range n.Scopes {
		if len(n.Scopes) == 1 {
			m.scope(inner, indent+"  ")
			continue
		}
		branch := id + "_b" + strconv.Itoa(i+1)
		m.WriteString(indent + "  subgraph " + branch + `[" "]` + "\n" + indent + "    direction TB\n")
		m.scope(inner, indent+"    ")
		m.WriteString(indent + "  end\n" + indent + "  class " + branch + " branch\n")
	}
	m.WriteString(indent + "end\n")
}

func (m *mermaid) edge(e *Edge, indent string) {
	arrow := "-->"
	switch {
	case e.Kind == EdgeCatch || e.Mark.Status == Removed || e.Mark.Status == Uncovered:
		arrow = "-.->"
	case e.Mark.Status == Taken || e.Mark.Status == Added || e.Mark.Status == Covered:
		arrow = "==>"
	}
	label := mermaidMark(e.Mark) + e.Label
	if e.Mark.Count > 1 {
		label += fmt.Sprintf(" ×%d", e.Mark.Count)
	}
	if label = strings.TrimSpace(label); label != "" {
		arrow += `|"` + mermaidEscape(cut(oneLine(label), mermaidMaxLabel)) + `"|`
	}
	m.WriteString(indent + m.ids[e.From] + " " + arrow + " " + m.ids[e.To] + "\n")
	if style := mermaidStroke(e); style != "" {
		m.strokes[style] = append(m.strokes[style], m.edges)
	}
	m.edges++
}

func countStates(n *Node) int {
	count := 0
	for _, s := range n.Scopes {
		s.all(func(_ *Scope, inner *Node) {
			if inner.IsState() {
				count++
			}
		})
	}
	return count
}
