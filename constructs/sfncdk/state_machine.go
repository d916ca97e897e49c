package sfncdk

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslogs"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsstepfunctions"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// StateMachine is a state machine in a stack. It is the CDK's StateMachine, and can be passed
// wherever the CDK takes an IStateMachine, an IGrantable or a construct.
type StateMachine struct {
	awsstepfunctions.StateMachine

	stack    awscdk.Stack
	cfn      awsstepfunctions.CfnStateMachine
	props    StateMachineProps
	at       origin.Origin
	flow     *workflow
	role     awsiam.IRole
	logGroup awslogs.ILogGroup
	arn      *ownARN
	names    *placeholders
	required []iam.Statement // of the role, as they were asked for, pseudo parameters as text
	setup    awsiam.Policy   // that the machine must have before it is made
	grants   map[string]awsiam.Policy
	ids      counter         // of alarms and aliases
	aliases  map[string]bool // by name
}

// NewStateMachine returns a state machine in the scope.
//
// It never panics for what is wrong with the definition or the props: the construct then carries
// error annotations, and its definition cannot be deployed.
func NewStateMachine(scope constructs.Construct, id string, props StateMachineProps) *StateMachine {
	m := &StateMachine{props: props, at: origin.Here(), grants: map[string]awsiam.Policy{}, ids: counter{}, aliases: map[string]bool{}}
	m.stack = awscdk.Stack_Of(scope)
	m.flow = readWorkflow(props, m.at)
	m.flow.checkProps(props, m.at)

	awsstepfunctions.NewStateMachine_Override(m, scope, jsii.String(id), &awsstepfunctions.StateMachineProps{
		DefinitionBody:   awsstepfunctions.DefinitionBody_FromString(jsii.String(undeployable)),
		StateMachineName: m.flow.name(props),
		StateMachineType: machineType(props.Type),
		Role:             props.Role,
		RemovalPolicy:    removalPolicy(props.RemovalPolicy),
	})
	m.cfn = m.StateMachine.Node().DefaultChild().(awsstepfunctions.CfnStateMachine)
	m.role = m.StateMachine.Role()
	m.arn = newOwnARN(m)
	m.boundary()
	m.checkRole()

	m.putDefinition()
	m.putLogs()
	m.putTracing()
	m.putEncryption()
	m.putPermissions()
	m.putNeeds()
	m.putDependencies()
	m.report(m.flow.problems)
	m.watch()
	return m
}

// Definition returns the workflow that was built, nil if it comes from a file or text or has errors.
func (m *StateMachine) Definition() *sfn.Definition { return m.flow.definition }

// LogGroup returns the log group that was made or given, nil without logs.
func (m *StateMachine) LogGroup() awslogs.ILogGroup { return m.logGroup }

// CfnStateMachine returns the CloudFormation resource, for properties that have no field here.
func (m *StateMachine) CfnStateMachine() awsstepfunctions.CfnStateMachine { return m.cfn }

func machineType(t sfn.MachineType) awsstepfunctions.StateMachineType {
	if t == sfn.Express {
		return awsstepfunctions.StateMachineType_EXPRESS
	}
	return "" // as the incumbent leaves it out, so that templates do not change
}

func removalPolicy(p awscdk.RemovalPolicy) awscdk.RemovalPolicy {
	if p == "" {
		return awscdk.RemovalPolicy_DESTROY
	}
	return p
}

// checkRole reports a role that AWS does not let pass to the machine.
//
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
func (m *StateMachine) checkRole() {
	if m.props.Role == nil {
		return
	}
	theirs, ours := value(m.role.Env().Account), value(m.stack.Account())
	if theirs != ours && !sfn.HasToken(theirs+ours) {
		m.flow.add(m.at, roleElsewhere(theirs, ours))
	}
}

func (m *StateMachine) boundary() {
	if m.props.PermissionsBoundary != nil && m.props.Role == nil {
		awsiam.PermissionsBoundary_Of(m.role).Apply(m.props.PermissionsBoundary)
	}
}

// putNeeds adds what integrations want beside the machine.
func (m *StateMachine) putNeeds() {
	for _, n := range m.flow.needs {
		if need, ok := n.(Need); ok {
			need.AddTo(m)
		}
	}
}

// Need is something an integration wants beside the machine: a sfn.Binding has it in Needs.
type Need interface{ AddTo(*StateMachine) }
