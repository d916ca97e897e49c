package diff

import (
	"fmt"
	"strings"
)

// maxValue is how much of a value a line shows, maxFields how many fields of a state.
const (
	maxValue  = 60
	maxFields = 12
)

// Text writes the difference for people, state by state. It is "" if nothing changed.
//
//   - Check Fraud (Choice state)
//   - when $.fraud.score > 80 → Refund
//     ~ Charge (Lambda: Invoke)
//     ~ TimeoutSeconds: (none) → 30
//   - Next → Ship
//   - Next → Check Fraud
func (d *Diff) Text() string {
	if d.Empty() {
		return ""
	}
	var b strings.Builder
	b.WriteString(d.Summary() + "\n")
	in := ""
	for _, g := range d.groups() {
		if g.in != in {
			in = g.in
			b.WriteString("\nIn " + in + ":\n")
		} else if g.first {
			b.WriteString("\n")
		}
		b.WriteString(g.sign + " " + g.title() + "\n")
		for _, line := range g.lines {
			b.WriteString("    " + line.sign + " " + line.text + "\n")
		}
	}
	return b.String()
}

// Summary says in one line how much changed: "2 states added, 1 changed; 3 transitions added".
func (d *Diff) Summary() string {
	var parts []string
	for _, kind := range []struct {
		kind      Kind
		one, many string
	}{{Machine, "", ""}, {State, "state", "states"}, {Edge, "transition", "transitions"}, {Permission, "permission", "permissions"}} {
		var words []string
		for _, list := range []struct {
			changes []Change
			verb    string
		}{{d.Added, "added"}, {d.Removed, "removed"}, {d.Changed, "changed"}} {
			n := count(list.changes, kind.kind)
			switch {
			case n == 0:
			case kind.kind == Machine:
				words = append(words, msgMachineChanged)
			case len(words) > 0:
				words = append(words, fmt.Sprintf("%d %s", n, list.verb))
			case n == 1:
				words = append(words, fmt.Sprintf("1 %s %s", kind.one, list.verb))
			default:
				words = append(words, fmt.Sprintf("%d %s %s", n, kind.many, list.verb))
			}
		}
		if len(words) > 0 {
			parts = append(parts, strings.Join(words, ", "))
		}
	}
	if len(parts) == 0 {
		return msgNoChange
	}
	return strings.Join(parts, "; ")
}

func count(list []Change, kind Kind) int {
	n := 0
	for i := range list {
		if list[i].Kind == kind {
			n++
		}
	}
	return n
}
