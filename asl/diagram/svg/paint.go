package svg

import (
	"fmt"
	"math"

	"github.com/stepwise-go/stepwise/asl/diagram"
)

type painter struct {
	writer
	opts Options
}

func paint(pic *picture, opts Options) string {
	p := &painter{opts: opts}
	head := &head{}
	if !opts.Interactive {
		head = newHead(pic.graph, pic.root.width)
	}
	width := max(pic.root.width, head.width) + 2*margin
	height := pic.root.height + head.height + 2*margin
	width, height = math.Ceil(width), math.Ceil(height)
	p.put(`<svg xmlns="http://www.w3.org/2000/svg" class="sfn" viewBox="0 0 `, width, ` `, height,
		`" width="`, width, `" height="`, height, `"`)
	name := clean(pic.graph.Title)
	if name == "" {
		name = titleDefault
	}
	if opts.Interactive {
		p.put(` role="group" aria-label="`, escape(name), `">`, "\n")
	} else {
		p.put(` role="img" aria-label="`, escape(name), `">`, "\n")
		p.title(name)
		p.put(`<desc>`, escape(describe(pic.graph)), `</desc>`, "\n")
	}
	p.put(`<style>`, "\n", style(opts.Theme), `</style>`, "\n")
	p.rect("canvas", 0, 0, width, height, 0)
	p.put("\n")
	p.head(head, width)
	p.area(pic.root, math.Floor((width-pic.root.width)/2), margin+head.height)
	p.put("</svg>\n")
	return p.String()
}

// describe sums a machine up for those who cannot see the picture.
func describe(g *diagram.Graph) string {
	states, catches := 0, 0
	g.Scopes(func(s *diagram.Scope) {
		for _, n := range s.Nodes {
			if n.IsState() {
				states++
			}
		}
		for _, e := range s.Edges {
			if e.Kind == diagram.EdgeCatch {
				catches++
			}
		}
	})
	text := fmt.Sprintf(descStates, states, catches)
	if g.Heading != "" {
		text += " " + clean(g.Heading)
	}
	return text
}

// area paints a scope: containers first, then edges, the ones that stand out last, then boxes, and
// labels on top.
func (p *painter) area(a *area, x, y float64) {
	for _, b := range a.boxes {
		if len(b.areas) > 0 {
			p.container(b, x+b.x, y+b.y)
		}
	}
	p.lines(a, x, y)
	for _, b := range a.boxes {
		if len(b.areas) == 0 {
			p.box(b, x+b.x, y+b.y)
		}
	}
	for _, b := range a.boxes {
		for _, inner := range b.areas {
			p.area(inner, x+b.x+inner.x, y+b.y+inner.y)
		}
	}
	for _, l := range a.lines {
		p.lineLabel(l, x, y)
	}
}

const layers = 3

func layerOf(e *diagram.Edge) int {
	switch e.Mark.Status {
	case diagram.NotReached, diagram.Uncovered, diagram.Same:
		return 0
	case "", diagram.Removed:
		return 1
	}
	return 2
}

// open begins the group of a node.
func (p *painter) open(b *box, class string) {
	n := b.node
	if status := statusClass(n.Mark.Status); status != "" {
		class += " " + status
	}
	p.put(`<g class="node `, class, `"`)
	if p.opts.Interactive && n.IsState() {
		p.put(` role="button" tabindex="0" data-id="`, escape(n.ID), `" aria-label="`, escape(ariaLabel(n)), `"`)
	}
	p.put(`>`)
	p.title(wholeTitle(n))
}

func ariaLabel(n *diagram.Node) string {
	text := clean(n.Name) + ", " + clean(n.Label)
	if n.Mark.Status != "" {
		text += ", " + string(n.Mark.Status)
	}
	return text
}

func (p *painter) box(b *box, x, y float64) {
	n := b.node
	if n.Kind == diagram.Start || n.Kind == diagram.End {
		p.open(b, "pill")
		p.rect("box", x, y, b.width, b.height, b.height/2)
		p.text("name", nameFont, x+b.width/2, y+b.height/2+4.5, n.Name)
		p.put("</g>\n")
		return
	}
	class := "state"
	if n.Kind == diagram.Missing || n.Kind == diagram.Unknown {
		class += " missing"
	}
	p.open(b, class)
	p.rect("box", x, y, b.width, b.height, radius)
	p.content(b, x, y, b.height)
	p.put("</g>\n")
}

// content paints icon, label, name, chips and mark of a box or of a container's header.
func (p *painter) content(b *box, x, y, height float64) {
	p.tile(b.node, x+padding, y+(height-iconSize)/2)
	top := y + (height-labelHeight-nameHeight*float64(len(b.name)))/2
	p.text("", labelFont, x+textLeft, top+10.5, b.label)
	for i, line := range b.name {
		p.text("name", nameFont, x+textLeft, top+labelHeight+nameHeight*float64(i)+12, line)
	}
	p.chips(b.chips, x+b.width, y-chipLift)
	p.chips(b.runChips, x+b.width, y+b.height+chipLift)
	if glyph := marks[b.node.Mark.Status]; glyph != "" {
		p.mark(glyph, "", x, y)
	}
}

func (p *painter) mark(glyph, class string, x, y float64) {
	p.put(`<g class="mark`, class, `" transform="translate(`, x, ` `, y, `)"><circle r="8"/>`, glyph, `</g>`)
}

func (p *painter) tile(n *diagram.Node, x, y float64) {
	i := iconOf(n)
	p.put(`<g class="tile" transform="translate(`, x, ` `, y, `)">`)
	p.rect(i.class, 0, 0, iconSize, iconSize, 5)
	if i.glyph != "" {
		p.put(`<g class="glyph">`, i.glyph, `</g>`)
	} else {
		size := tileFont(i.text)
		p.put(`<text x="15" y="`, 15+size*0.36, `" style="font-size:`, size, `px">`, escape(i.text), `</text>`)
	}
	p.put(`</g>`)
}

// tileFont is the largest size at which the letters of a service fit on its tile.
func tileFont(text string) float64 {
	switch w := (font{1, true}).width(text); {
	case len([]rune(text)) == 1:
		return 18
	case w > 2.35:
		return 9.5
	case w > 1.9:
		return 11
	}
	return 12
}

// chips stand on a border, from the right.
func (p *painter) chips(chips []chip, right, y float64) {
	x := right - 10
	for i := len(chips) - 1; i >= 0; i-- {
		c := chips[i]
		x -= c.width
		class := "chip"
		glyph := chipGlyphs[c.Kind]
		switch {
		case glyph != "":
			class += " sign"
		case c.Kind == diagram.ChipRun:
			class += " run"
		}
		p.put(`<g class="`, class, `">`)
		p.title(c.Title)
		p.rect("", x, y-chipHeight/2, c.width, chipHeight, chipHeight/2)
		if glyph != "" {
			p.put(`<g transform="translate(`, x+6, ` `, y-5, `)">`, glyph, `</g>`)
			p.text("", chipFont, x+18, y+3.8, c.text)
		} else {
			p.text("", chipFont, x+c.width/2, y+3.8, c.text)
		}
		p.put(`</g>`)
		x -= chipGap
	}
}

func (p *painter) container(b *box, x, y float64) {
	p.open(b, "container")
	p.rect("box", x, y, b.width, b.height, 12)
	if len(b.areas) > 1 {
		p.lanes(b, x, y)
	}
	p.content(b, x, y, b.header)
	p.put("</g>\n")
}

// lanes are the fields of the branches of a Parallel.
func (p *painter) lanes(b *box, x, y float64) {
	for _, a := range b.areas {
		top := b.header + 4
		p.rect("lane", x+a.x-laneInset, y+top, a.width+2*laneInset, b.height-top-inset, 6)
		if a.scope.Title != "" {
			p.text("lane-title", labelFont, x+a.x-laneInset+8, y+top+15, labelFont.cut(clean(a.scope.Title), a.width+8))
		}
	}
}
