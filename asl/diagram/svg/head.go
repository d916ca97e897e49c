package svg

import "github.com/stepwise-go/stepwise/asl/diagram"

// head is what stands above a picture: its title, what the overlay sums up, and a legend.
type head struct {
	title, heading string
	legend         []diagram.Status
	legendWidth    float64
	legendBelow    bool
	width, height  float64
}

const (
	headRow    = 24.0
	legendItem = 34.0 // the mark and the space around an item
)

func newHead(g *diagram.Graph, width float64) *head {
	h := &head{title: clean(g.Title), heading: clean(g.Heading)}
	if g.Overlay != nil {
		for _, s := range g.Overlay.Legend() {
			if marks[s] != "" {
				h.legend = append(h.legend, s)
				h.legendWidth += legendFont.width(string(s)) + legendItem
			}
		}
	}
	width = max(width, 220)
	h.title, h.heading = titleFont.cut(h.title, max(width, 480)), headingFont.cut(h.heading, max(width, 480))
	left := max(titleFont.width(h.title), headingFont.width(h.heading))
	h.legendBelow = left > 0 && left+h.legendWidth+24 > width
	h.width = max(left, h.legendWidth)
	if h.title != "" {
		h.height += headRow
	}
	if h.heading != "" {
		h.height += headRow
	}
	if len(h.legend) > 0 && (h.legendBelow || h.height == 0) {
		h.height += headRow
	}
	if h.height > 0 {
		h.height += 8
	}
	return h
}

func (p *painter) head(h *head, width float64) {
	y := margin
	if h.title != "" {
		p.text("title", titleFont, margin, y+14, h.title)
		y += headRow
	}
	if h.heading != "" {
		p.text("heading", headingFont, margin, y+14, h.heading)
		y += headRow
	}
	if len(h.legend) == 0 {
		return
	}
	x := width - margin - h.legendWidth + legendItem - 20
	if h.legendBelow {
		x = margin
	} else {
		y = margin
	}
	p.put(`<g class="legend">`)
	for _, s := range h.legend {
		p.mark(marks[s], " "+statusClass(s), x+8, y+10)
		p.text("", legendFont, x+20, y+14, string(s))
		x += legendFont.width(string(s)) + legendItem
	}
	p.put("</g>\n")
}
