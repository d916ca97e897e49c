package asl

// Wait waits for a time or until a moment. Exactly one of its four fields is set; in JSONata
// Seconds and Timestamp may be expressions and there are no paths.
type Wait struct {
	Common
	Input
	Seconds       Int    `asl:"Seconds"`
	SecondsPath   string `asl:"SecondsPath"`
	Timestamp     string `asl:"Timestamp"`
	TimestampPath string `asl:"TimestampPath"`
	Variables
	Outputs
	Flow
}

// Type returns TypeWait.
func (*Wait) Type() StateType { return TypeWait }
