package asl

// Task does one piece of work: calls a service, invokes a function, waits for an activity.
type Task struct {
	Common
	Input
	Resource             string `asl:"Resource"`
	Credentials          Value  `asl:"Credentials"` // {"RoleArn": ...}: the role to do it with
	Parameters           Value  `asl:"Parameters"`  // JSONPath
	Arguments            Value  `asl:"Arguments"`   // JSONata
	TimeoutSeconds       Int    `asl:"TimeoutSeconds"`
	TimeoutSecondsPath   string `asl:"TimeoutSecondsPath"`
	HeartbeatSeconds     Int    `asl:"HeartbeatSeconds"`
	HeartbeatSecondsPath string `asl:"HeartbeatSecondsPath"`
	Results
	Variables
	Outputs
	Rescue
	Flow
}

// Type returns TypeTask.
func (*Task) Type() StateType { return TypeTask }
