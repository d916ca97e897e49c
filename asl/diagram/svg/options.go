package svg

import (
	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/asl/diagram/layout"
)

// Theme says for which background a picture is.
type Theme string

const (
	Auto  Theme = ""      // light or dark as the system of the reader is
	Light Theme = "light" // always dark on light
	Dark  Theme = "dark"  // always light on dark
)

// Options say how to draw. The zero value draws the machine alone, for light and dark.
type Options struct {
	// Title stands above the picture and is its name for screen readers. Default: none.
	Title string
	// Overlay colours the states: *diagram.Execution, *diagram.Coverage or diagram.Against(before).
	Overlay diagram.Overlay
	// Theme is Auto, Light or Dark. Default: Auto.
	Theme Theme
	// Engine places the boxes. Default: ELK layered. If it fails, layout.Layered takes its place.
	Engine layout.Engine
	// Interactive makes a picture for a page with a script: every state can be reached by the
	// keyboard (role button, tabindex) and has the ID of its node in data-id, every transition its
	// pointer in data-edge, the label of one that is cut its target in data-to. Title, heading and legend are left to the page. Default: a plain picture.
	Interactive bool
}

// Render draws a definition.
func Render(def diagram.Definition, opts Options) string {
	return Draw(diagram.New(def, diagram.Options{Title: opts.Title, Overlay: opts.Overlay}), opts)
}

// Draw draws a graph that was made before. Title and Overlay of the options are not looked at.
func Draw(g *diagram.Graph, opts Options) string {
	p := arrange(g, opts.Engine)
	return paint(p, opts)
}
