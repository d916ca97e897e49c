package sfncdk

import (
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/validate/dataflow"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
)

// StateMachineProps say what a state machine is. One of Definition, DefinitionFile and DefinitionText
// is required.
type StateMachineProps struct {
	// Definition is the workflow as Go values.
	Definition sfn.Chainable
	// DefinitionFile is a file with the workflow in States Language, JSON or YAML, from the working directory.
	DefinitionFile string
	// DefinitionText is the workflow in States Language, as JSON text.
	DefinitionText string
	// Substitutions are the values of placeholders ${Name} in the definition: text or tokens.
	Substitutions map[string]string

	// Name of the machine, at most 80 characters; "" lets CloudFormation make one, so that the machine can be replaced.
	Name string
	// Type is sfn.Standard or sfn.Express; "" is Standard. A change replaces the machine.
	Type sfn.MachineType
	// Timeout of an execution, whole seconds; 0 is none: a year for Standard, five minutes for Express.
	Timeout       time.Duration
	Comment       string
	QueryLanguage asl.QueryLanguage // of states that do not say; "" is JSONPath
	// Defaults are for all tasks that do not say otherwise. Only with Definition.
	Defaults sfn.Defaults
	// Patch changes the JSON of the machine, for what the other fields cannot say. Only with Definition.
	Patch []sfn.Change
	// Flow is what is known of the input and of the results of tasks: see sfn.MachineProps.
	Flow dataflow.Options
	// Ignore accepts warnings, each with the reason why.
	Ignore []sfn.Ignore

	Logs Logs
	// Tracing sends traces to X-Ray.
	Tracing    bool
	Encryption Encryption

	// Role the executions act with; nil makes one.
	Role awsiam.IRole
	// PermissionsBoundary of the role that is made; nil is none, or that of the app.
	PermissionsBoundary awsiam.IManagedPolicy
	// Statements are further permissions of the role: what a definition from a file needs and does not show.
	Statements []iam.Statement
	// NoGrants leaves the role as it is: no permission is added. RequiredStatements lists what it needs.
	NoGrants bool

	// RemovalPolicy is what becomes of the machine when it leaves the stack; "" deletes it.
	RemovalPolicy awscdk.RemovalPolicy
}
