package diagram

import (
	"fmt"
	"strconv"
	"strings"
)

// DOT writes the Graphviz text of a definition; see Graph.DOT.
func DOT(def Definition) string { return New(def, Options{}).DOT() }

// DOT writes the graph for Graphviz: dot -Tsvg. Parallel and Map are clusters, catchers are dashed.
// It is an export; package diagram/svg draws better pictures and needs no other program.
func (g *Graph) DOT() string {
	d := &dot{ids: map[*Node]string{}}
	count := 0
	g.All(func(_ *Scope, n *Node) {
		d.ids[n] = "n" + strconv.Itoa(count)
		count++
	})
	d.WriteString("digraph {\n  compound=true\n  rankdir=TB\n")
	d.WriteString("  node [shape=box style=\"rounded,filled\" fillcolor=white color=\"#8a98a8\" fontname=Arial fontsize=12]\n")
	d.WriteString("  edge [color=\"#545b64\" fontname=Arial fontsize=10]\n")
	if title := strings.Trim(g.Title+" · "+g.Heading, " ·"); title != "" {
		d.WriteString("  labelloc=t\n  label=" + dotQuote(title) + "\n")
	}
	d.scope(g.Root, "  ")
	d.WriteString("}\n")
	return d.String()
}

type dot struct {
	strings.Builder
	ids map[*Node]string
}

func (d *dot) scope(s *Scope, indent string) {
	for _, n := range s.Nodes {
		if !n.IsContainer() {
			d.WriteString(indent + d.ids[n] + " [" + dotNode(n) + "]\n")
			continue
		}
		d.WriteString(indent + "subgraph cluster_" + d.ids[n] + " {\n")
		inner := indent + "  "
		d.WriteString(inner + "label=" + dotQuote(dotLabel(n)) + "\n" + inner + "style=\"rounded,dashed\"\n" +
			inner + "color=" + dotQuote(dotColor(n.Mark.Status, "#7f8fa4")) + "\n")
		// A point of its own for edges from and to the cluster.
		d.WriteString(inner + d.ids[n] + " [shape=point style=invis width=0 height=0 label=\"\"]\n")
		for _, scope := range n.Scopes {
			d.scope(scope, inner)
		}
		d.WriteString(indent + "}\n")
	}
	for _, e := range s.Edges {
		d.WriteString(indent + d.ids[e.From] + " -> " + d.ids[e.To] + d.edge(e) + "\n")
	}
}

func (d *dot) edge(e *Edge) string {
	var a []string
	if e.From.IsContainer() {
		a = append(a, "ltail=cluster_"+d.ids[e.From])
	}
	if e.To.IsContainer() {
		a = append(a, "lhead=cluster_"+d.ids[e.To])
	}
	if e.Label != "" {
		a = append(a, "label="+dotQuote(cut(oneLine(e.Label), mermaidMaxLabel)), "tooltip="+dotQuote(e.Label))
	}
	color := dotColor(e.Mark.Status, "")
	if e.Kind == EdgeCatch {
		a = append(a, "style=dashed")
		if !e.From.IsContainer() && !e.To.IsContainer() { // dot fails on such edges of clusters
			a = append(a, "constraint=false")
		}
		if color == "" {
			color = "#d13212"
		}
	}
	if color != "" {
		a = append(a, fmt.Sprintf("color=%q", color), fmt.Sprintf("fontcolor=%q", color))
	}
	if len(a) == 0 {
		return ""
	}
	return " [" + strings.Join(a, " ") + "]"
}

func dotNode(n *Node) string {
	a := []string{"label=" + dotQuote(dotLabel(n))}
	switch n.Kind {
	case Start, End:
		a = []string{"label=" + dotQuote(n.Name), `style="filled" shape=oval fillcolor="#232f3e" fontcolor=white`}
	case Choice:
		a = append(a, `shape=hexagon style=filled fillcolor="#fff6dd"`)
	case Succeed:
		a = append(a, `fillcolor="#e9f6e6"`)
	case Fail:
		a = append(a, `fillcolor="#fdeeeb"`)
	case Missing:
		a = append(a, `style="rounded,dashed" fontcolor="#d13212"`)
	}
	if color := dotColor(n.Mark.Status, ""); color != "" {
		a = append(a, fmt.Sprintf("color=%q penwidth=2", color))
	}
	return strings.Join(a, " ")
}

func dotLabel(n *Node) string {
	text := mermaidMark(n.Mark) + oneLine(n.Name) + "\n" + n.Label
	for _, c := range n.Chips {
		text += " · " + c.Kind.Symbol() + oneLine(c.Text)
	}
	return text
}

func dotColor(s Status, otherwise string) string {
	switch s {
	case Succeeded, Taken, Covered, Added:
		return "#1d8102"
	case Caught:
		return "#a56600"
	case Failed, Removed, Uncovered:
		return "#d13212"
	case Running, Changed:
		return "#0073bb"
	case NotReached, Same:
		return "#c5ccd3"
	}
	return otherwise
}

var dotEscaper = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", "", "\x00", "")

func dotQuote(text string) string { return `"` + dotEscaper.Replace(text) + `"` }
