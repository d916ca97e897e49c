package words_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diagram/words"
	"github.com/stepwise-go/stepwise/ordjson"
)

func TestRule(t *testing.T) {
	for text, want := range map[string]string{
		`{"Variable":"$.a","StringEquals":"x\"y"}`:                         `$.a == "x\"y"`,
		`{"Variable":"$.a","NumericLessThanEqualsPath":"$.b"}`:             `$.a <= $.b`,
		`{"Variable":"$.a","TimestampGreaterThan":"2024-01-01T00:00:00Z"}`: `$.a > "2024-01-01T00:00:00Z"`,
		`{"Variable":"$.a","StringMatches":"log-*.txt"}`:                   `$.a matches "log-*.txt"`,
		`{"Variable":"$.a","BooleanEquals":false}`:                         `$.a == false`,
		`{"Variable":"$.a","IsPresent":true}`:                              `$.a is present`,
		`{"Variable":"$.a","IsNumeric":false}`:                             `$.a is not a number`,
		`{"Not":{"Variable":"$.a","IsNull":true}}`:                         `$.a is not null`,
		`{"Not":{"Variable":"$.a","NumericEquals":3}}`:                     `!($.a == 3)`,
		`{"Or":[{"And":[{"Variable":"$.a","IsNull":true},{"Variable":"$.b","NumericEquals":1}]},{"Variable":"$.c","IsString":true}]}`: `$.a is null && $.b == 1 || $.c is a string`,
		`{"And":[{"Or":[{"Variable":"$.a","IsNull":true},{"Variable":"$.b","NumericEquals":1}]},{"Variable":"$.c","IsString":true}]}`: `($.a is null || $.b == 1) && $.c is a string`,
		`{"And":[{"Variable":"$.a","NumericEquals":1}]}`: `$.a == 1`,
		`{"Condition":"{% $states.input.x\n  = 1 %}"}`:   `$states.input.x = 1`,
		`{"Condition":true}`:                             `true`,
		`{"StringEquals":"x"}`:                           `? == "x"`,
		`{}`:                                             ``,
	} {
		o, err := ordjson.DecodeString(`{"Type":"Choice","Choices":[` + text + `]}`)
		if err != nil {
			t.Fatal(err)
		}
		rule := asl.StateFromJSON(o.(*ordjson.Object)).(*asl.Choice).Choices[0]
		if got := words.Rule(rule); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestResourceOf(t *testing.T) {
	for arn, want := range map[string]string{
		"arn:aws:states:::lambda:invoke":                                "Lambda: Invoke",
		"arn:aws:states:::lambda:invoke.waitForTaskToken":               "Lambda: Invoke · callback",
		"arn:${AWS::Partition}:states:::ecs:runTask.sync":               "ECS: RunTask · sync",
		"arn:aws-cn:states:::states:startExecution.sync:2":              "Step Functions: StartExecution · sync",
		"arn:aws:states:::aws-sdk:dynamodb:getItem":                     "DynamoDB: GetItem",
		"arn:aws:states:::aws-sdk:sfn:startSyncExecution":               "Step Functions: StartSyncExecution",
		"arn:aws:states:::aws-sdk:newservice:doIt.waitForTaskToken":     "Newservice: DoIt · callback",
		"arn:aws:lambda:us-east-1:123456789012:function:hello:prod":     "Lambda: Invoke",
		"arn:aws:states:us-east-1:123456789012:activity:approve":        "Activity",
		"arn:aws:states:${AWS::Region}:${AWS::AccountId}:activity:${A}": "Activity",
		"${SubmitFunctionArn}":                                          "Lambda: Invoke",
		"${ApproveActivityArn}":                                         "Activity",
		"${Token[TOKEN.12]}":                                            "",
		"":                                                              "",
		"arn:aws:states:::":                                             "",
		"http://example.com":                                            "",
	} {
		if got := words.ResourceOf(arn).String(); got != want {
			t.Errorf("%s: %q, want %q", arn, got, want)
		}
	}
	r := words.ResourceOf("arn:aws:lambda:us-east-1:123456789012:function:hello:prod")
	if r.Target != "hello:prod" || r.Service.Badge != "λ" || r.Service.Category != words.Compute {
		t.Errorf("%+v", r)
	}
}

func TestTimes(t *testing.T) {
	for n, want := range map[int64]string{0: "0s", 59: "59s", 60: "1m", 61: "1m1s", 5400: "1h30m", 86400: "1d", 90061: "1d1h1m1s", -5: "-5s"} {
		if got := words.Seconds(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
	for d, want := range map[time.Duration]string{
		120 * time.Millisecond: "120ms", 6200 * time.Millisecond: "6.2s", 7 * time.Second: "7s", 59960 * time.Millisecond: "1m",
		312 * time.Second: "5m12s", -1: "0ms",
	} {
		if got := words.Duration(d); got != want {
			t.Errorf("%s: %s, want %s", d, got, want)
		}
	}
}

func ExampleRule() {
	fmt.Println(words.Rule(asl.Rule{Variable: "$.status", Operator: "StringEquals", Operand: "FAILED"}))
	// Output: $.status == "FAILED"
}

func ExampleResourceOf() {
	fmt.Println(words.ResourceOf("arn:aws:states:::sqs:sendMessage.waitForTaskToken"))
	// Output: SQS: SendMessage · callback
}
