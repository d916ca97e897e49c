// Package diff says what changed between two versions of a state machine: by state, by transition
// and, if asked, by permission. A change of the order of JSON keys is no change.
//
//	d := diff.Compare(before, after)
//	fmt.Print(d.Markdown()) // fit for a comment on a pull request
//
// States are the same if they have one name and stand in the same place: the machine, the processor
// of the same Map, the branch of the same Parallel that has most states in common.
package diff
