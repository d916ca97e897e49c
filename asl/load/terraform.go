package load

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/hcljson"
	"github.com/stepwise-go/stepwise/ordjson"
)

// terraformFile tells a file in the language of Terraform.
func terraformFile(file string) bool {
	return slices.Contains([]string{".tf", ".hcl", ".tfvars"}, filepath.Ext(file))
}

// terraform reads the state machines of a file in the language of Terraform, as far as a definition
// is in the file: between <<EOF and EOF, given to jsonencode, or in a file that file() or templatefile()
// names. A definition that is put together from parts is in a plan only.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sfn_state_machine
func terraform(file string, text string) ([]Machine, error) {
	var out []Machine
	var faults []error
	for _, at := range stateMachine.FindAllStringSubmatchIndex(text, -1) {
		r := resource{file: file, name: text[at[2]:at[3]], text: text, begin: at[1], body: block(text[at[1]:])}
		if module := strings.Contains(text[at[0]:at[2]], "module"); module && !(ofStateMachine.MatchString(r.body) && definitionIs.MatchString(r.body)) {
			continue
		}
		m, err := r.machine()
		if err != nil {
			faults = append(faults, err)
			continue
		}
		out = append(out, m)
	}
	if len(out)+len(faults) == 0 {
		return nil, &NoMachines{file}
	}
	return out, errors.Join(faults...)
}

var (
	stateMachine   = regexp.MustCompile(`(?m)^\s*(?:resource\s+"aws_sfn_state_machine"|module)\s+"([^"]+)"\s*\{`)
	ofStateMachine = regexp.MustCompile(`(?mi)^\s*source\s*=\s*"[^"\n]*(?:step-?_?functions?|state-?_?machine|sfn)`)
	nextBlock      = regexp.MustCompile(`(?m)^(resource|data|module|variable|output|locals|provider|terraform)\b`)
	machineTypeIs  = regexp.MustCompile(`(?m)^\s*type\s*=\s*"(\w+)"`)
	definitionIs   = regexp.MustCompile(`(?m)^\s*definition\s*=\s*`)
	heredoc        = regexp.MustCompile(`^<<[-~]?"?(\w+)"?[ \t]*\r?\n`)
	encodeCall     = regexp.MustCompile(`^jsonencode\(\s*`)
	localName      = regexp.MustCompile(`^local\.(\w+)[ \t]*(?:\r?\n|$)`)
	fileCall       = regexp.MustCompile(`^(?:templatefile|file)\(\s*"([^"]+)"`)
)

var (
	lambdaARN   = regexp.MustCompile(`^\$\{aws_lambda_(?:function|alias)\.[\w.]+\.(?:arn|qualified_arn)\}$`)
	activityARN = regexp.MustCompile(`^\$\{aws_sfn_activity\.[\w.]+\.(?:arn|id)\}$`)
)

// terraformType is the type of what a token has the address of.
func terraformType(token string) string {
	switch {
	case lambdaARN.MatchString(token):
		return lambdaFunction
	case activityARN.MatchString(token):
		return activity
	}
	return ""
}

// block is the text up to the next block of the file: braces need not be counted, and a definition may
// have any.
func block(text string) string {
	if end := nextBlock.FindStringIndex(text); end != nil {
		return text[:end[0]]
	}
	return text
}

// resource is one aws_sfn_state_machine.
type resource struct {
	file, name, text, body string
	begin                  int // of the body in the text
}

func (r resource) machine() (Machine, error) {
	m := Machine{File: r.file, Name: r.name}
	if t := machineTypeIs.FindStringSubmatch(r.body); t != nil {
		m.Type = t[1]
	}
	at := definitionIs.FindStringIndex(r.body)
	if at == nil {
		return m, r.fault(0, noDefinition)
	}
	doc, err := r.definition(at[1])
	m.Document = doc
	return m, err
}

func (r resource) definition(at int) (*asl.Document, error) {
	value := r.body[at:]
	if begin := heredoc.FindStringSubmatchIndex(value); begin != nil {
		rest := value[begin[1]:]
		end := regexp.MustCompile(`(?m)^\s*` + value[begin[2]:begin[3]] + `\s*$`).FindStringIndex(rest)
		if end == nil {
			return nil, r.fault(at, noDefinition)
		}
		return r.literal(at, rest[:end[0]])
	}
	if call := fileCall.FindStringSubmatch(value); call != nil {
		path := filepath.Join(filepath.Dir(r.file), strings.NewReplacer("${path.module}/", "", "${path.root}/", "").Replace(call[1]))
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, r.fault(at, unreadable(err))
		}
		return parse(path, hcljson.Template(string(text)))
	}
	if call := encodeCall.FindString(value); call != "" {
		return r.encoded(at, len(call))
	}
	if name := localName.FindStringSubmatch(value); name != nil {
		if begin := r.local(name[1]); begin >= 0 {
			r.begin, r.body = 0, r.text
			return r.definition(begin)
		}
	}
	line, _, _ := strings.Cut(value, "\n")
	return nil, r.fault(at, onlyDeployed(cmp.Or(strings.TrimSpace(line), "?")))
}

// local is where the value of a local variable of this file begins, -1 if it has none.
func (r resource) local(name string) int {
	at := regexp.MustCompile(`(?m)^\s*` + regexp.QuoteMeta(name) + `\s*=\s*`).FindStringIndex(r.text)
	if at == nil || localName.MatchString(r.text[at[1]:]) {
		return -1
	}
	return at[1]
}

// encoded is a definition that is given to jsonencode.
func (r resource) encoded(at, call int) (*asl.Document, error) {
	v, _, err := hcljson.Decode(r.body[at+call:])
	var syntax *hcljson.Error
	if errors.As(err, &syntax) {
		return nil, r.fault(at+call+syntax.Offset, syntax.Message)
	}
	o, ok := v.(*ordjson.Object)
	if !ok || !o.Has("States") {
		return nil, r.fault(at, onlyDeployed(strings.TrimSuffix(r.body[at:at+call], "(")))
	}
	return &asl.Document{Machine: asl.FromJSON(o), Source: asl.NewSource(places{"": r.place(at)})}, nil
}

// literal is a definition that stands in the file, a line below its beginning.
func (r resource) literal(at int, text string) (*asl.Document, error) {
	base := r.place(at)
	doc, err := parse(r.file+".json", hcljson.Template(text))
	var list *diag.ErrorList
	if errors.As(err, &list) {
		for i := range list.Diagnostics {
			p := &list.Diagnostics[i].Place
			p.File, p.Line = r.file, p.Line+base.Line
		}
	}
	if err != nil {
		return nil, err
	}
	doc.Source = asl.NewSource(shifted{doc.Source, base, true})
	return doc, nil
}

func (r resource) place(at int) diag.Place {
	return diag.Place{File: r.file, Line: 1 + strings.Count(r.text[:r.begin+at], "\n")}
}

func (r resource) fault(at int, why string) error {
	d := notLoadable(r.name, why, r.place(at))
	d.Fix = fixTerraform
	return diag.List{d}.Err()
}
