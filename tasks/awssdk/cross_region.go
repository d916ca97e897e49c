package awssdk

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/tasks"
	"github.com/stepwise-go/stepwise/tasks/sdk"
)

// CrossRegionCall calls an API action in another region. Step Functions cannot do that by itself, so
// the state invokes a Lambda function that does, and that you deploy: it gets
// {"region", "service", "action", "parameters", "endpoint"} and returns the answer of the API. The
// function needs the permissions that Statements returns; the machine's role may invoke it.
type CrossRegionCall struct {
	Function   tasks.Function
	Region     sfn.Text
	Service    string    // as for Call
	Action     string    // as for Call
	Parameters sfn.Value // as for Call
	Endpoint   sfn.Text  // in place of the service's own in the region
	NoRetry    bool      // leaves out the retrier for Lambda's own errors
	Pattern    sfn.Pattern
}

// Statements returns the permissions that the role of the function needs for the action.
func (t CrossRegionCall) Statements(resources ...string) ([]iam.Statement, error) {
	a, err := sdk.Lookup(t.Service, t.Action)
	if err != nil {
		return nil, err
	}
	var out []iam.Statement
	for _, p := range a.IAM {
		on := resources
		if len(p.Resources) == 0 {
			on = []string{"*"}
		}
		out = append(out, iam.Allow(p.Action).On(on...).Because("", "calls "+t.Service+":"+t.Action+" in another region"))
	}
	return out, nil
}

// Bind implements sfn.Integration.
func (t CrossRegionCall) Bind(c *sfn.TaskContext) sfn.Binding {
	b := &binding{TaskContext: c, Call: Call{Service: t.Service, Action: t.Action, Parameters: t.Parameters}}
	if a, known := b.lookup(); known {
		b.checkParameters(a)
	}
	if t.Function == nil {
		b.report(noFunction())
		return sfn.Binding{}
	}
	if t.Region == nil || t.Region == "" {
		b.report(noRegion())
	}
	payload := sfn.Fields{}.Maybe("region", t.Region).Maybe("endpoint", t.Endpoint).
		With("action", t.Action).With("service", t.Service).Maybe("parameters", t.Parameters)
	return tasks.LambdaInvoke{
		Function: t.Function, Payload: payload, PayloadOnly: t.Pattern == sfn.RequestResponse, NoRetry: t.NoRetry, Pattern: t.Pattern,
	}.Bind(c)
}
