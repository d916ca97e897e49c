package validate_test

import (
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl/validate"
)

// faults are mistakes that people make, one class each. Where %s stands a definition from the CDK has a token.
var faults = []struct {
	name, code  string
	machineType validate.MachineType
	states      string
}{
	{"StartAt names no state", "SW102", "", `{"StartAt": "Nope", "States": {"A": {"Type": "Task", "Resource": "%s", "End": true}}}`},
	{"dangling Next", "SW101", "", `"A": {"Type": "Task", "Resource": "%s", "Next": "Nope"}`},
	{"dangling Default", "SW101", "", `"A": {"Type": "Choice", "Choices": [{"Variable": "$.x", "IsPresent": true, "Next": "B"}], "Default": "Nope"}, "B": {"Type": "Task", "Resource": "%s", "End": true}`},
	{"dangling Catch", "SW101", "", `"A": {"Type": "Task", "Resource": "%s", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Nope"}], "End": true}`},
	{"no end", "SW107", "", `"A": {"Type": "Task", "Resource": "%s"}`},
	{"endless loop", "SW104", "", `"A": {"Type": "Task", "Resource": "%s", "Next": "B"}, "B": {"Type": "Pass", "Next": "A"}`},
	{"unreachable state", "SW103", "", `"A": {"Type": "Task", "Resource": "%s", "End": true}, "B": {"Type": "Pass", "End": true}`},
	{"duplicate name in a branch", "SW105", "", `"A": {"Type": "Parallel", "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "%s", "End": true}}}], "End": true}`},
	{"name over 80 characters", "SW106", "", `"` + strings.Repeat("n", 81) + `": {"Type": "Task", "Resource": "%s", "End": true}`},
	{"bad JSONPath", "SW301", "", `"A": {"Type": "Task", "Resource": "%s", "InputPath": "$.a[", "End": true}`},
	{"bad reference path", "SW302", "", `"A": {"Type": "Task", "Resource": "%s", "ResultPath": "$.a[*]", "End": true}`},
	{"bad intrinsic", "SW303", "", `"A": {"Type": "Task", "Resource": "%s", "Parameters": {"a.$": "States.Fromat('{}', $.a)"}, "End": true}`},
	{"bad JSONata", "SW305", "", `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "%s", "Arguments": "{% $states.input. %}", "End": true}}}`},
	{"JSONPath field in a JSONata state", "SW211", "", `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "%s", "Parameters": {}, "End": true}}}`},
	{"JSONPath field in a JSONata branch", "SW211", "", `{"QueryLanguage": "JSONata", "StartAt": "P", "States": {"P": {"Type": "Parallel", "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "%s", "Parameters": {}, "End": true}}}], "End": true}}}`},
	{"JSONata field in a JSONPath state", "SW211", "", `"A": {"Type": "Task", "Resource": "%s", "Arguments": {}, "End": true}`},
	{"two times in a Wait", "SW205", "", `"A": {"Type": "Wait", "Seconds": 1, "Timestamp": "2024-01-01T00:00:00Z", "Next": "B"}, "B": {"Type": "Task", "Resource": "%s", "End": true}`},
	{"negative retry", "SW206", "", `"A": {"Type": "Task", "Resource": "%s", "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": -1}], "End": true}`},
	{"backoff below 1", "SW206", "", `"A": {"Type": "Task", "Resource": "%s", "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 0.1}], "End": true}`},
	{"States.ALL not last", "SW402", "", `"A": {"Type": "Task", "Resource": "%s", "Retry": [{"ErrorEquals": ["States.ALL"]}, {"ErrorEquals": ["E"]}], "End": true}`},
	{"States.ALL not alone", "SW402", "", `"A": {"Type": "Task", "Resource": "%s", "Retry": [{"ErrorEquals": ["States.ALL", "E"]}], "End": true}`},
	{"heartbeat over timeout", "SW207", "", `"A": {"Type": "Task", "Resource": "%s", "TimeoutSeconds": 10, "HeartbeatSeconds": 20, "End": true}`},
	{"unknown field", "SW202", "", `"A": {"Type": "Task", "Resource": "%s", "ResulPath": "$.a", "End": true}`},
	{"Map without processor", "SW204", "", `"A": {"Type": "Map", "Next": "B"}, "B": {"Type": "Task", "Resource": "%s", "End": true}`},
	{"Task without Resource", "SW204", "", `"A": {"Type": "Task", "Next": "B"}, "B": {"Type": "Task", "Resource": "%s", "End": true}`},
	{"Choice without rules", "SW204", "", `"A": {"Type": "Choice", "Default": "B"}, "B": {"Type": "Task", "Resource": "%s", "End": true}`},
	{"unknown operator", "SW202", "", `"A": {"Type": "Choice", "Choices": [{"Variable": "$.x", "StringEqual": "a", "Next": "B"}], "Default": "B"}, "B": {"Type": "Task", "Resource": "%s", "End": true}`},
	{"wrong type of state", "SW201", "", `"A": {"Type": "Tsak", "Resource": "%s", "End": true}`},
	{"Express with a task token", "SW701", validate.Express, `"A": {"Type": "Task", "Resource": "arn:${Token[AWS.Partition.3]}:states:::lambda:invoke.waitForTaskToken", "Parameters": {"FunctionName": "%s", "Payload": {"t.$": "$$.Task.Token"}}, "End": true}`},
}

// TestFaults proves that each class of fault is found, with and without tokens in the definition.
func TestFaults(t *testing.T) {
	if len(faults) != 29 {
		t.Errorf("%d classes, want 29", len(faults))
	}
	for _, resource := range []string{"arn:aws:lambda:us-east-1:111122223333:function:f", "${Token[TOKEN.12]}", "${SubmitFunctionArn}"} {
		for _, f := range faults {
			list := validate.Machine(machineOf(t, strings.ReplaceAll(f.states, "%s", resource)), validate.Options{Type: f.machineType})
			if !strings.Contains(codes(list), f.code) {
				t.Errorf("%s with %s: %s is not among %q", f.name, resource, f.code, codes(list))
			}
			for _, d := range list {
				if d.Summary == "" || d.Fix == "" && d.Code != "SW203" {
					t.Errorf("%s: %s says too little: %+v", f.name, d.Code, d)
				}
			}
		}
	}
}

// TestTokens proves that tokens alone are no fault.
func TestTokens(t *testing.T) {
	for _, text := range []string{
		`"A": {"Type": "Task", "Resource": "${Token[TOKEN.1]}", "TimeoutSeconds": "${Seconds}", "Retry": [{"ErrorEquals": ["${Error}"]}], "Next": "${Next}"}, "B": {"Type": "Succeed"}`,
		`"A": {"Type": "Wait", "SecondsPath": "$.${Field}", "Next": "B"}, "B": {"Type": "Wait", "Timestamp": "${Moment}", "End": true}`,
		`"A": {"Type": "Pass", "Parameters": {"a.$": "States.Format('${Text}', $.a)", "${Key}.$": "${Path}"}, "End": true}`,
		`"A": {"Type": "Choice", "Choices": [{"Variable": "$.x", "NumericEquals": "${N}", "Next": "B"}], "Default": "B"}, "B": {"Type": "Fail", "ErrorPath": "${Path}"}`,
		`{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Output": "{% ${Expression} %}", "End": true}}}`,
		`"A": {"Type": "Task", "Resource": "arn:${AWS::Partition}:states:::dynamodb:${Action}", "Parameters": {"TableName": "#{Token[TOKEN.3]}"}, "End": true}`,
		`"A": {"Type": "Map", "Label": "${Label}", "ItemProcessor": {"ProcessorConfig": {"Mode": "${Mode}", "ExecutionType": "${Type}"}, "StartAt": "${S}", "States": {"S": {"Type": "Pass", "End": true}}}, "End": true}`,
	} {
		if list := validate.Machine(machineOf(t, text), validate.Options{}); list.HasErrors() {
			t.Errorf("%s\n%v", text, list.Err())
		}
	}
}
