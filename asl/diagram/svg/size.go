package svg

import (
	"math"
	"strings"

	"github.com/stepwise-go/stepwise/asl/diagram"
)

// The sizes of everything, in pixels.
const (
	radius        = 8.0
	iconSize      = 30.0
	padding       = 8.0
	textLeft      = padding + iconSize + 8 // where the text of a box begins
	textRight     = 12.0
	textWidth     = 176.0 // names are wrapped at
	labelWidth    = 204.0 // what a state does is cut at
	nameLines     = 3
	nameHeight    = 16.0
	labelHeight   = 14.0
	minBoxWidth   = 120.0
	minBoxHeight  = 46.0
	pillWidth     = 76.0
	pillHeight    = 32.0
	headerHeight  = iconSize + 2*padding
	inset         = 14.0 // from a container's border to what is inside
	laneGap       = 12.0
	laneInset     = 12.0
	laneTitle     = 18.0
	chipHeight    = 16.0
	chipGap       = 4.0
	chipLift      = 2.0 // how far the middle of a chip is outside its box
	chipText      = 64.0
	edgeLabelMax  = 170.0
	catchLabelMax = 230.0 // of a label beside its box
	edgeLabelRows = 3
	edgeLabelRow  = 14.0
	margin        = 20.0
)

var (
	nameFont    = font{13, true}
	labelFont   = font{11, false}
	edgeFont    = font{11, false}
	chipFont    = font{10.5, false}
	titleFont   = font{15, true}
	headingFont = font{13, true}
	legendFont  = font{11, false}
)

// chip is a badge with its place for the text.
type chip struct {
	diagram.Chip
	text  string
	width float64
}

// measure says how large a node without states inside is.
func (b *box) measure() {
	n := b.node
	if n.Kind == diagram.Start || n.Kind == diagram.End {
		b.name = []string{n.Name}
		b.width, b.height = pillWidth, pillHeight
		return
	}
	b.name = nameFont.wrap(n.Name, textWidth, nameLines)
	label := clean(n.Label)
	for _, c := range n.Chips {
		if text := clean(c.Text); c.Kind == diagram.ChipWait && chipFont.width(text) > chipText {
			label += " · " + text // a path, an expression or a point in time
			continue
		}
		m := chip{Chip: c, text: chipFont.cut(clean(c.Text), chipText)}
		m.width = math.Ceil(chipFont.width(m.text)) + 14
		if hasGlyph(c.Kind) {
			m.width += 11
		}
		if c.Kind == diagram.ChipRun {
			b.runChips = append(b.runChips, m)
		} else {
			b.chips = append(b.chips, m)
		}
	}
	b.label = labelFont.cut(label, labelWidth)
	text := max(nameFont.widest(b.name), labelFont.width(b.label))
	b.width = max(minBoxWidth, textLeft+text+textRight, b.chipsFit())
	b.width = 2 * math.Ceil(b.width/2)
	b.height = max(minBoxHeight, 2*padding+labelHeight+nameHeight*float64(len(b.name)))
}

// chipsFit returns how wide the box has to be so that its chips, on the right half of the border,
// leave the middle to the edges.
func (b *box) chipsFit() float64 {
	return 2 * (max(chipsWidth(b.chips), chipsWidth(b.runChips)) + 18)
}

func chipsWidth(chips []chip) float64 {
	sum := 0.0
	for _, c := range chips {
		sum += c.width + chipGap
	}
	return sum
}

// measure says how large the label of an edge is.
func (l *line) measure() {
	text := clean(l.edge.Label)
	if text == "" && !l.far {
		return
	}
	most := edgeLabelMax
	if l.edge.Kind == diagram.EdgeCatch && (!l.edge.From.IsContainer() || l.edge.Loop) {
		most = catchLabelMax
	}
	l.text = nil
	if text != "" {
		l.text = edgeFont.wrapClauses(text, most, edgeLabelRows)
	}
	if l.far {
		l.text = append(l.text, edgeFont.cut("→ "+clean(l.edge.To.Name), catchLabelMax))
	}
	l.labelWidth = math.Ceil(edgeFont.widest(l.text)) + 14
	l.labelHeight = edgeLabelRow*float64(len(l.text)) + 6
}

// wholeTitle is the tooltip of a node.
func wholeTitle(n *diagram.Node) string {
	parts := []string{n.Name, n.Label}
	for _, c := range n.Chips {
		parts = append(parts, c.Title)
	}
	if n.Mark.Status != "" {
		parts = append(parts, string(n.Mark.Status))
	}
	if n.Mark.Note != "" {
		parts = append(parts, n.Mark.Note)
	}
	if n.Comment != "" {
		parts = append(parts, n.Comment)
	}
	return strings.Join(parts, "\n")
}
