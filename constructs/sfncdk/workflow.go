package sfncdk

import (
	"os"
	"regexp"

	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// workflow is what a machine is made of, wherever it came from.
type workflow struct {
	machine    *asl.Machine    // nil if it could not be read
	definition *sfn.Definition // nil if it came as text
	problems   diag.List
	statements []iam.Statement
	tasks      []sfn.TaskInfo
	needs      []any
	numbers    map[string]string // texts that stand for numbers in the machine, to the placeholders they were
}

func readWorkflow(p StateMachineProps, at origin.Origin) *workflow {
	w := &workflow{}
	sources := 0
	for _, given := range []bool{p.Definition != nil, p.DefinitionFile != "", p.DefinitionText != ""} {
		if given {
			sources++
		}
	}
	switch {
	case sources == 0:
		w.add(at, noDefinition())
	case sources > 1:
		w.add(at, twoDefinitions())
	case p.Definition != nil:
		w.build(p)
	case p.DefinitionFile != "":
		text, err := os.ReadFile(p.DefinitionFile)
		if err != nil {
			w.add(at, unreadableFile(err))
			break
		}
		w.parse(p.DefinitionFile, text, p, at)
	default:
		w.parse("DefinitionText", []byte(p.DefinitionText), p, at)
	}
	return w
}

func (w *workflow) add(at origin.Origin, d diag.Diagnostic) {
	d.Place = at.Place()
	w.problems.Add(d)
}

// build builds a workflow of Go values.
func (w *workflow) build(p StateMachineProps) {
	d, err := sfn.Build(p.Definition, sfn.MachineProps{
		Comment: p.Comment, QueryLanguage: p.QueryLanguage, Timeout: p.Timeout, Type: p.knownType(), Defaults: p.Defaults, Ignore: p.Ignore,
		Patch: p.Patch, Flow: p.Flow,
	})
	if err != nil {
		w.problems.Add(diagnostics(err)...)
		return
	}
	w.definition, w.machine = d, d.ASL()
	w.problems.Add(d.Warnings()...)
	w.statements, w.tasks = d.Statements(), d.Tasks()
	for _, t := range w.tasks {
		w.needs = append(w.needs, t.Binding.Needs...)
	}
}

// diagnostics returns the list an error is made of.
func diagnostics(err error) diag.List {
	if l, ok := err.(*diag.ErrorList); ok {
		return l.Diagnostics
	}
	return diag.List{unexpected(err)}
}

// https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html, and the same of activities.
var machineName = regexp.MustCompile(`^[a-zA-Z0-9+!@.()\-=_']{1,80}$`)

// checkProps checks the props that are not about the definition.
func (w *workflow) checkProps(p StateMachineProps, at origin.Origin) {
	if p.Name != "" && !sfn.HasToken(p.Name) && !machineName.MatchString(p.Name) {
		w.add(at, badName(p.Name))
	}
	if p.Type != p.knownType() {
		w.add(at, badType(string(p.Type)))
	}
	if !p.Logs.known() {
		w.add(at, badLogLevel(string(p.Logs.Level)))
	}
	w.problems.Add(p.Encryption.problems().Place(everywhere{at})...)
	if p.Role != nil && p.PermissionsBoundary != nil {
		w.add(at, boundaryOfGivenRole())
	}
}

// knownType is the type of the machine, "" for one that there is not.
func (p StateMachineProps) knownType() sfn.MachineType {
	if p.Type == sfn.Standard || p.Type == sfn.Express {
		return p.Type
	}
	return ""
}

// name returns the name to give to the CDK: none if it is wrong, so that the CDK does not throw.
func (w *workflow) name(p StateMachineProps) *string {
	if p.Name == "" || !sfn.HasToken(p.Name) && !machineName.MatchString(p.Name) {
		return nil
	}
	return jsii.String(p.Name)
}
