// Package diag holds diagnostics: what is wrong with a workflow, where, and how to mend it.
//
// Rules find problems and name them by JSON Pointer into the definition; they do not know
// where the definition came from. Whoever does (a builder that kept the Go lines, a parser that
// kept lines and columns) places them afterwards. A List is not an error: Err makes one.
//
//	var list diag.List
//	list.Add(diag.Diagnostic{Code: "SW101", Summary: "Next goes nowhere", Pointer: "/States/A/Next"})
//	list = list.Place(places)
//	if err := list.Err(); err != nil {
//		fmt.Println(err)
//	}
package diag
