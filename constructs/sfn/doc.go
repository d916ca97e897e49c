// Package sfn writes AWS Step Functions workflows as plain Go values.
//
// States are values with a name; Next, When and Otherwise join them; Build checks the whole and
// returns a Definition. The package knows nothing of the CDK: a Definition can be rendered as JSON,
// run in a unit test (package sim), drawn (package asl/diagram) or deployed (package constructs/sfncdk).
//
//	wait := sfn.NewWait("Wait", sfn.WaitProps{Seconds: 30 * time.Second})
//	done := sfn.NewSucceed("Done")
//	definition, err := sfn.Build(wait.Next(done))
//	if err != nil {
//		return err // everything that is wrong, with Go file and line
//	}
//	text, err := definition.Render()
//
// # Two languages
//
// NewTask, NewPass and so on make JSONPath states, NewJSONataTask, NewJSONataPass JSONata states; the
// props of one cannot be given to the other. A state without fields of either language takes that of
// its machine, and a JSONata state says so itself in a JSONPath machine.
//
// # Values
//
// A field that the service can compute takes any Go value that has a JSON form, and anywhere inside
// it an Expression: At("$.order.id"), JSONata("$states.input.order.id"), an intrinsic function such as
// Format, or a context value such as ExecutionID. CDK tokens are strings and numbers here, and survive.
// Input, Variable, the context values and UUID have a form in both languages.
//
// # Conditions
//
// Expr reads a condition from text, for either language: Expr(`$.order.total > 100 && !$.order.vip`).
// StringEquals and its neighbours make the same of Go values, JSONataCondition takes JSONata.
//
// # What is wrong
//
// Builders do not fail and do not panic, whatever they are given. Build reports everything at once: what
// the builders noted, and what the rules of package asl/validate find in the result, each with the Go
// line of the call. Warnings are no error: Definition.Warnings has them, sfncdk prints them, and MachineProps.Ignore
// accepts them, with a reason.
package sfn
