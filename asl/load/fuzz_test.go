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
		"resource \"aws_sfn_state_machine\" \"x\" {\n definition = <<EOF\n{\"StartAt\": ${a[\"b\"].c}}\nEOF\n}\nresource \"aws_sfn_state_machine\" \"y\" {\n definition = file(\"x\")\n}\n",
		"resource \"aws_sfn_state_machine\" \"x\" {\n definition = jsonencode({A = [1, -2.5, null], (local.k) = \"\\u00e9${var.y[\"k\"]}\"\n b: <<-E\n  one ${x}\n  %{ if x ~}\n y %{ endif }\n  E\n})\n}\n",
		"locals {\n a = local.b\n b = [for x in y : \"${x}\"]\n}\nmodule \"x\" {\n source = \"./sfn\"\n definition = \"${jsonencode(local.a)}\"\n}\nresource \"aws_sfn_state_machine\" \"y\" {\n definition = <<E\n{\"A\": $${b}, \"C\": ${d}",
		`{"a": [{"name": "n", "definition": "{\"StartAt\": ${X}}"}, {"definition": {"StartAt": 1, "States": {}}}]}`,
		"stepFunctions:\n  stateMachines:\n    - a: {definition: {StartAt: A}}\n    - ${file(x.yml):a.b}\n",
		"Conditions: {C: !Not [!Condition C]}\nMappings: {}\nResources: {M: {Type: 'AWS::Serverless::StateMachine', Properties: {Type: !If [C, a, b], Definition: !FindInMap [a, !Select [0, !Split [a, b]], c]}}}",
	} {
		f.Add(s, 0)
		f.Add(s, 1)
		f.Add(s, 2)
	}
	f.Fuzz(func(t *testing.T, text string, form int) {
		name := []string{"fuzz.json", "fuzz.yaml", "fuzz.tf"}[uint(form)%3]
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
