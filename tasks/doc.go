// Package tasks has the service integrations of AWS Step Functions: what a Task can do.
//
// Each integration is a struct whose fields are its parameters; it is given to sfn.NewTask or
// sfn.NewJSONataTask and renders as Parameters or Arguments, by the language of the state.
//
//	charge := sfn.NewTask("Charge", tasks.LambdaInvoke{Function: chargeFn})
//	wait := sfn.NewTask("Ask", tasks.SQSSendMessage{
//		Queue:   tasks.QueueOf(queue),
//		Body:    map[string]any{"token": sfn.TaskToken(), "order": sfn.At("$.order")},
//		Pattern: tasks.WaitForTaskToken,
//	})
//
// # Resources
//
// What an integration works on is a small value: Queue, Topic, Table, Machine. QueueOf and its
// neighbours read it from a CDK construct, key of encryption included; the value can also be written
// out, so that the package works without the CDK. Where only an ARN is needed the construct is given
// itself: any awslambda.IFunction is a Function.
//
// A resource that an Expression chooses when the state runs needs its scope: what it may choose from,
// which the machine's role is then allowed to use. Queues, topics and the like take ARNs
// (QueueAt(sfn.At("$.queue"), "arn:...")); what has a name takes a Scope of names beside it
// (JobName: sfn.At("$.job"), JobNameScope: tasks.Scope{"nightly-*"}). There is no silent "*".
//
// # Extra
//
// Extra is in every integration for parameters that have no field yet. Its members are added to the
// arguments, and replace members of the same name.
//
// # The catalogue
//
// Catalog lists all integrations with their patterns, permissions and pages. The documentation, the
// command "stepwise tasks" and the tests read it. Each integration has one file with its row of the
// catalogue, its struct and its Bind method; Raw is for what is not there yet, and package
// tasks/awssdk calls any other API action.
//
// # Adding one
//
// One file, service_action.go: the row (a Descriptor variable), the struct, Bind. Bind begins with
// row.bind(c, t.Pattern), sets parameters with need, set, choose, seconds, adds permissions with
// on(kind, arns...), which takes actions and reasons from the row, and ends with done(t.Extra), which
// checks required parameters and the task token. Permissions on "*" and those of the rule of
// EventBridge come from the row by themselves. Then a line in catalog.go, a sample in the tests and an
// Example. What can be wrong is worded in messages.go.
package tasks
