// Package codegen writes the Go source that builds a given state machine with package sfn.
//
//	source, err := codegen.Go(doc.Machine, codegen.Options{Package: "order"})
//	if err != nil {
//		return err // a *diag.ErrorList: why the machine cannot be written so
//	}
//	os.WriteFile("order.go", source, 0o644)
//
// The source has a function NewDefinition, and NewProps if the machine has a comment, a timeout or a
// language of its own:
//
//	definition, err := sfn.Build(order.NewDefinition(), order.NewProps())
//
// What is built has the same JSON as the original, but for the order of members. Whatever the props
// of a state cannot say stands in an sfn.Patch around it. Each graph of more than one state is a
// function; names of states become identifiers.
//
// Package codegen knows package sfn, but not the integrations: Options.Integration recognises them.
package codegen
