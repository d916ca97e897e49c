package awssdk

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/tasks"
	"github.com/stepwise-go/stepwise/tasks/sdk"
)

// Call calls an API action. The result is the answer of the API, with names in PascalCase.
type Call struct {
	Service string // as in the resource ARN: "s3", "sfn", "cloudwatchlogs"
	Action  string // in camelCase: "listObjectsV2"
	// Parameters of the action: a map, Fields or a JSONata Expression. Names are in PascalCase, whatever
	// the API's own are.
	Parameters sfn.Value
	// Resources are the ARNs the role may call the action on. They are needed for every action
	// that IAM can limit to resources; an action that takes none is allowed on "*" by itself.
	Resources []string
	// IAMActions are the actions in IAM in place of those of the table: "s3:GetObject".
	IAMActions []string
	// Statements are more permissions: of keys, or to pass a role.
	Statements []iam.Statement
	// Unlisted says that the action is newer than the table, which is then not asked. IAMActions and
	// Resources are needed.
	Unlisted bool
	Retry    []sfn.RetryProps // recommended for it; those of the Task come first
	Pattern  sfn.Pattern      // RequestResponse or WaitForTaskToken
}

// Bind implements sfn.Integration.
func (t Call) Bind(c *sfn.TaskContext) sfn.Binding {
	b := binding{TaskContext: c, Call: t}
	if t.Pattern != sfn.RequestResponse && t.Pattern != sfn.WaitForTaskToken {
		b.report(illegalPattern(t.Pattern))
	}
	a, known := b.lookup()
	if known {
		b.checkParameters(a)
	}
	parameters := t.Parameters
	if parameters == nil {
		parameters = sfn.Fields{}
	}
	if t.Pattern == sfn.WaitForTaskToken && !tasks.HasTaskToken(parameters) {
		b.report(noTaskToken())
	}
	resource := t.Service + ":" + a.Name + string(t.Pattern)
	return sfn.Binding{
		Resource:   "arn:aws:states:::aws-sdk:" + resource,
		Arguments:  parameters,
		Statements: b.statements(a, known),
		Retry:      t.Retry,
		Metrics: sfn.Metrics{
			Family: "ServiceIntegration", Dimension: "ServiceIntegrationResourceArn",
			ARN: "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:aws-sdk:" + resource,
		},
		Doc: b.doc(a, known),
	}
}

type binding struct {
	*sfn.TaskContext
	Call
}

// lookup finds the action in the table, and reports if it is not there.
func (b *binding) lookup() (sdk.Action, bool) {
	unlisted := sdk.Action{Service: b.Service, Name: b.Action}
	if b.Unlisted {
		return unlisted, false
	}
	a, err := sdk.Lookup(b.Service, b.Action)
	if err != nil {
		b.report(notInTable(err))
		return unlisted, false
	}
	return a, true
}

func (b *binding) doc(a sdk.Action, known bool) string {
	if known {
		return a.DocsURL()
	}
	return "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html"
}

// statements are those of the table, or those that the fields say.
func (b *binding) statements(a sdk.Action, known bool) []iam.Statement {
	why := "calls " + b.Service + ":" + b.Action
	var out []iam.Statement
	switch {
	case len(b.IAMActions) > 0:
		if len(b.Resources) == 0 {
			b.report(noResources(b.IAMActions[0], nil))
		}
		out = append(out, iam.Allow(b.IAMActions...).On(b.Resources...).Because("", why))
	case !known:
		if b.Unlisted {
			b.report(noIAMActions())
		}
	default:
		for _, p := range a.IAM {
			resources := b.Resources
			switch {
			case len(p.Resources) == 0 && !a.Inferred:
				resources = []string{"*"}
			case len(resources) == 0:
				b.report(noResources(p.Action, p.Resources))
				continue
			}
			out = append(out, iam.Allow(p.Action).On(resources...).Because("", why))
		}
	}
	return append(out, b.Statements...)
}
