package diff

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/stepwise-go/stepwise/ordjson"
)

// group is what changed about one state, for people.
type group struct {
	sign, name, what, in string
	first                bool // of its kind
	inside               int  // states inside that came or went with it
	lines                []line
}

type line struct{ sign, text string }

// title is the head line of a group.
func (g *group) title() string {
	text := oneLine(g.name)
	if g.what != "" {
		text += " (" + oneLine(g.what) + ")"
	}
	return text + g.insideText()
}

func (g *group) insideText() string {
	if g.inside == 0 {
		return ""
	}
	return fmt.Sprintf(msgInside, g.inside)
}

type groupKey struct{ in, name string }

// groups puts all changes together by state: the machine first, then states in the order added,
// changed, removed, then permissions.
func (d *Diff) groups() []*group {
	b := &grouper{byKey: map[groupKey]*group{}}
	for i := range d.Changed {
		if c := &d.Changed[i]; c.Kind == Machine {
			b.fields(b.get(c, "~", msgMachine), c.Fields)
		}
	}
	for _, list := range []struct {
		sign    string
		changes []Change
	}{{"+", d.Added}, {"~", d.Changed}, {"-", d.Removed}} {
		for i := range list.changes {
			b.add(&list.changes[i], list.sign)
		}
	}
	for _, list := range []struct {
		sign    string
		changes []Change
	}{{"-", d.Removed}, {"+", d.Added}, {"~", d.Changed}} {
		for i := range list.changes {
			if c := &list.changes[i]; c.Kind == Edge && !c.inside {
				b.edge(c, list.sign)
			}
		}
	}
	for _, list := range []struct {
		sign    string
		changes []Change
	}{{"+", d.Added}, {"-", d.Removed}} {
		for i := range list.changes {
			if c := &list.changes[i]; c.Kind == Permission {
				g := b.get(&Change{}, "~", msgPermissions)
				g.lines = append(g.lines, line{list.sign, oneLine(c.Name)})
			}
		}
	}
	return b.ordered()
}

type grouper struct {
	list  []*group
	byKey map[groupKey]*group
	last  *group // the state that those inside it are counted for
}

func (b *grouper) get(c *Change, sign, name string) *group {
	key := groupKey{c.In, name}
	g := b.byKey[key]
	if g == nil {
		g = &group{sign: sign, name: name, what: c.What, in: c.In}
		b.byKey[key] = g
		b.list = append(b.list, g)
	}
	return g
}

func (b *grouper) add(c *Change, sign string) {
	switch {
	case c.Kind != State:
	case c.inside && b.last != nil && strings.HasPrefix(c.In, b.last.in):
		b.last.inside++
	case c.inside:
	default:
		g := b.get(c, sign, c.Name)
		g.what = c.What
		if sign != "~" {
			b.last = g
		}
		b.fields(g, c.Fields)
	}
}

func (b *grouper) edge(c *Change, sign string) {
	name := c.Name
	if c.On == "StartAt" {
		name = msgTheStart
	}
	g := b.get(c, "~", name)
	if len(c.Fields) == 0 {
		g.lines = append(g.lines, line{sign, edgeText(c)})
	}
	for _, f := range c.Fields {
		g.lines = append(g.lines, line{sign, edgeText(c) + ": " + fieldText(f)})
	}
}

func (b *grouper) fields(g *group, fields []Field) {
	for i, f := range fields {
		if i == maxFields && len(fields) > maxFields+1 {
			g.lines = append(g.lines, line{"~", fmt.Sprintf(msgMoreFields, len(fields)-i)})
			return
		}
		sign := "~"
		switch {
		case !f.Had:
			sign = "+"
		case !f.Has:
			sign = "-"
		}
		g.lines = append(g.lines, line{sign, fieldText(f)})
	}
}

// ordered puts the groups of one place together, the machine's own first.
func (b *grouper) ordered() []*group {
	var out []*group
	done := map[string]bool{}
	for _, first := range append([]*group{{}}, b.list...) {
		if in := first.in; !done[in] {
			done[in] = true
			for _, g := range b.list {
				if g.in == in {
					g.first = len(out) == 0
					out = append(out, g)
				}
			}
		}
	}
	return out
}

func edgeText(c *Change) string {
	to := oneLine(c.To)
	if c.To == "" {
		to = msgTheEnd
	}
	switch c.On {
	case "Choice":
		return "when " + oneLine(c.Label) + " → " + to
	case "Catch":
		return "catch " + oneLine(c.Label) + " → " + to
	case "End":
		return "End"
	}
	return c.On + " → " + to
}

func fieldText(f Field) string {
	name := oneLine(strings.ReplaceAll(strings.TrimPrefix(f.Pointer, "/"), "/", "."))
	switch {
	case !f.Had:
		return name + ": " + valueText(f.After)
	case !f.Has:
		return name + ": " + valueText(f.Before)
	}
	return name + ": " + valueText(f.Before) + " → " + valueText(f.After)
}

func valueText(v any) string {
	text := []rune(oneLine(ordjson.String(v)))
	if len(text) > maxValue {
		return string(text[:maxValue-1]) + "…"
	}
	return string(text)
}

func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
}
