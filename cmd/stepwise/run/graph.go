package run

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/asl/diagram/html"
	"github.com/stepwise-go/stepwise/asl/diagram/svg"
	"github.com/stepwise-go/stepwise/asl/load"
)

func graphCommand() *command {
	return &command{
		name: "graph", operands: "FILE", short: "draws state machines",
		long: `mermaid is text that GitHub draws in Markdown; svg is a picture for light and dark; html is one page to pan, zoom and
search, which works from a file; dot is for Graphviz; outline is plain text. Without --format the ending of -o decides.
If FILE has several state machines, -o may be a folder: each gets a file of its name.`,
		examples: []example{
			{"for a README", "stepwise graph order.asl.json"},
			{"a picture", "stepwise graph order.asl.json -o order.svg"},
			{"a page to explore, coloured by an execution", "stepwise graph order.asl.json --history history.json -o order.html"},
			{"what a change does", "stepwise graph order.asl.json --against old.asl.json -o change.svg"},
			{"all machines of an app", "stepwise graph cdk.out -o pictures/ --format svg"},
		},
		setup: func(f *flag.FlagSet) func(*env, []string) int {
			g := &graph{}
			f.StringVar(&g.format, "format", "", "draw in `FORMAT`: mermaid, svg, html, dot or outline")
			f.StringVar(&g.out, "o", "", "write to `FILE` or folder; standard output otherwise")
			f.StringVar(&g.history, "history", "", "colour by the execution in `FILE`, as GetExecutionHistory and stepwise run --history give it")
			f.StringVar(&g.against, "against", "", "show what changed since the version in `FILE`")
			f.StringVar(&g.machine, "machine", "", "draw the machine of that `NAME` only")
			f.StringVar(&g.title, "title", "", "write `TEXT` above the picture; the name of the machine otherwise")
			f.StringVar(&g.theme, "theme", "", "paint for `THEME`, light or dark; otherwise it follows the system")
			return g.run
		},
	}
}

type graph struct{ format, out, history, against, machine, title, theme string }

// endings are the formats by the ending of a file.
var endings = map[string]string{".md": "mermaid", ".mmd": "mermaid", ".svg": "svg", ".html": "html", ".htm": "html", ".dot": "dot", ".gv": "dot", ".txt": "outline"}

// formats are the formats in the order of the help.
var formats = []string{"mermaid", "svg", "html", "dot", "outline"}

// unknownEnding tells whether a file has an ending that no format has.
func unknownEnding(file string) bool {
	ext := strings.ToLower(filepath.Ext(file))
	return ext != "" && endings[ext] == "" && !isFolder(file)
}

// formatOf is the format: as given, by the ending of the file, or mermaid.
func (g *graph) formatOf() string {
	if g.format != "" {
		return g.format
	}
	if f, ok := endings[strings.ToLower(filepath.Ext(g.out))]; ok {
		return f
	}
	return "mermaid"
}

// paint draws a machine with an overlay, which may be nil.
func (g *graph) paint(e *env, m load.Machine, overlay diagram.Overlay) (string, int) {
	title := g.title
	if title == "" {
		title = m.Name
	}
	var text string
	d := diagram.New(m.ASL(), diagram.Options{Title: title, Overlay: overlay})
	switch g.format {
	case "mermaid":
		text = d.Mermaid()
		if strings.EqualFold(filepath.Ext(g.out), ".md") {
			text = "```mermaid\n" + strings.TrimRight(text, "\n") + "\n```\n"
		}
	case "dot":
		text = d.DOT()
	case "outline":
		text = d.Outline()
	case "svg":
		text = svg.Draw(d, svg.Options{Theme: svg.Theme(g.theme)})
	case "html":
		text = html.Render(m.ASL(), html.Options{Title: title, Overlay: overlay, Theme: svg.Theme(g.theme), Statements: m.Statements})
	default:
		return "", e.usage("graph", "the format %q is none of %s", g.format, strings.Join(formats, ", "))
	}
	return strings.TrimRight(text, "\n") + "\n", fine
}

func (g *graph) run(e *env, args []string) int {
	if len(args) != 1 {
		return e.usage("graph", "name one FILE")
	}
	if g.format == "" && unknownEnding(g.out) {
		return e.usage("graph", "%s: no format has that ending; choose one with --format: %s", g.out, strings.Join(formats, ", "))
	}
	g.format = g.formatOf()
	if !slices.Contains(formats, g.format) {
		return e.usage("graph", "the format %q is none of %s", g.format, strings.Join(formats, ", "))
	}
	if g.theme != "" && g.theme != "light" && g.theme != "dark" {
		return e.usage("graph", "the theme %q is neither light nor dark", g.theme)
	}
	machines, status := g.machines(e, args[0])
	if len(machines) == 0 {
		return status
	}
	folder := isFolder(g.out)
	if len(machines) > 1 && !folder && (g.out != "" || g.format != "mermaid" && g.format != "outline") {
		return e.usage("graph", "%s has %d state machines: choose one with --machine, or give a folder with -o", args[0], len(machines))
	}
	if folder {
		if err := os.MkdirAll(g.out, 0o755); err != nil { //nolint:gosec // pictures are meant to be read
			return e.fail(unusual, "%v", err)
		}
	}
	for i, m := range machines {
		e.progress(i, len(machines), m.Name)
		overlay, s := g.overlay(e, m)
		if s != fine {
			return s
		}
		painted := e.working("drawing " + m.Name)
		text, s := g.paint(e, m, overlay)
		painted()
		if s != fine {
			return s
		}
		name := g.out
		switch {
		case folder:
			name = filepath.Join(g.out, safeName(m.Name)+"."+g.ending())
		case len(machines) > 1:
			fmt.Fprintf(e.out, "%%%% %s\n", m.Name)
		}
		if s := e.write(name, []byte(text)); s != fine {
			return s
		}
	}
	e.progressDone()
	return status
}

func (g *graph) machines(e *env, path string) ([]load.Machine, int) {
	if g.machine == "" && g.against == "" {
		found, _, status := e.machines(path)
		return found, status
	}
	m, status := e.one("graph", path, g.machine)
	if status != fine {
		return nil, status
	}
	return []load.Machine{m}, fine
}

func (g *graph) ending() string {
	switch g.format {
	case "mermaid":
		return "mmd"
	case "outline":
		return "txt"
	}
	return g.format
}

func (g *graph) overlay(e *env, m load.Machine) (diagram.Overlay, int) {
	switch {
	case g.history != "" && g.against != "":
		return nil, e.usage("graph", "--history and --against are two different colourings: give one")
	case g.history != "":
		text, err := os.ReadFile(g.history)
		if err != nil {
			return nil, e.fail(unusual, "%v", err)
		}
		x, err := diagram.ReadHistory(text)
		if err != nil {
			return nil, e.fail(unusual, "%s: %v", g.history, err)
		}
		return x, fine
	case g.against != "":
		old, _, status := e.machines(g.against)
		if status != fine {
			return nil, status
		}
		for _, o := range old {
			if o.Name == m.Name || len(old) == 1 {
				return diagram.Against(o.ASL()), fine
			}
		}
		return nil, e.usage("graph", "%s has no state machine %q", g.against, m.Name)
	}
	return nil, fine
}

func isFolder(path string) bool {
	if path == "" {
		return false
	}
	info, err := os.Stat(path)
	return strings.HasSuffix(path, "/") || err == nil && info.IsDir()
}

// safeName makes a file's name of a machine's.
func safeName(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, name)
}
