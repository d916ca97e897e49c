package sfn

// Values of the context object, in either language.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html

func contextValue(path, jsonata string) Expression {
	return Expression{path: "$$" + path, jsonata: "$states.context" + jsonata}
}

func contextField(path string) Expression { return contextValue(path, path) }

// Context is the value at a path inside the context object: Context("Execution.Name").
func Context(path string) Expression { return contextField("." + path) }

// EntireContext is the whole context object.
func EntireContext() Expression { return contextField("") }

// EntireInput is the whole input of the state: "$", or $states.input.
func EntireInput() Expression { return Expression{path: "$", jsonata: "$states.input"} }

// TaskToken is the token of a Task that waits for it: "$$.Task.Token".
func TaskToken() Expression { return contextField(".Task.Token") }

// ExecutionID is the ARN of the execution.
func ExecutionID() Expression { return contextField(".Execution.Id") }

// ExecutionInput is the input of the execution.
func ExecutionInput() Expression { return contextField(".Execution.Input") }

// ExecutionName is the name of the execution.
func ExecutionName() Expression { return contextField(".Execution.Name") }

// ExecutionRoleARN is the role of the machine.
func ExecutionRoleARN() Expression { return contextField(".Execution.RoleArn") }

// ExecutionStartTime is when the execution started, as RFC 3339 text.
func ExecutionStartTime() Expression { return contextField(".Execution.StartTime") }

// ExecutionRedriveCount is how often the execution was redriven.
func ExecutionRedriveCount() Expression { return contextField(".Execution.RedriveCount") }

// ExecutionRedriveTime is when the execution was last redriven.
func ExecutionRedriveTime() Expression { return contextField(".Execution.RedriveTime") }

// StateMachineID is the ARN of the machine.
func StateMachineID() Expression { return contextField(".StateMachine.Id") }

// StateMachineName is the name of the machine.
func StateMachineName() Expression { return contextField(".StateMachine.Name") }

// StateName is the name of the state.
func StateName() Expression { return contextField(".State.Name") }

// StateEnteredTime is when the state was entered, as RFC 3339 text.
func StateEnteredTime() Expression { return contextField(".State.EnteredTime") }

// StateRetryCount is how often the state was retried.
func StateRetryCount() Expression { return contextField(".State.RetryCount") }

// MapItem is the item of the iteration.
func MapItem() Expression { return contextField(".Map.Item.Value") }

// MapItemKey is the name of the member, if the Map goes over the members of an object.
func MapItemKey() Expression { return contextField(".Map.Item.Key") }

// MapItemSource is where a distributed Map read the item: the S3 URI of an object, or STATE_DATA.
func MapItemSource() Expression { return contextField(".Map.Item.Source") }

// MapItemIndex is the number of the iteration, from 0.
func MapItemIndex() Expression { return contextField(".Map.Item.Index") }
