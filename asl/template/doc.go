// Package template compiles and renders the payload templates of the States Language: Parameters,
// ResultSelector, ItemSelector, BatchInput and, in JSONPath states, Assign.
//
//	t, err := template.Compile(parameters)
//	if err != nil {
//		return err
//	}
//	payload, err := t.Render(&intrinsic.Env{Roots: jsonpath.Roots{Input: input}})
//
// A member whose name ends in .$ holds a path or an intrinsic function. Rendering evaluates it
// and gives the result the name without the ending. Everything else stays as it is; parts
// without such members are shared with the template, not copied. Templates are
// looked for at any depth, in arrays too.
//
// A Template is immutable and may be used by many goroutines.
//
// Source: https://states-language.net/spec.html#payload-template
package template
