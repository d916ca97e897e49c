package asl

// Succeed ends the machine, the branch or the iteration with success.
type Succeed struct {
	Common
	Input
	Outputs
}

// Type returns TypeSucceed.
func (*Succeed) Type() StateType { return TypeSucceed }
