// Package asl is the Amazon States Language as plain Go data: all eight states, JSONPath and
// JSONata, every field the service has today.
//
// It is the waist of Stepwise. Builders make a *Machine; validation, diagrams, the simulator, the
// CDK binding and the command only read it, so all of them also serve definitions written by hand.
// Nothing here judges a definition: package validate does.
//
//	doc, err := asl.Parse("order.asl.json", text)
//	if err != nil {
//		return err
//	}
//	for name, state := range doc.Machine.States.All() {
//		fmt.Println(name, state.Type())
//	}
//
// Parse and Render are a lossless round trip: what a struct has no field for, or a field of the
// wrong type, is kept in Extra and written again.
//
// The language: https://states-language.net and
// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html
package asl
