package sfn

import (
	"fmt"
	"reflect"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/iam"
)

// Integration is what a Task does: invoke a function, send a message, run a job. Package tasks has
// them all; a type of your own is one when it has this method.
type Integration interface {
	// Bind says what the task is made of. It is called each time a machine is built, and must
	// not change the integration.
	Bind(*TaskContext) Binding
}

// Pattern is how a Task waits for the service it calls.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html
type Pattern string

const (
	RequestResponse  Pattern = ""                  // goes on when the service has answered
	RunJob           Pattern = ".sync"             // goes on when the job has ended
	WaitForTaskToken Pattern = ".waitForTaskToken" // goes on when somebody reports success or failure with the token
)

// String returns the name of the pattern.
func (p Pattern) String() string {
	switch p {
	case RequestResponse:
		return "request-response"
	case RunJob:
		return "run a job (.sync)"
	case WaitForTaskToken:
		return "wait for a task token (.waitForTaskToken)"
	}
	return fmt.Sprintf("unknown pattern %q", string(p))
}

// TaskContext is what an Integration knows about the state it is bound to, and where it reports
// what is wrong with its fields. It is of use until Bind returns.
type TaskContext struct {
	State    string            // the name of the state
	Language asl.QueryLanguage // in force in the state
	Problems diag.List         // see Problem

	once map[any]string // see Once
}

// JSONata tells whether the state is a JSONata one.
func (c *TaskContext) JSONata() bool { return c.Language == asl.JSONata }

// Problem reports that a field of the integration is wrong. The state, the Go line and the place in
// the definition are added by Build.
func (c *TaskContext) Problem(code, summary, fix string) {
	c.Problems.Add(diag.Diagnostic{Code: code, Summary: summary, Fix: fix})
}

// Once returns the text that get gives, and asks only once in a machine for each key that is a pointer.
// What constructs of the CDK know about themselves takes a call to Node each time.
func (c *TaskContext) Once(key any, get func() *string) string {
	cached := c.once != nil && reflect.ValueOf(key).Kind() == reflect.Pointer
	if cached {
		if text, ok := c.once[key]; ok {
			return text
		}
	}
	text := ""
	if got := get(); got != nil {
		text = *got
	}
	if cached {
		c.once[key] = text
	}
	return text
}

// Binding is what an Integration contributes to the machine.
type Binding struct {
	// Resource is the ARN of the Task state with its pattern, "arn:aws:states:::sqs:sendMessage", or
	// that of a function or activity. The CDK binding puts the partition of the stack in place of "aws".
	Resource Text
	// Arguments are rendered as Parameters or Arguments, by the language: Fields, a map, or an Expression.
	Arguments Value
	// Statements are the permissions the machine's role needs for it. Reasons without a State get its name.
	Statements []iam.Statement
	// Retry are the retriers AWS recommends; they come after those of the Task.
	Retry []RetryProps
	// Metrics is the family of CloudWatch metrics the service emits for it.
	Metrics Metrics
	// Timeout and Heartbeat, if not nil, are those of the state in place of the Task's.
	Timeout, Heartbeat Seconds
	// NoTimeout leaves the Task's Timeout out of the state, because the integration took it over.
	NoTimeout bool
	// Result and Errors say what the integration can return and throw, for simulators; may be empty.
	Errors []string
	// Doc is the AWS page about the integration.
	Doc string
	// Needs are things of the CDK that must stand beside the machine, opaque here: see package sfncdk.
	Needs []any
}

// Metrics is a family of CloudWatch metrics about the tasks of a machine.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
type Metrics struct {
	// Family is "LambdaFunction", "ServiceIntegration" or "Activity": what metric names begin with.
	Family string
	// Dimension is the name of the dimension: LambdaFunctionArn, ServiceIntegrationResourceArn, ActivityArn.
	Dimension string
	// ARN is the value of the dimension.
	ARN string
}

// Payload renders a value as it would stand in a state of this language, for integrations that need
// its text: a map or list is rendered deep, expressions by the language. Problems are reported.
func (c *TaskContext) Payload(field string, v any) any {
	p := payloads{language: c.Language}
	out := p.top(field, v)
	c.Problems.Add(p.problems...)
	return out
}
