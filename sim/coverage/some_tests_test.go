package coverage_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/sim/coverage"
)

// underTest makes a process that reports with a threshold of the tests of this package.
const underTest = "STEPWISE_TEST_OF_THRESHOLD"

func TestMain(m *testing.M) {
	if os.Getenv(underTest) == "" {
		os.Exit(m.Run())
	}
	report := coverage.Report{Profiles: []*coverage.Profile{coverage.New("orders", machine(nil))}, Out: os.Stdout, Threshold: 50}
	os.Exit(report.Run(m))
}

// One test of a package does not have to reach what all of them do.
func TestThresholdOfSomeTests(t *testing.T) {
	if os.Getenv(underTest) != "" {
		t.Skip("this is a process that the test started")
	}
	for _, c := range []struct {
		flag, want string
		fails      bool
	}{
		{"-test.run=^TestNothing$", "not asked for", false},
		{"-test.skip=.", "not asked for", false},
		{"-test.short", "less than the threshold", true},
	} {
		run := exec.Command(os.Args[0], c.flag)
		run.Env = append(os.Environ(), underTest+"=1")
		out, err := run.CombinedOutput()
		if (err != nil) != c.fails || !strings.Contains(string(out), c.want) {
			t.Errorf("%s: %v\n%s", c.flag, err, out)
		}
	}
}
