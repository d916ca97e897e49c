package load_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/load"
	"github.com/stepwise-go/stepwise/iam"
)

func ExampleText() {
	machines, err := load.Text("template.yaml", []byte(`
Resources:
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      DefinitionSubstitutions: {Fn: !GetAtt Submit.Arn}
      DefinitionString: |
        {"StartAt": "A", "States": {
          "A": {"Type": "Task", "Resource": "${Fn}", "End": true}}}
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	m := machines[0]
	place, _ := m.Document.Source.PlaceOf("/States/A")
	fmt.Println(m.Name, place, m.ASL().States.Names())
	// Output: Machine template.yaml:10 [A]
}

const cdk = `{"Resources": {
 "Role1": {"Type": "AWS::IAM::Role", "Properties": {}},
 "Policy1": {"Type": "AWS::IAM::Policy", "Properties": {"Roles": [{"Ref": "Role1"}], "PolicyDocument": {"Statement": [
   {"Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": {"Fn::GetAtt": ["Fn1", "Arn"]}, "Condition": {"StringEquals": {"a": "b"}}}]}}},
 "M1": {"Type": "AWS::StepFunctions::StateMachine", "Metadata": {"aws:cdk:path": "Stack/M/Resource"}, "Properties": {
   "RoleArn": {"Fn::GetAtt": ["Role1", "Arn"]}, "StateMachineType": "EXPRESS",
   "DefinitionString": {"Fn::Join": ["", ["{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:", {"Ref": "AWS::Partition"}, ":states:::lambda:invoke\",\"Parameters\":{\"FunctionName\":\"", {"Fn::GetAtt": ["Fn1", "Arn"]}, "\"},\"End\":true}}}"]]}}},
 "M2": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionS3Location": {}}},
 "M3": {"Type": "AWS::Serverless::StateMachine", "Properties": {"DefinitionUri": "flow.asl.yaml", "DefinitionSubstitutions": {"X": {"Fn::Sub": "${AWS::Partition}-${P}-${!no}"}}}}},
 "Parameters": {"P": {"Default": "dev"}}}`

func TestCDKOut(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("manifest.json", "{}")
	write("S.template.json", cdk)
	write("flow.asl.yaml", "StartAt: B\nStates:\n  B: {Type: Pass, Comment: '${X}', End: true}\n")
	write("Other.template.json", `{"Resources": {"T": {"Type": "AWS::SNS::Topic"}}}`)
	machines, err := load.Path(dir)
	if err == nil || !strings.Contains(err.Error(), "state machine M2") {
		t.Errorf("M2 cannot be read, but: %v", err)
	}
	byName := map[string]load.Machine{}
	for _, m := range machines {
		byName[m.Name] = m
	}
	m1 := byName["M1"]
	if m1.Type != "EXPRESS" || m1.Path != "Stack/M/Resource" {
		t.Errorf("M1: %+v", m1)
	}
	if got := iam.Permissions(m1.Statements); len(got) != 1 || got[0] != `Allow lambda:invokefunction on ${Fn1.Arn} if {"StringEquals":{"a":"b"}}` {
		t.Errorf("permissions %v", got)
	}
	if b := byName["M3"].ASL().States.Get("B"); b.Base().Comment != "aws-dev-${no}" {
		t.Errorf("substitutions: %q", b.Base().Comment)
	}
	if byName["flow"].ASL() == nil {
		t.Error("the file beside it is not read")
	}
}

func TestErrors(t *testing.T) {
	for name, text := range map[string]string{"a.json": "{", "b.yaml": "\t:", "c.json": `{"Resources": {}}`, "d.json": "[]", "e.json": "\x00\x01"} {
		if m, err := load.Text(name, []byte(text)); err == nil {
			t.Errorf("%s was read: %v", name, m)
		}
	}
	if _, err := load.Path(t.TempDir()); err == nil {
		t.Error("an empty folder has no state machines")
	}
}

func TestBareToken(t *testing.T) {
	const text = `{"Resources": {"M": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": {"Fn::Join": ["", [
		"{\"StartAt\": \"W\", \"States\": {\"W\": {\"Type\": \"Wait\", \"Comment\": \"a \\\" ", {"Ref": "A"}, "\", \"Seconds\": ", {"Ref": "Delay"}, ", \"End\": true}}}"]]}}}}}`
	machines, err := load.Text("x.template.json", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	w := machines[0].ASL().States.Get("W")
	if got, _ := asl.StateJSON(w).Get("Seconds"); got != "${Delay}" || w.Base().Comment != `a " ${A}` {
		t.Errorf("Seconds %v, Comment %q", got, w.Base().Comment)
	}
}

func TestKeyTwice(t *testing.T) {
	const text = "Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      DefinitionString: |\n        {\"StartAt\": \"A\",\n         \"StartAt\": \"B\"}\n"
	machines, err := load.Text("t.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	problems := machines[0].Document.Problems
	if len(problems) != 1 || problems[0].Place.String() != "t.yaml:7" || problems[0].Related[0].Place.String() != "t.yaml:6" {
		t.Errorf("%+v", problems)
	}
}

// TestColumns: columns are characters, in a template as in a definition.
func TestColumns(t *testing.T) {
	machines, err := load.Text("t.template.json", []byte(`{"Resources": {"Ä": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"Definition":
  {"StartAt": "ÄÖÜ", "States": {"ÄÖÜ": {"Type": "Succeed"}}}}}}}`))
	if err != nil {
		t.Fatal(err)
	}
	if at, _ := machines[0].Document.Source.PlaceOf("/States/ÄÖÜ/Type"); at.String() != "t.template.json:2:41" {
		t.Error(at)
	}
}
