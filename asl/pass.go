package asl

// Pass hands its input on, or a fixed or computed value in its place.
type Pass struct {
	Common
	Input
	Parameters Value `asl:"Parameters"` // JSONPath
	Result     Value `asl:"Result"`     // JSONPath; taken as it is
	ResultPath Path  `asl:"ResultPath"`
	Variables
	Outputs
	Flow
}

// Type returns TypePass.
func (*Pass) Type() StateType { return TypePass }
