package svg

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diagram"
)

// icon is what stands on the tile of a state: a glyph of our own, or the letters of a service.
type icon struct {
	class string // of the tile
	glyph string // SVG on a field of 30 by 30
	text  string
}

// glyphs are drawn with strokes. They are our own: AWS's icons are trademarks.
const (
	glyphChoice   = `<path d="M15 7.5 22.5 15 15 22.5 7.5 15Z"/>`
	glyphPass     = `<path d="M7.5 15h14M16.5 10l5 5-5 5"/>`
	glyphWait     = `<circle cx="15" cy="15" r="7.5"/><path d="M15 10.5V15l3 2"/>`
	glyphSucceed  = `<circle cx="15" cy="15" r="7.5"/><path d="m11.5 15.3 2.4 2.4 4.6-5"/>`
	glyphFail     = `<circle cx="15" cy="15" r="7.5"/><path d="m12.3 12.3 5.4 5.4M17.7 12.3l-5.4 5.4"/>`
	glyphParallel = `<path d="M15 6.5v5M8 23v-8.5q0-3 3-3h8q3 0 3 3V23M15 11.5V23"/>`
	glyphMap      = `<rect x="7" y="11.5" width="12" height="11" rx="1.5"/><path d="M10 8.7h10.5q1.5 0 1.5 1.5V19"/>`
	glyphFleet    = `<rect x="7" y="13.5" width="10" height="9" rx="1.5"/><path d="M9.5 10.5h9q1.5 0 1.5 1.5v7.5M12.5 7.5h9q1.5 0 1.5 1.5v7.5"/>`
	glyphTask     = `<path d="M9 9.5h12M9 15h12M9 20.5h7"/>`
	glyphMissing  = `<path d="M11.7 12q0-3.3 3.3-3.3T18.3 12q0 2-3.3 4v1.5M15 21.3v.1"/>`
)

func iconOf(n *diagram.Node) icon {
	switch n.Kind {
	case diagram.Choice:
		return icon{class: "choice-tile", glyph: glyphChoice}
	case diagram.Pass:
		return icon{class: "pass-tile", glyph: glyphPass}
	case diagram.Wait:
		return icon{class: "wait-tile", glyph: glyphWait}
	case diagram.Succeed:
		return icon{class: "succeed-tile", glyph: glyphSucceed}
	case diagram.Fail:
		return icon{class: "fail-tile", glyph: glyphFail}
	case diagram.Parallel:
		return icon{class: "group-tile", glyph: glyphParallel}
	case diagram.Map:
		if m, ok := n.State.(*asl.Map); ok && m.Distributed() {
			return icon{class: "group-tile", glyph: glyphFleet}
		}
		return icon{class: "group-tile", glyph: glyphMap}
	case diagram.Missing, diagram.Unknown:
		return icon{class: "missing-tile", glyph: glyphMissing}
	}
	if s := n.Resource.Service; s.Badge != "" {
		return icon{class: string(s.Category), text: s.Badge}
	}
	return icon{class: "other", glyph: glyphTask}
}

// chipGlyphs are drawn on a field of 10 by 10.
var chipGlyphs = map[diagram.ChipKind]string{
	diagram.ChipRetry:       `<path d="M8.6 5A3.6 3.6 0 1 1 7.4 2.3M8.7.7v2h-2"/>`,
	diagram.ChipTimeout:     `<path d="M5 2.2a3.5 3.5 0 1 1-.01 0M5 5.7V4M4 .7h2"/>`,
	diagram.ChipHeartbeat:   `<path d="M.6 5.2h2.2l1.2-3 2 5.6 1.2-2.6h2.2"/>`,
	diagram.ChipConcurrency: `<path d="M3.3 1.5v7M6.7 1.5v7"/>`,
	diagram.ChipWait:        `<path d="M5 1.2a3.8 3.8 0 1 1-.01 0M5 2.9V5l1.5.9"/>`,
}

func hasGlyph(k diagram.ChipKind) bool { return chipGlyphs[k] != "" }

// marks are drawn around 0,0 on a round field of radius 8.
var marks = map[diagram.Status]string{
	diagram.Succeeded: `<path d="m-3.5.2 2.4 2.4 4.6-5"/>`,
	diagram.Covered:   `<path d="m-3.5.2 2.4 2.4 4.6-5"/>`,
	diagram.Failed:    `<path d="m-2.8-2.8 5.6 5.6M2.8-2.8l-5.6 5.6"/>`,
	diagram.Uncovered: `<path d="m-2.8-2.8 5.6 5.6M2.8-2.8l-5.6 5.6"/>`,
	diagram.Caught:    `<path d="M0-4v4.5M0 3.8v.1"/>`,
	diagram.Running:   `<path d="M-3.5 0v.1M0 0v.1M3.5 0v.1"/>`,
	diagram.Aborted:   `<rect class="stop" x="-3" y="-3" width="6" height="6"/>`,
	diagram.Added:     `<path d="M0-3.7v7.4M-3.7 0h7.4"/>`,
	diagram.Removed:   `<path d="M-3.7 0h7.4"/>`,
	diagram.Changed:   `<path d="M-4 .8q2-3 4-.8t4-.8"/>`,
}

// statusClass is the class of a status; it says its thing by colour and line style.
func statusClass(s diagram.Status) string {
	switch s {
	case diagram.Succeeded, diagram.Taken, diagram.Covered, diagram.Added:
		return "is-good"
	case diagram.Caught:
		return "is-warn"
	case diagram.Failed:
		return "is-bad"
	case diagram.Uncovered:
		return "is-bad is-dotted"
	case diagram.Removed:
		return "is-bad is-gone"
	case diagram.Running, diagram.Changed:
		return "is-busy"
	case diagram.Aborted:
		return "is-stopped"
	case diagram.NotReached:
		return "is-faint"
	case diagram.Same:
		return "is-same"
	}
	return ""
}
