package tasks

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
)

var lambdaInvoke = Descriptor{
	Name: "LambdaInvoke", Title: "invokes a Lambda function",
	Service: "lambda", Action: "invoke", Patterns: requestToken,
	Required: []string{"FunctionName"},
	Grants:   []Grant{{On: "function", Actions: []string{"lambda:InvokeFunction"}, Why: "invokes the function"}},
	Errors: []string{
		sfn.ErrLambdaAWS, sfn.ErrLambdaClientExecutionTimeout, sfn.ErrLambdaSDKClient, sfn.ErrLambdaService,
		sfn.ErrLambdaTooManyRequests, sfn.ErrLambdaUnknown,
	},
	Doc: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html",
}

// LambdaInvoke invokes a Lambda function. The result is {"Payload": what the function returned,
// "StatusCode": 200, ...}; with PayloadOnly it is what the function returned.
//
// Errors that are Lambda's own fault are retried as sfn.RetryLambda says.
type LambdaInvoke struct {
	Function Function
	// Payload is the event of the function. nil is the input of the state.
	Payload sfn.Value
	// NoPayload sends no event: the function gets an empty one.
	NoPayload bool
	// PayloadOnly uses the ARN of the function as the resource, which returns the bare payload and
	// emits the LambdaFunction metrics. The state then has no Pattern, InvocationType or ClientContext.
	PayloadOnly bool
	// Qualifier is a version or an alias. The role may then invoke that one only.
	Qualifier sfn.Text
	// InvocationType is "RequestResponse" (the default), "Event" or "DryRun".
	InvocationType sfn.Text
	// ClientContext is up to 3,583 bytes of base64-encoded JSON.
	ClientContext sfn.Text
	// NoRetry leaves out the retrier for Lambda's own errors.
	NoRetry bool
	// AllVersions lets the role invoke every version and alias, so that executions that started
	// before a deployment can still call the version they began with.
	AllVersions bool
	Pattern     sfn.Pattern // RequestResponse or WaitForTaskToken
	Extra       map[string]any
}

// entireInput is the Payload if there is none.
var entireInput sfn.Value = sfn.EntireInput()

// Bind implements sfn.Integration.
func (t LambdaInvoke) Bind(c *sfn.TaskContext) sfn.Binding {
	b := lambdaInvoke.bind(c, t.Pattern)
	name, arns := b.function(t.Function)
	b.need("FunctionName", name, "Function")
	switch {
	case t.NoPayload && t.Payload != nil:
		b.report(notAllowed("Payload", "NoPayload sends none"))
	case t.NoPayload:
	case t.Payload == nil:
		b.set("Payload", entireInput)
	default:
		b.set("Payload", t.Payload)
	}
	b.choose("InvocationType", t.InvocationType, "RequestResponse", "Event", "DryRun")
	b.set("ClientContext", t.ClientContext)
	b.set("Qualifier", t.Qualifier)
	b.on("function", t.invocable(arns)...)
	if !t.NoRetry {
		b.out.Retry = []sfn.RetryProps{sfn.RetryLambda()}
	}
	if t.PayloadOnly {
		return t.bare(b, b.done(t.Extra), name)
	}
	return b.done(t.Extra)
}

// invocable returns the ARNs the role must be allowed to invoke. Lambda tells the function, its
// versions and its aliases apart.
//
// https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html
func (t LambdaInvoke) invocable(arns []string) []string {
	if !t.AllVersions && !isSet(t.Qualifier) {
		return arns
	}
	qualifier, literalQualifier := literal(t.Qualifier)
	var out []string
	for _, arn := range arns {
		switch {
		case arn == "":
		case t.AllVersions:
			out = append(out, arn, arn+":*")
		case literalQualifier:
			out = append(out, arn+":"+qualifier)
		default:
			out = append(out, arn+":*")
		}
	}
	return out
}

// bare makes the form whose resource is the function.
func (t LambdaInvoke) bare(b *call, out sfn.Binding, name sfn.Text) sfn.Binding {
	if t.Pattern != RequestResponse {
		b.report(notAllowed("Pattern", "a function as the resource has only request-response"))
	}
	for field, v := range map[string]any{"InvocationType": t.InvocationType, "ClientContext": t.ClientContext} {
		if isSet(v) {
			b.report(notAllowed(field, "a function as the resource takes its event and nothing else"))
		}
	}
	if t.NoPayload {
		b.report(notAllowed("NoPayload", "a function as the resource gets the input of the state, or a Payload"))
	}
	if len(t.Extra) > 0 {
		b.report(notAllowed("Extra", "a function as the resource takes its event and nothing else"))
	}
	arn, ok := literal(name)
	if !ok && isSet(name) {
		b.report(notAllowed("Function", "a resource cannot be computed"))
	}
	if q, ok := literal(t.Qualifier); ok {
		arn += ":" + q
	} else if isSet(t.Qualifier) {
		b.report(notAllowed("Qualifier", "a resource cannot be computed"))
	}
	out.Resource, out.Arguments = arn, t.Payload
	out.Metrics = sfn.Metrics{Family: "LambdaFunction", Dimension: "LambdaFunctionArn", ARN: arn}
	return out
}
