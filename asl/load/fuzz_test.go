package load_test

import (
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/load"
)

// FuzzText reads any text as JSON and as YAML: it may fail, but must not panic or hang, and what it
// reads can be written and walked.
func FuzzText(f *testing.F) {
	for _, s := range []string{
		cdk, "{", "[]", `{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}`,
		"Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      DefinitionSubstitutions: {A: !GetAtt B.Arn}\n      Definition: {StartAt: A, States: {A: {Type: Task, Resource: '${A}', End: true}}}\n",
		"Resources: {M: {Type: 'AWS::StepFunctions::StateMachine', Properties: {DefinitionString: !Sub '{\"StartAt\": \"${X}\"}'}}}",
		`{"Parameters": {"P": {"Default": {"Ref": "P"}}}, "Resources": {"A": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": {"Ref": "P"}}}}}`,
		"a: &a [*a]", "a: &a {b: 1}\nc: {<<: *a}", "!Ref", "? [1]: 2",
	} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, text string, yaml bool) {
		name := "fuzz.json"
		if yaml {
			name = "fuzz.yaml"
		}
		machines, err := load.Text(name, []byte(text))
		if err != nil && err.Error() == "" {
			t.Error("an error without words")
		}
		for _, m := range machines {
			asl.Walk(m.ASL(), func(p *asl.Place) { _, _ = m.Document.Source.PlaceOf(p.Pointer) })
			if _, err := asl.Render(m.ASL()); err != nil {
				t.Error(err)
			}
		}
	})
}
