package sfncdk

import (
	"fmt"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
)

// Grant lets the grantee do something with the machine.
//
// As with all grants of a StateMachine, the permission stands in a policy beside the machine and not
// in that of the grantee: a function that the machine invokes would otherwise wait for the machine,
// and the machine for the function.
func (m *StateMachine) Grant(grantee awsiam.IGrantable, actions ...*string) awsiam.Grant {
	return m.grant(grantee, actions, sfn.SelfARN)
}

// GrantStartExecution lets the grantee start executions.
func (m *StateMachine) GrantStartExecution(grantee awsiam.IGrantable) awsiam.Grant {
	return m.grant(grantee, *jsii.Strings("states:StartExecution"), sfn.SelfARN)
}

// GrantStartSyncExecution lets the grantee start executions of an Express machine and wait for them.
func (m *StateMachine) GrantStartSyncExecution(grantee awsiam.IGrantable) awsiam.Grant {
	return m.grant(grantee, *jsii.Strings("states:StartSyncExecution"), sfn.SelfARN)
}

// GrantTaskResponse lets the grantee answer with a task token.
func (m *StateMachine) GrantTaskResponse(grantee awsiam.IGrantable) awsiam.Grant {
	return m.grant(grantee, *jsii.Strings("states:SendTaskSuccess", "states:SendTaskFailure", "states:SendTaskHeartbeat"), sfn.SelfARN)
}

// GrantExecution lets the grantee do something with the executions.
func (m *StateMachine) GrantExecution(grantee awsiam.IGrantable, actions ...*string) awsiam.Grant {
	return m.grant(grantee, actions, sfn.SelfExecutionARN+":*")
}

// GrantRedriveExecution lets the grantee start failed executions again where they failed.
func (m *StateMachine) GrantRedriveExecution(grantee awsiam.IGrantable) awsiam.Grant {
	return m.grant(grantee, *jsii.Strings("states:RedriveExecution"), sfn.SelfExecutionARN+":*")
}

// GrantRead lets the grantee read the machine, its executions and, if it has a distributed Map, their map runs.
// Each action is on the resource it is authorized on:
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html
//
// Who reads a machine with a customer-managed key needs the key too, for this machine only:
// https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html
func (m *StateMachine) GrantRead(grantee awsiam.IGrantable) awsiam.Grant {
	g := m.grant(grantee, *jsii.Strings("states:DescribeStateMachine", "states:ListExecutions", "states:ListStateMachineAliases", "states:ListStateMachineVersions"), sfn.SelfARN)
	execution := []string{"states:DescribeExecution", "states:DescribeStateMachineForExecution", "states:GetExecutionHistory"}
	if m.hasDistributedMap() {
		execution = append(execution, "states:ListMapRuns")
		g = g.Combine(m.grant(grantee, *jsii.Strings("states:DescribeMapRun", "states:ListExecutions"),
			"arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:mapRun:"+value(m.cfn.AttrName())+"/*"))
	}
	g = g.Combine(m.grant(grantee, *jsii.Strings(execution...), sfn.SelfExecutionARN+":*"))
	if key := m.props.Encryption.Key; key != nil {
		g = g.Combine(m.grantIf(grantee, *jsii.Strings("kms:Decrypt"), value(key.KeyArn()), map[string]*map[string]any{
			"StringEquals": {"kms:EncryptionContext:aws:states:stateMachineArn": m.cfn.Ref()},
		}))
	}
	return g.Combine(m.grant(grantee, *jsii.Strings("states:ListStateMachines"), "*"))
}

func (m *StateMachine) hasDistributedMap() bool {
	found := false
	if m.flow.machine != nil {
		asl.Walk(m.flow.machine, func(p *asl.Place) {
			if s, ok := p.State.(*asl.Map); ok && s.ItemProcessor != nil && s.ItemProcessor.ProcessorConfig != nil {
				found = found || s.ItemProcessor.ProcessorConfig.Mode == asl.ModeDistributed
			}
		})
	}
	return found
}

// grant adds a statement to the policy of the grantee with the machine. A principal that is no
// role, user or group gets it in its own way.
func (m *StateMachine) grant(grantee awsiam.IGrantable, actions []*string, resource string) awsiam.Grant {
	return m.grantIf(grantee, actions, resource, nil)
}

func (m *StateMachine) grantIf(grantee awsiam.IGrantable, actions []*string, resource string, conditions map[string]*map[string]any) awsiam.Grant {
	if len(actions) == 0 {
		m.reportAt(grantOfNothing())
		return awsiam.Grant_Drop(grantee, jsii.String("no actions"))
	}
	options := &awsiam.GrantOnPrincipalOptions{Grantee: grantee, Actions: &actions, ResourceArns: &[]*string{jsii.String(m.own().Replace(resource))}}
	if len(conditions) > 0 {
		options.Conditions = &conditions
	}
	if identity, ok := grantee.GrantPrincipal().(awsiam.IIdentity); ok {
		options.Grantee = &policyPrincipal{identity: identity, policy: m.grantPolicy(identity)}
	}
	return awsiam.Grant_AddToPrincipal(options)
}

// grantPolicy returns the policy with what the identity may do with the machine.
func (m *StateMachine) grantPolicy(identity awsiam.IIdentity) awsiam.Policy {
	key := pathOf(identity)
	if p := m.grants[key]; p != nil {
		return p
	}
	name := awscdk.Names_UniqueResourceName(identity, &awscdk.UniqueResourceNameOptions{MaxLength: jsii.Number(60)})
	p := awsiam.NewPolicy(m, jsii.String(fmt.Sprint("GrantTo", value(name))), nil)
	identity.AttachInlinePolicy(p)
	m.grants[key] = p
	return p
}

// policyPrincipal is an identity whose statements go into a certain policy.
type policyPrincipal struct {
	identity awsiam.IIdentity
	policy   awsiam.Policy
}

// AddToPrincipalPolicy adds the statement to the policy.
func (p *policyPrincipal) AddToPrincipalPolicy(s awsiam.PolicyStatement) *awsiam.AddToPrincipalPolicyResult {
	p.policy.AddStatements(s)
	return &awsiam.AddToPrincipalPolicyResult{StatementAdded: jsii.Bool(true), PolicyDependable: p.policy}
}

// AssumeRoleAction is that of the identity.
func (p *policyPrincipal) AssumeRoleAction() *string { return p.identity.AssumeRoleAction() }

// GrantPrincipal returns the principal itself.
func (p *policyPrincipal) GrantPrincipal() awsiam.IPrincipal { return p }

// PolicyFragment is that of the identity.
func (p *policyPrincipal) PolicyFragment() awsiam.PrincipalPolicyFragment {
	return p.identity.PolicyFragment()
}

// PrincipalAccount is that of the identity.
func (p *policyPrincipal) PrincipalAccount() *string { return p.identity.PrincipalAccount() }
