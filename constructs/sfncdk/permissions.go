package sfncdk

import (
	"fmt"
	"slices"
	"strings"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/ordjson"
)

// RequiredStatements returns the permissions the machine's role needs, merged, each with the states
// that need it and why. With NoGrants they are for you to give.
func (m *StateMachine) RequiredStatements() []iam.Statement {
	return iam.Merge(rewritten(m.required, m.own()))
}

// putPermissions writes the permissions in policies of their own, beside the role.
//
// The machine does not wait for them, because what they name may wait for the machine: a function
// that answers with a task token must know the machine, and the machine must be allowed to invoke the
// function. Only what AWS looks for when it makes the machine comes before it.
func (m *StateMachine) putPermissions() {
	m.required = append(m.required, m.flow.statements...)
	for _, s := range m.props.Statements {
		if len(s.Reasons) == 0 {
			s = s.Because("", "asks for it in its Statements")
		}
		m.required = append(m.required, s)
	}
	if m.props.NoGrants || len(m.required) == 0 {
		return
	}
	all := rewritten(m.required, m.own())
	var first, rest []iam.Statement
	for _, s := range all {
		if neededFirst(s) {
			first = append(first, s)
		} else {
			rest = append(rest, s)
		}
	}
	if len(first) > 0 {
		m.setup = m.policy("SetupPermissions", iam.Merge(first))
	}
	parts := split(iam.Merge(rest), inlineLimit, managedLimit)
	if len(parts)-1 > managedPolicies {
		m.flow.add(m.at, tooManyPolicies(len(parts)-1))
		return
	}
	if len(rest) == 0 {
		return
	}
	inline := m.policy("Permissions", parts[0]) // one without statements is left out of the template
	if m.props.Role != nil && !m.attached(inline) {
		m.flow.add(m.at, roleStays(pathOf(m.role)))
		return
	}
	if len(parts) > 1 {
		for i, part := range parts[1:] {
			m.managedPolicy(fmt.Sprint("Permissions", i+2), part)
		}
	}
}

// neededFirst tells whether AWS makes use of a permission when the machine is made: it subscribes
// the log group and the managed rules of .sync integrations with the machine's role. They name no
// resource of the stack, so waiting for them cannot close a circle.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html
// https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy
func neededFirst(s iam.Statement) bool {
	return !slices.ContainsFunc(s.Actions, func(a string) bool {
		return !strings.HasPrefix(a, "logs:") && !slices.Contains([]string{"events:PutTargets", "events:PutRule", "events:DescribeRule"}, a)
	}) && (slices.Equal(s.Resources, []string{"*"}) || slices.ContainsFunc(s.Resources, func(r string) bool {
		return strings.Contains(r, ":rule/StepFunctionsGetEvent")
	}))
}

// policy makes a policy and attaches it, unless the role is one that must not be changed: then the CDK
// leaves the policy out.
func (m *StateMachine) policy(id string, statements []iam.Statement) awsiam.Policy {
	p := awsiam.NewPolicy(m, jsii.String(id), &awsiam.PolicyProps{Document: document(statements)})
	m.role.AttachInlinePolicy(p)
	return p
}

// attached tells whether the role took the policy.
func (m *StateMachine) attached(p awsiam.Policy) bool {
	cfn, ok := p.Node().DefaultChild().(awsiam.CfnPolicy)
	return !ok || m.stack.Resolve(cfn.Roles()) != nil
}

// managedPolicy makes a managed policy that names the role. The role does not name the policy, or it
// would wait for it, and the policy for the machine.
func (m *StateMachine) managedPolicy(id string, statements []iam.Statement) {
	awsiam.NewManagedPolicy(m, jsii.String(id), &awsiam.ManagedPolicyProps{Document: document(statements), Roles: &[]awsiam.IRole{m.role}})
}

// document makes a policy document in one call of the CDK.
func document(statements []iam.Statement) awsiam.PolicyDocument {
	list := make([]any, len(statements))
	for i, s := range statements {
		list[i] = plain(s.JSON())
	}
	return awsiam.PolicyDocument_FromJson(&map[string]any{"Version": "2012-10-17", "Statement": list})
}

// plain turns JSON into the maps that jsii takes.
func plain(v any) any {
	switch t := v.(type) {
	case *ordjson.Object:
		out := make(map[string]any, t.Len())
		for k, e := range t.All() {
			out[k] = plain(e)
		}
		return out
	case []any:
		out := make([]any, len(t))
		for i, e := range t {
			out[i] = plain(e)
		}
		return out
	}
	return v
}

// rewritten returns the statements with the texts replaced that stand for something.
func rewritten(statements []iam.Statement, texts *strings.Replacer) []iam.Statement {
	out := make([]iam.Statement, len(statements))
	for i, s := range statements {
		s.Resources = replaceAll(s.Resources, texts)
		if len(s.Conditions) > 0 {
			c := make(iam.Conditions, len(s.Conditions))
			for op, keys := range s.Conditions {
				c[op] = make(map[string][]string, len(keys))
				for k, v := range keys {
					c[op][k] = replaceAll(v, texts)
				}
			}
			s.Conditions = c
		}
		out[i] = s
	}
	return out
}

func replaceAll(list []string, texts *strings.Replacer) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = executionsOf(texts.Replace(s))
	}
	return out
}

// executionsOf writes what sfn.ExecutionsOf could not know of an ARN that is a token: the ARN with
// ":execution:" in place of ":stateMachine:", at deployment.
func executionsOf(text string) string {
	before, rest, found := strings.Cut(text, sfn.ExecutionsOfToken)
	if !found {
		return text
	}
	arn, after, _ := strings.Cut(rest, ")}")
	parts := awscdk.Fn_Split(jsii.String(":stateMachine:"), jsii.String(arn), nil)
	return before + value(awscdk.Fn_Join(jsii.String(":execution:"), parts)) + after
}

// putDependencies takes the policies of the role away from what the machine waits for. The CDK's
// StateMachine waits for all of its role, and so for whatever was granted to it.
func (m *StateMachine) putDependencies() {
	if m.setup != nil {
		m.cfn.Node().AddDependency(m.setup)
	}
	if m.props.Role != nil && m.props.NoGrants {
		return // what the role has is not ours, and the machine may need it to be made
	}
	m.cfn.AddOverride(jsii.String("DependsOn"), waitsFor{m}.lazy())
}

func pathOf(c constructs.IConstruct) string { return value(c.Node().Path()) }
