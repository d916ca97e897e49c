package asl

// Fail ends the machine with an error. The paths are for JSONPath and may be intrinsic functions;
// in JSONata Error and Cause may be expressions.
type Fail struct {
	Common
	Error     string `asl:"Error"`
	ErrorPath string `asl:"ErrorPath"`
	Cause     string `asl:"Cause"`
	CausePath string `asl:"CausePath"`
}

// Type returns TypeFail.
func (*Fail) Type() StateType { return TypeFail }
