package html

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"html"
	"strings"

	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/asl/diagram/layout"
	"github.com/stepwise-go/stepwise/asl/diagram/svg"
	"github.com/stepwise-go/stepwise/iam"
)

// Options say what is on the page beside the machine itself. The zero value draws just the machine.
type Options struct {
	// Title is the name of the page and stands at its top. Default: "State machine".
	Title string
	// Overlay colours the states: *diagram.Execution, *diagram.Coverage or diagram.Against(before).
	// With an execution the page has a slider that steps through its events.
	Overlay diagram.Overlay
	// Theme is svg.Auto, svg.Light or svg.Dark. Default: svg.Auto. The reader can switch it.
	Theme svg.Theme
	// Statements are the permissions of the machine. Each is shown at the states that its Reasons
	// name, all of them at the machine.
	Statements []iam.Statement
	// Notes are shown at a state, by JSON Pointer or by name; at the machine by "".
	Notes map[string]string
	// Engine places the boxes, as in svg.Options.
	Engine layout.Engine
}

var (
	//go:embed page.html
	pageHTML string
	//go:embed page.css
	pageCSS string
	//go:embed page.js
	pageJS string
)

// Render draws a definition as a page.
func Render(def diagram.Definition, opts Options) string {
	g := diagram.New(def, diagram.Options{Title: opts.Title, Overlay: opts.Overlay})
	title := opts.Title
	if strings.TrimSpace(title) == "" {
		title = titleDefault
	}
	heading := g.Heading
	g.Title, g.Heading = "", "" // they stand on the page, not in the picture
	picture := svg.Draw(g, svg.Options{Theme: svg.Light, Engine: opts.Engine, Interactive: true})
	data, err := json.Marshal(newData(g, title, heading, opts))
	if err != nil { // a value that is not JSON came in with an overlay: show the picture without it
		data = []byte(`{"nodes":[],"events":[],"machine":{}}`)
	}
	theme := string(opts.Theme)
	return strings.NewReplacer(
		"{{title}}", html.EscapeString(clean(title)),
		"{{heading}}", html.EscapeString(clean(heading)),
		"{{policy}}", policy(pageJS),
		"{{theme}}", html.EscapeString(theme),
		"{{style}}", pageCSS+svg.Style(svg.Dark, `html[data-theme="dark"] `),
		"{{picture}}", picture,
		"{{data}}", string(data),
		"{{script}}", pageJS,
	).Replace(pageHTML)
}

// policy forbids every request, and every script but the page's own.
func policy(script string) string {
	sum := sha256.Sum256([]byte(script))
	return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; script-src 'sha256-" +
		base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// clean makes a text fit for a line of HTML, which has no place for control characters.
func clean(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	return strings.Join(strings.Fields(text), " ")
}
