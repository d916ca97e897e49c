package asl

// Parallel runs its branches at the same time; its result is the list of their outputs.
type Parallel struct {
	Common
	Input
	Parameters Value    `asl:"Parameters"` // JSONPath
	Arguments  Value    `asl:"Arguments"`  // JSONata
	Branches   []Branch `asl:"Branches"`
	Results
	Variables
	Outputs
	Rescue
	Flow
}

// Type returns TypeParallel.
func (*Parallel) Type() StateType { return TypeParallel }
