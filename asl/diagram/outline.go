package diagram

import (
	"strconv"
	"strings"
	"unicode"
)

// Outline writes the outline of a definition; see Graph.Outline.
func Outline(def Definition) string { return New(def, Options{}).Outline() }

// Outline writes the graph with one line a state and one line a transition, what is inside a
// Parallel or Map set in. A change of one state changes the lines of that state only, so it is good
// for golden files and logs.
//
//	Start -> Submit Job
//	Submit Job [Lambda: Invoke, ↻ 3]
//	  -> Job Complete?
//	  ! States.ALL -> Failed
//	Job Complete? [Choice state]
//	  ? $.status == "FAILED" -> Failed
//	  ? Default -> Wait
func (g *Graph) Outline() string {
	var b strings.Builder
	for _, line := range []string{g.Title, g.Heading} {
		if line != "" {
			b.WriteString("# " + oneLine(line) + "\n")
		}
	}
	outlineScope(&b, g.Root, "")
	return b.String()
}

func outlineScope(b *strings.Builder, s *Scope, indent string) {
	out := map[*Node][]*Edge{}
	for _, e := range s.Edges {
		out[e.From] = append(out[e.From], e)
	}
	for _, n := range s.Nodes {
		switch n.Kind {
		case Start:
			for _, e := range out[n] {
				b.WriteString(indent + "Start -> " + quoteName(e.To.Name) + "\n")
			}
			continue
		case End:
			continue
		}
		b.WriteString(indent + outlineNode(n) + "\n")
		for i, inner := range n.Scopes {
			if len(n.Scopes) > 1 {
				b.WriteString(indent + "  | branch " + strconv.Itoa(i+1) + outlineTitle(inner) + "\n")
			}
			outlineScope(b, inner, indent+"  | ")
		}
		for _, e := range out[n] {
			b.WriteString(indent + "  " + outlineEdge(e) + "\n")
		}
	}
}

func outlineTitle(s *Scope) string {
	if s.Title == "" {
		return ""
	}
	return ": " + oneLine(s.Title)
}

func outlineNode(n *Node) string {
	details := []string{n.Label}
	for _, c := range n.Chips {
		details = append(details, c.Kind.Symbol()+oneLine(c.Text))
	}
	if n.Mark.Status != "" {
		details = append(details, string(n.Mark.Status))
	}
	return quoteName(n.Name) + " [" + oneLine(strings.Join(details, ", ")) + "]"
}

func outlineEdge(e *Edge) string {
	text := "-> "
	switch e.Kind {
	case EdgeRule, EdgeDefault:
		text = "? " + oneLine(e.Label) + " -> "
	case EdgeCatch:
		text = "! " + oneLine(e.Label) + " -> "
	}
	if e.Kind == EdgeEnd {
		text += "(end)"
	} else {
		text += quoteName(e.To.Name)
	}
	if e.Mark.Status != "" {
		text += " [" + string(e.Mark.Status) + "]"
	}
	return text
}

// quoteName quotes a name only if it could be taken for something else.
func quoteName(name string) string {
	plain := name != "" && strings.TrimSpace(name) == name && !strings.ContainsAny(name, "[]\"`") &&
		!strings.Contains(name, "->") && strings.IndexFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }) < 0 &&
		!strings.HasPrefix(name, "#") && !strings.HasPrefix(name, "|") && name != "(end)"
	if plain {
		return name
	}
	return strconv.Quote(name)
}

// oneLine makes a text fit for one line of a text format.
func oneLine(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return '\uFFFD'
		}
		return r
	}, text)
}
