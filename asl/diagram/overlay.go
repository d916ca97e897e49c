package diagram

import "strings"

// Overlay colours a graph: *Execution, *Coverage or *Difference.
type Overlay interface {
	apply(*Graph)
	// Legend returns the statuses that the overlay gives, in the order in which to explain them.
	Legend() []Status
}

// Status is what an overlay says about a state or transition. The zero Status says nothing.
type Status string

const (
	// Of an execution. The five with a colour are those of the Step Functions console.
	Succeeded  Status = "succeeded"
	Caught     Status = "caught error"
	Failed     Status = "failed"
	Running    Status = "running"
	Aborted    Status = "aborted"
	NotReached Status = "not reached"
	Taken      Status = "taken" // a transition that the execution took

	// Of coverage.
	Covered   Status = "covered"
	Uncovered Status = "not covered"

	// Of a difference.
	Added   Status = "added"
	Removed Status = "removed"
	Changed Status = "changed"
	Same    Status = "same"
)

// Mark is what an overlay says about one state or transition.
type Mark struct {
	Status Status
	Count  int    // how often it was entered or taken
	Note   string // more, for a tooltip: an error, what changed
}

// finder finds states by JSON Pointer or by name.
type finder[T any] map[string]T

func (f finder[T]) node(n *Node) (T, bool) {
	if v, ok := f[n.Pointer]; ok && n.Pointer != "" {
		return v, true
	}
	v, ok := f[n.Name]
	return v, ok && !strings.HasPrefix(n.Name, "/")
}
