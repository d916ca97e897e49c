package codegen

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// module is the path of this module, in imports.
const module = "github.com/stepwise-go/stepwise"

// file is a source file while it is written.
type file struct {
	pkg      string
	imports  map[string]bool
	names    *names // of the package
	funcs    []string
	notes    []string
	problems diag.List
}

func newFile(machines []Machine) *file {
	f := &file{pkg: "workflow", imports: map[string]bool{}, names: newNames(nil, reserved...)}
	if len(machines) > 0 && machines[0].Options.Package != "" {
		f.pkg = machines[0].Options.Package
	}
	f.use(module + "/constructs/sfn")
	return f
}

// note tells of a resource that the source does not limit.
func (f *file) note(text string) { f.notes = append(f.notes, text) }

func (f *file) use(path string) { f.imports[path] = true }

// machine writes the functions of one machine.
func (f *file) machine(m Machine) {
	w := &machineWriter{file: f, opts: m.Options, asl: m.ASL, seen: map[string]string{}}
	function := m.Options.Function
	if function == "" {
		function = "NewDefinition"
	}
	function = f.names.pick(function)
	at := len(f.funcs)
	f.funcs = append(f.funcs, "") // NewDefinition stands before the functions it calls
	body := w.body(&m.ASL.Graph, "", newNames(f.names))
	f.funcs[at] = w.comment(function) + "func " + function + "() sfn.Chainable {\n" + body + "}\n"
	if props := w.props(); len(props) > 0 {
		name := f.names.pick(strings.TrimSuffix(function, "Definition") + "Props")
		var b strings.Builder
		b.WriteString("// " + name + " returns the options of the machine that " + function + " returns.\nfunc " + name + "() sfn.MachineProps {\n\treturn ")
		composite("sfn.MachineProps", props...).print(&b, 1, 2*tab)
		f.funcs = slices.Insert(f.funcs, at+1, b.String()+"\n}\n")
	}
}

// machineWriter writes one machine.
type machineWriter struct {
	*file
	opts Options
	asl  *asl.Machine
	seen map[string]string // the pointer of each state by name
}

func (w *machineWriter) language() asl.QueryLanguage {
	if w.asl.QueryLanguage != "" {
		return w.asl.QueryLanguage
	}
	return asl.JSONPath
}

func (w *machineWriter) comment(function string) string {
	what := "the workflow"
	if w.opts.Name != "" {
		what += " " + strconv.Quote(w.opts.Name)
	}
	out := "// " + function + " returns " + what + ".\n"
	if c := strings.TrimSpace(w.asl.Comment); c != "" {
		out += "//\n"
		for line := range strings.Lines(c) {
			out += strings.TrimRight("// "+printable(strings.TrimSpace(line)), " ") + "\n"
		}
	}
	return out
}

// printable leaves out what cannot stand in a comment.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if strconv.IsPrint(r) {
			return r
		}
		return ' '
	}, s)
}

// props are the options of the machine.
func (w *machineWriter) props() []code {
	var out []code
	if w.asl.Comment != "" {
		out = append(out, pair("Comment", quoted(w.asl.Comment)))
	}
	switch l := w.asl.QueryLanguage; l {
	case "":
	case asl.JSONata, asl.JSONPath:
		w.use(module + "/asl")
		out = append(out, pair("QueryLanguage", text("asl."+string(l))))
	default:
		out = append(out, pair("QueryLanguage", quoted(string(l))))
	}
	if n, ok := w.asl.TimeoutSeconds.Number(); ok && n > 0 && n <= maxSeconds {
		out = append(out, pair("Timeout", w.duration(n)))
	}
	if w.asl.Version != "" {
		out = append(out, pair("Version", quoted(w.asl.Version)))
	}
	if w.opts.Type == "EXPRESS" {
		out = append(out, pair("Type", text("sfn.Express")))
	}
	if patch := w.changes(); len(patch) > 0 {
		out = append(out, pair("Patch", composite("[]sfn.Change", patch...)))
	}
	return out
}

// changes are those for what of the machine itself no field of its props can say, such as an empty
// Comment.
func (w *machineWriter) changes() []code {
	var out []code
	for key, v := range w.asl.Extra.All() {
		out = append(out, call("sfn.Set", quoted("/"+ordjson.EscapePointer(key)), w.value(v, literally)))
	}
	n, ok := w.asl.TimeoutSeconds.Number()
	if w.asl.TimeoutSeconds.IsSet() && (!ok || n <= 0 || n > maxSeconds) {
		v, _ := w.asl.JSON().Get("TimeoutSeconds")
		out = append(out, call("sfn.Set", quoted("/TimeoutSeconds"), w.value(v, literally)))
	}
	return out
}

func (w *machineWriter) problem(pointer string, d diag.Diagnostic) {
	d.Pointer = pointer
	w.problems.Add(d)
}

func (f *file) source() []byte {
	var b strings.Builder
	b.WriteString("package " + f.pkg + "\n\nimport (\n")
	paths := slices.Sorted(maps.Keys(f.imports))
	for _, own := range []bool{false, true} {
		for _, p := range paths {
			if strings.HasPrefix(p, module) == own {
				b.WriteString("\t" + strconv.Quote(p) + "\n")
			}
		}
		b.WriteString("\n")
	}
	b.WriteString(")\n")
	for _, fn := range f.funcs {
		b.WriteString("\n" + fn)
	}
	return []byte(b.String())
}
