// Package validate finds what is wrong with a state machine definition before AWS does: everything AWS
// refuses at creation, and what it accepts but experienced people would not write.
//
//	doc, err := asl.Parse("order.asl.json", text)
//	if err != nil {
//		return err
//	}
//	list := validate.Document(doc, validate.Options{Type: validate.Standard})
//	if err := list.Err(); err != nil {
//		return err // all problems, each with its place and how to mend it
//	}
//
// Each rule has a code that never changes, and a page of help: see Explain. The families of codes are
// SW1 structure and transitions, SW2 fields, SW3 data languages, SW4 errors, SW5 tasks, SW6 Map,
// SW7 type of machine and limits, SW9 advice. Only advice and other warnings can be suppressed, with a reason:
// see Ignore.
//
// Definitions may hold tokens of the CDK and ${substitutions}. Nothing is reported because of what
// a token hides; everything around it is checked.
//
// AWS gives the same answer in the words of the service, for simulators.
//
// Sources: https://states-language.net/spec.html, the developer guide at
// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html, and the
// answers of the service to several hundred definitions, which the tests replay.
package validate
