package sfncdk

import (
	"strings"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

// ownARN is the ARN of a machine, given out as a token that looks at who asks.
//
// The machine needs its functions before it, so a function that is told the machine's ARN would close
// a circle. For such a resource the ARN is made of the name of the machine; for all others it is a
// reference, so that CloudFormation makes the machine first.
type ownARN struct {
	machine *StateMachine
	before  map[string]bool // logical IDs, as tokens, of what the machine needs
	token   *string
}

func newOwnARN(m *StateMachine) *ownARN {
	a := &ownARN{machine: m}
	a.token = awscdk.Lazy_UncachedString(a, &awscdk.LazyStringValueOptions{DisplayHint: jsii.String("StateMachineArn")})
	return a
}

// StateMachineArn returns the ARN as a token. In the environment of a function that the machine
// itself invokes it becomes the ARN by name, because a reference would be a circular dependency.
func (m *StateMachine) StateMachineArn() *string {
	if m.arn == nil {
		return m.StateMachine.StateMachineArn()
	}
	return m.arn.token
}

// ARNByName returns the ARN made of the name of the machine. It does not depend on the resource. A
// machine without a name gets one: a change that replaces such a machine needs another name.
func (m *StateMachine) ARNByName() *string {
	return m.stack.FormatArn(&awscdk.ArnComponents{
		Service: jsii.String("states"), Resource: jsii.String("stateMachine"), ArnFormat: awscdk.ArnFormat_COLON_RESOURCE_NAME,
		ResourceName: jsii.String(m.fixedName()),
	})
}

func (m *StateMachine) fixedName() string {
	if m.props.Name != "" {
		return m.props.Name
	}
	name := awscdk.Names_UniqueResourceName(m, &awscdk.UniqueResourceNameOptions{MaxLength: jsii.Number(80), Separator: jsii.String("-")})
	m.cfn.SetStateMachineName(name)
	m.props.Name = value(name)
	return m.props.Name
}

// Produce implements awscdk.IStringProducer.
func (a *ownARN) Produce(context awscdk.IResolveContext) *string {
	m := a.machine
	path := *context.DocumentPath()
	if len(path) > 1 && value(path[0]) == "Resources" && a.needs(value(path[1])) {
		return m.ARNByName()
	}
	return m.StateMachine.StateMachineArn()
}

func (a *ownARN) needs(logicalID string) bool {
	if a.before == nil {
		a.before = map[string]bool{}
		for token := range a.machine.names.byToken {
			a.add(token)
		}
	}
	return a.before[logicalID]
}

// add notes the resources of the construct that a token refers to: of a function also its role and
// policies, which it waits for, and of an alias the function.
func (a *ownARN) add(token string) {
	if kindOfToken(token) != stringToken {
		return
	}
	reference, ok := awscdk.Tokenization_ReverseString(jsii.String(token)).FirstToken().(awscdk.Reference)
	if !ok {
		return
	}
	top := reference.Target()
	machine := value(a.machine.Node().Path())
	for _, scope := range reversed(*reference.Target().Node().Scopes()) {
		if *awscdk.Stack_IsStack(scope) || strings.HasPrefix(machine, value(scope.Node().Path())) {
			break
		}
		if scope.Node().DefaultChild() != nil {
			top = scope
		}
	}
	for _, c := range *top.Node().FindAll(constructs.ConstructOrder_PREORDER) {
		if *awscdk.CfnElement_IsCfnElement(c) {
			if element, ok := c.(interface{ LogicalId() *string }); ok {
				a.before[value(element.LogicalId())] = true
			}
		}
	}
}

func reversed(list []constructs.IConstruct) []constructs.IConstruct {
	out := make([]constructs.IConstruct, len(list))
	for i, c := range list {
		out[len(list)-1-i] = c
	}
	return out
}

// own are the texts that stand for a machine's ARNs and the pseudo parameters in statements.
func (m *StateMachine) own() *strings.Replacer {
	region, account, partition := value(m.stack.Region()), value(m.stack.Account()), value(m.stack.Partition())
	return strings.NewReplacer(
		"${AWS::Partition}", partition, "${AWS::Region}", region, "${AWS::AccountId}", account,
		"${AWS::StackName}", value(m.stack.StackName()), "${AWS::URLSuffix}", value(m.stack.UrlSuffix()),
		sfn.SelfARN, value(m.cfn.Ref()),
		sfn.SelfExecutionARN, "arn:"+partition+":states:"+region+":"+account+":execution:"+value(m.cfn.AttrName()),
	)
}
