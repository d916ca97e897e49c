package svg

// The words of the package.
const (
	titleDefault = "State machine"
	descStates   = "A state machine with %d states and %d error handlers."
)
