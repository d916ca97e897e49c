package snapshot_test

import (
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/test/snapshot"
)

func TestDefinition(t *testing.T) {
	wait := sfn.NewWait("Wait", sfn.WaitProps{Seconds: 30 * time.Second})
	snapshot.Definition(t, wait.Next(sfn.NewSucceed("Done")), sfn.MachineProps{Timeout: time.Hour})
}

func TestDiff(t *testing.T) {
	got := snapshot.Diff("a\nb\nc\nd\ne\nf\n", "a\nb\nc\nX\ne\nf\n")
	want := "  b\n  c\n- d\n+ X\n  e\n  f\n  ...\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
