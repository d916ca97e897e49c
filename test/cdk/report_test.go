package cdk_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl/validate/dataflow"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/constructs/sfncdk"
	"github.com/stepwise-go/stepwise/test/cdk/stacktest"
	"github.com/stepwise-go/stepwise/test/snapshot"

	"github.com/aws/aws-cdk-go/awscdk/v2/assertions"
	"github.com/aws/jsii-runtime-go"
)

func TestReport(t *testing.T) {
	stack := newStack()
	a := sfn.NewPass("A", sfn.PassProps{Result: sfn.At("$.x")})
	a.Next(sfn.NewPass("B"))
	a.Next(sfn.NewPass("C"))
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: a, Name: "no/name"})
	m.GrantStartExecution(m)
	m.AlarmOnFailure()
	template := assertions.Template_FromStack(stack, nil)
	errors := stacktest.Errors(stack)
	if len(errors) != 1 {
		t.Fatalf("%d errors: %v", len(errors), errors)
	}
	snapshot.Text(t, filepath.Join("testdata", "report.golden"), errors[0]+"\n")
	definition := jsonOf(*template.ToJSON())
	if strings.Contains(definition, "StartAt") {
		t.Error("a definition with errors is in the template")
	}
}

func TestReportOfAFile(t *testing.T) {
	stack := newStack()
	sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{DefinitionFile: "testdata/broken.asl.json"})
	assertions.Template_FromStack(stack, nil)
	errors := stacktest.Errors(stack)
	if len(errors) != 1 || !strings.Contains(errors[0], "testdata/broken.asl.json:5:") {
		t.Errorf("%v", errors)
	}
}

func TestWarnings(t *testing.T) {
	stack := newStack()
	outside := sfn.NewPass("Outside")
	a := sfn.NewPass("A")
	outside.Next(a)
	sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: a})
	stacktest.Template(t, stack)
	if w := stacktest.Warnings(stack); len(w) != 1 || !strings.Contains(w[0], `"Outside"`) {
		t.Errorf("%q", w)
	}
}

func TestD7LateChangesAreReported(t *testing.T) {
	stack := newStack()
	a := sfn.NewPass("A")
	task := invoke("Work", newFunction(stack, "Worker"))
	sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: a.Next(task)})
	task.Retry(sfn.RetryTransient())
	task.Next(sfn.NewPass("Late"))
	assertions.Template_FromStack(stack, nil)
	errors := strings.Join(stacktest.Errors(stack), "\n")
	if !strings.Contains(errors, `"Work"`) || !strings.Contains(errors, "_test.go:") {
		t.Errorf("%q", errors)
	}
}

func TestMissingDefinitions(t *testing.T) {
	for _, c := range []struct {
		code  string
		props sfncdk.StateMachineProps
	}{
		{"SWC01", sfncdk.StateMachineProps{}},
		{"SWC02", sfncdk.StateMachineProps{Definition: sfn.NewPass("A"), DefinitionText: "{}"}},
		{"SWC03", sfncdk.StateMachineProps{DefinitionFile: "testdata/none.asl.json"}},
		{"SWC06", sfncdk.StateMachineProps{Definition: sfn.NewPass("A"), Type: "FAST"}},
		{"SWC07", sfncdk.StateMachineProps{Definition: sfn.NewPass("A"), Logs: sfncdk.Logs{Level: "DEBUG"}}},
		{"SWC12", sfncdk.StateMachineProps{DefinitionText: passText, Defaults: sfn.Defaults{Timeout: 5}}},
		{"SWC12", sfncdk.StateMachineProps{DefinitionText: passText, Patch: []sfn.Change{sfn.Set("/Comment", "x")}}},
		{"SWC15", sfncdk.StateMachineProps{Definition: sfn.NewPass("A"), Substitutions: map[string]string{"a b": "c"}}},
		{"SWB47", sfncdk.StateMachineProps{Definition: sfn.NewPass("A"), Patch: []sfn.Change{sfn.Remove("/Comment")}}},
	} {
		stack := newStack()
		sfncdk.NewStateMachine(stack, "Machine", c.props)
		assertions.Template_FromStack(stack, nil)
		errors := strings.Join(stacktest.Errors(stack), "\n")
		if !strings.Contains(errors, c.code) || !strings.Contains(errors, "report_test.go") {
			t.Errorf("%s: %q", c.code, errors)
		}
	}
}

// TestDeclaredInput: what is known of the input is followed, in Go values and in text.
func TestDeclaredInput(t *testing.T) {
	type order struct {
		ID string `json:"id"`
	}
	flow := dataflow.Options{Input: dataflow.FromType[order]()}
	for _, props := range []sfncdk.StateMachineProps{
		{Definition: sfn.NewPass("A", sfn.PassProps{InputPath: "$.nr"}), Flow: flow},
		{DefinitionText: `{"StartAt": "A", "States": {"A": {"Type": "Pass", "InputPath": "$.nr", "End": true}}}`, Flow: flow},
	} {
		stack := newStack()
		sfncdk.NewStateMachine(stack, "Machine", props)
		found := assertions.Annotations_FromStack(stack).FindWarning(jsii.String("*"), assertions.Match_StringLikeRegexp(jsii.String(`\$\.nr never leads anywhere`)))
		if len(*found) != 1 {
			t.Errorf("%d warnings of SW320, want one", len(*found))
		}
	}
}

const passText = `{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}`
