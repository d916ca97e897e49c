package fragments_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/fragments"
	"github.com/stepwise-go/stepwise/sim"
	"github.com/stepwise-go/stepwise/sim/simtest"
)

type activity string

func (a activity) Bind(*sfn.TaskContext) sfn.Binding { return sfn.Binding{Resource: string(a)} }

const (
	submit = activity("arn:aws:states:us-east-1:123456789012:activity:submit")
	status = activity("arn:aws:states:us-east-1:123456789012:activity:status")
)

func ExampleJobPoller() {
	poller := fragments.JobPoller(fragments.JobPollerProps{Submit: submit, Status: status, Interval: sfn.At("$.wait_time")})
	d, err := sfn.Build(poller, sfn.MachineProps{Timeout: 5 * time.Minute})
	if err != nil {
		fmt.Println(err)
		return
	}
	for name, state := range d.ASL().States.All() {
		fmt.Printf("%-8s %s\n", state.Type(), name)
	}
	// Output:
	// Task     Submit Job
	// Wait     Wait for Job
	// Task     Get Job Status
	// Choice   Job Complete?
	// Fail     Job Failed
	// Task     Get Final Job Status
}

func TestTwoPollersInOneMachine(t *testing.T) {
	poller := func(interval time.Duration) *sfn.Chain {
		return fragments.JobPoller(fragments.JobPollerProps{Submit: submit, Status: status, Interval: interval})
	}
	d, err := sfn.Build(poller(time.Second).PrefixStates("Quick: ").Next(poller(time.Hour).PrefixStates("Slow: ")), sfn.MachineProps{Timeout: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	if n := d.ASL().States.Len(); n != 12 {
		t.Errorf("%d states, want 12", n)
	}
}

func TestPolling(t *testing.T) {
	poller := fragments.JobPoller(fragments.JobPollerProps{Submit: submit, Status: status, Interval: time.Minute, Succeeded: "DONE", Failed: "BROKEN"})
	simtest.Run(t, poller, `{}`,
		sim.OnTask("Submit Job").Return("guid-1"),
		sim.OnTask("Get Job Status").Return("RUNNING").Return("DONE"),
		sim.OnTask("Get Final Job Status").Handle(func(guid string) (string, error) { return guid + " is done", nil }),
	).Succeeded("guid-1 is done").Elapsed(2*time.Minute).CalledWith("Get Job Status", 0, "guid-1")
	simtest.Run(t, poller, `{}`,
		sim.OnTask("Submit Job").Return("guid-1"), sim.OnTask("Get Job Status").Return("BROKEN"),
	).Failed("JobFailed", "The job ended with the status BROKEN")
}

func TestAJobThatNeverEndsReachesTheTimeout(t *testing.T) {
	d, err := sfn.Build(fragments.JobPoller(fragments.JobPollerProps{Submit: submit, Status: status}).PrefixStates("Nightly: "), sfn.MachineProps{Timeout: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	simtest.Run(t, d, `{}`,
		sim.OnTask("Nightly: Submit Job").Return("guid-1"), sim.OnTask("Nightly: Get Job Status").Return("RUNNING"),
	).TimedOut().Elapsed(time.Hour)
}
