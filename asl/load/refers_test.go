package load_test

import (
	"testing"

	"github.com/stepwise-go/stepwise/asl/load"
)

// TestTypeOf asks for the type of what a token refers to.
func TestTypeOf(t *testing.T) {
	const definition = `{StartAt: A, States: {A: {Type: Succeed}}}`
	for _, c := range []struct{ file, text, token, want string }{
		{"t.yaml", "Resources:\n  F: {Type: 'AWS::Serverless::Function'}\n  M: {Type: 'AWS::Serverless::StateMachine', Properties: {Definition: " + definition + "}}\n", "${F.Arn}", "AWS::Lambda::Function"},
		{"t.yaml", "Resources:\n  F: {Type: 'AWS::Lambda::Alias'}\n  M: {Type: 'AWS::Serverless::StateMachine', Properties: {Definition: " + definition + "}}\n", "${F}", "AWS::Lambda::Function"},
		{"t.yaml", "Resources:\n  A: {Type: 'AWS::StepFunctions::Activity'}\n  M: {Type: 'AWS::Serverless::StateMachine', Properties: {Definition: " + definition + "}}\n", "${A}", "AWS::StepFunctions::Activity"},
		{"t.yaml", "Resources:\n  Q: {Type: 'AWS::SQS::Queue'}\n  M: {Type: 'AWS::Serverless::StateMachine', Properties: {Definition: " + definition + "}}\n", "${Q.Arn}", ""},
		{"serverless.yml", "functions: {hello: {handler: h}}\nstepFunctions: {stateMachines: {m: {definition: " + definition + "}}}\n", "${hello.Arn}", "AWS::Lambda::Function"},
		{"main.tf", "resource \"aws_sfn_state_machine\" \"m\" {\n definition = <<EOF\n{\"StartAt\": \"A\", \"States\": {}}\nEOF\n}\n", "${aws_lambda_function.f.a.arn}", "AWS::Lambda::Function"},
		{"main.tf", "resource \"aws_sfn_state_machine\" \"m\" {\n definition = <<EOF\n{\"StartAt\": \"A\", \"States\": {}}\nEOF\n}\n", "${aws_sfn_activity.a.id}", "AWS::StepFunctions::Activity"},
		{"main.tf", "resource \"aws_sfn_state_machine\" \"m\" {\n definition = <<EOF\n{\"StartAt\": \"A\", \"States\": {}}\nEOF\n}\n", "${aws_sqs_queue.q.arn}", ""},
		{"m.asl.json", `{"StartAt": "A", "States": {}}`, "${F.Arn}", ""},
	} {
		machines, err := load.Text(c.file, []byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		if got := machines[0].TypeOf(c.token); got != c.want {
			t.Errorf("%s: %s is the ARN of %q, want %q", c.file, c.token, got, c.want)
		}
	}
}
