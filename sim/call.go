package sim

import "time"

// Call is one attempt of a Task state: what it asked for and what came back.
type Call struct {
	State     string
	Within    []Frame // the Map iterations and Parallel branches around the state, outermost first
	Execution string  // the ARN
	Attempt   int     // 0 for the first try of one entry into the state
	Resource  Resource
	Input     any    // the Parameters or Arguments as they were sent
	Token     string // of .waitForTaskToken and activities
	RoleARN   string // of the Credentials
	Timeout   time.Duration
	Heartbeat time.Duration
	At        time.Duration // virtual time since the start of the run

	Ended   bool // whether there was an answer, a timeout included
	EndedAt time.Duration
	Output  any      // the raw result
	Failure *Failure // nil if it succeeded

	entered int64
	mocked  bool // the test said what came back
}

// Index returns the index of the innermost Map iteration around the task, or -1.
func (c *Call) Index() int {
	for i := len(c.Within) - 1; i >= 0; i-- {
		if c.Within[i].Map {
			return c.Within[i].Index
		}
	}
	return -1
}

// payload is what a Lambda function gets from the call.
func (c *Call) payload() any {
	if !c.Resource.invokesFunction() {
		return c.Input
	}
	return member(c.Input, "Payload")
}
