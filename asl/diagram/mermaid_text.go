package diagram

import (
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// mermaidIDs gives every node an ID made from its name, so that a new state changes no other line.
// Names that look alike get a hash of where they stand. No ID is a word of the language.
func mermaidIDs(g *Graph) map[*Node]string {
	ids, uses := map[*Node]string{}, map[string]int{}
	g.All(func(_ *Scope, n *Node) {
		id := "s_" + slug(n.Name)
		if n.Kind == Start || n.Kind == End {
			id = strings.ToLower(string(n.Kind)) + "_"
		}
		ids[n] = id
		uses[strings.ToLower(id)]++
	})
	for n, id := range ids {
		if uses[strings.ToLower(id)] > 1 {
			h := fnv.New32a()
			h.Write([]byte(n.ID))
			ids[n] = id + "_" + fmt.Sprintf("%08x", h.Sum32())
		}
	}
	return ids
}

// slug keeps the ASCII letters and digits of a name.
func slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range name {
		if r < 128 && (r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z') {
			if gap && b.Len() > 0 {
				b.WriteByte('_')
			}
			b.WriteRune(r)
			gap = false
		} else {
			gap = true
		}
		if b.Len() >= 40 {
			break
		}
	}
	return b.String()
}

// mermaidEscaper hides what has a meaning, from the parser and from what goes over the text before it:
// a line with "direction TB" anywhere in it, or with a word that ends in style, a colon and an escape.
var mermaidEscaper = strings.NewReplacer(
	"direction ", "direction#32;", ": ", ": ", ":", "#58;",
	"&", "#amp;", `"`, "#quot;", "<", "#lt;", ">", "#gt;", "#", "#35;", "`", "#96;", `\`, "#92;", "%", "#37;",
)

func mermaidEscape(text string) string { return mermaidEscaper.Replace(text) }

func mermaidNode(n *Node) string {
	if n.Kind == Start || n.Kind == End {
		return n.Name
	}
	text := "<b>" + mermaidEscape(mermaidMark(n.Mark)+oneLine(n.Name)) + "</b>"
	details := n.Label
	for _, c := range n.Chips {
		details += " · " + c.Kind.Symbol() + cut(oneLine(c.Text), mermaidMaxLabel)
	}
	return text + "<br/>" + mermaidEscape(details)
}

func cut(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return strings.TrimSpace(string(runes[:most-1])) + "…"
	}
	return text
}

var mermaidMarks = map[Status]string{
	Succeeded: "✓ ", Covered: "✓ ", Caught: "! ", Failed: "✕ ", Uncovered: "✕ ", Running: "… ", Aborted: "■ ",
	Added: "+ ", Removed: "− ", Changed: "~ ",
}

func mermaidMark(m Mark) string { return mermaidMarks[m.Status] }

// mermaidClasses: every one with a fill sets its colour too, or the text of a dark theme falls on a
// light fill. Containers are transparent, so that both themes work.
var mermaidClasses = map[string]string{
	"state":   "fill:#ffffff,stroke:#8a98a8,color:#16191f",
	"choice":  "fill:#fff6dd,stroke:#966d09,color:#16191f",
	"success": "fill:#e9f6e6,stroke:#1d8102,color:#16191f",
	"fail":    "fill:#fdeeeb,stroke:#d13212,color:#16191f",
	"point":   "fill:#232f3e,stroke:#8a98a8,color:#ffffff",
	"missing": "fill:#ffffff,stroke:#d13212,stroke-dasharray:4 3,color:#d13212",
	"inside":  "fill:#7f8fa410,stroke:#7f8fa4,stroke-dasharray:6 4",
	"branch":  "fill:#7f8fa408,stroke:#7f8fa455",
	"good":    "fill:#e9f6e6,stroke:#1d8102,stroke-width:2px,color:#16191f",
	"warn":    "fill:#fff3dc,stroke:#a56600,stroke-width:2px,color:#16191f",
	"bad":     "fill:#fdeeeb,stroke:#d13212,stroke-width:2px,color:#16191f",
	"busy":    "fill:#e6f2fb,stroke:#0073bb,stroke-width:2px,color:#16191f",
	"stopped": "fill:#eceff1,stroke:#5f6b7a,stroke-width:2px,color:#16191f",
	"gone":    "fill:#fdeeeb,stroke:#d13212,stroke-dasharray:5 4,color:#16191f",
	"faint":   "fill:#ffffff,stroke:#c5ccd3,color:#5f6b7a",
}

var mermaidStatus = map[Status]string{
	Succeeded: "good", Covered: "good", Added: "good", Caught: "warn", Failed: "bad", Running: "busy", Changed: "busy",
	Aborted: "stopped", Removed: "gone", Uncovered: "gone", NotReached: "faint", Same: "faint",
}

func mermaidClass(n *Node) string {
	if class := mermaidStatus[n.Mark.Status]; class != "" && n.Kind != Start && n.Kind != End {
		return class
	}
	switch n.Kind {
	case Start, End:
		return "point"
	case Choice:
		return "choice"
	case Succeed:
		return "success"
	case Fail:
		return "fail"
	case Missing:
		return "missing"
	}
	if n.IsContainer() {
		return "inside"
	}
	return "state"
}

// mermaidStroke is the style of an edge that is not as all others.
func mermaidStroke(e *Edge) string {
	switch e.Mark.Status {
	case Succeeded, Taken, Covered, Added:
		return "stroke:#1d8102"
	case Caught:
		return "stroke:#a56600"
	case Changed:
		return "stroke:#0073bb"
	case Removed, Uncovered, Failed:
		return "stroke:#d13212"
	}
	if e.Kind == EdgeCatch {
		return "stroke:#e5484d"
	}
	return ""
}

// classes writes the definitions of the classes that the text uses, and the styles of edges.
func (m *mermaid) classes() {
	used := map[string]bool{}
	text := m.String()
	for _, name := range slices.Sorted(maps.Keys(mermaidClasses)) {
		if strings.Contains(text, ":::"+name+"\n") || strings.Contains(text, " "+name+"\n") {
			used[name] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(used)) {
		m.WriteString("  classDef " + name + " " + mermaidClasses[name] + "\n")
	}
	for _, style := range slices.Sorted(maps.Keys(m.strokes)) {
		list := make([]string, len(m.strokes[style]))
		for i, n := range m.strokes[style] {
			list[i] = strconv.Itoa(n)
		}
		m.WriteString("  linkStyle " + strings.Join(list, ",") + " " + style + "\n")
	}
}
