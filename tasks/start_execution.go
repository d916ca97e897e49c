package tasks

import (
	"maps"
	"slices"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

var startExecution = Descriptor{
	Name: "StartExecution", Title: "starts an execution of another state machine",
	Service: "states", Action: "startExecution", Patterns: allPatterns, JobSuffix: ".sync:2",
	Required: []string{"StateMachineArn"},
	Grants: []Grant{
		{On: "machine", Actions: []string{"states:StartExecution"}, Why: "starts the execution"},
		{On: "execution", Actions: []string{"states:DescribeExecution", "states:StopExecution"}, Why: "waits for the execution, and stops it with its own", Patterns: forJob},
	},
	EventsRule: "StepFunctionsGetEventsForStepFunctionsExecutionRule",
	Errors:     []string{"StepFunctions.ExecutionAlreadyExistsException", "StepFunctions.ExecutionLimitExceededException"},
	Doc:        "https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html",
}

// StartExecution starts an execution of another state machine. With RunJob it waits for its end, and
// the result has what it gave as Output.
type StartExecution struct {
	Machine Machine
	// Input of the execution. nil is the input of the state.
	Input sfn.Value
	// Name of the execution, unique for 90 days. nil is a random one.
	Name sfn.Text
	// Associate tells the console that this execution started the other one, by a member
	// AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID of its input. Input must be an object then.
	Associate bool
	// OutputAsText leaves Output of a RunJob as JSON text (.sync) where otherwise it is JSON (.sync:2).
	OutputAsText bool
	Pattern      sfn.Pattern // RequestResponse, RunJob or WaitForTaskToken
	Extra        map[string]any
}

// Bind implements sfn.Integration.
func (t StartExecution) Bind(c *sfn.TaskContext) sfn.Binding {
	row := startExecution
	if t.OutputAsText {
		row.JobSuffix = ""
	}
	b := row.bind(c, t.Pattern)
	m := b.machine(t.Machine)
	b.need("StateMachineArn", m.ARN, "Machine")
	b.set("Input", t.input(b))
	b.set("Name", t.Name)
	g := b.on("machine", m.ARNs...)
	if m.Qualifier != "" {
		g.under("StringEquals", "states:StateMachineQualifier", m.Qualifier)
	}
	var executions []string
	for _, arn := range m.ARNs {
		executions = append(executions, sfn.ExecutionsOf(arn))
	}
	b.on("execution", executions...)
	return b.done(t.Extra)
}

const startedBy = "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID"

func (t StartExecution) input(b *call) any {
	input := deref(t.Input)
	if !t.Associate {
		if input == nil {
			return sfn.EntireInput()
		}
		return input
	}
	switch in := input.(type) {
	case nil:
		return sfn.Fields{{Name: startedBy, Value: sfn.ExecutionID()}}
	case sfn.Fields:
		return in.With(startedBy, sfn.ExecutionID())
	case map[string]any:
		in = maps.Clone(in)
		in[startedBy] = sfn.ExecutionID()
		return in
	case map[string]string:
		var out sfn.Fields
		for _, k := range slices.Sorted(maps.Keys(in)) {
			out = out.With(k, in[k])
		}
		return out.With(startedBy, sfn.ExecutionID())
	case sfn.Expression:
		if b.JSONata() {
			return sfn.JSONata("$merge([" + in.JSONata() + ", {'" + startedBy + "': $states.context.Execution.Id}])")
		}
	}
	b.report(wrongShape("Input", "an object, to which Associate could add a member"))
	return input
}
