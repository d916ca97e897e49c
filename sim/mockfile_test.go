package sim_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/sim"
)

const mockConfig = `{"StateMachines": {"Orders": {"TestCases": {"Happy": {"T": "Good"}, "Retries": {"T": "Flaky"}, "Broken": {"T": "None"}}}},
	"MockedResponses": {"Good": {"0": {"Return": {"Payload": 1}}},
		"Flaky": {"0": {"Throw": {"Error": "E", "Cause": "c"}}, "1-2": {"Return": {"Payload": 2}}}}}`

func asOptions(mocks []*sim.TaskMock) []sim.Option {
	var out []sim.Option
	for _, m := range mocks {
		out = append(out, m)
	}
	return out
}

func TestMockConfig(t *testing.T) {
	c, err := sim.ReadMockConfig([]byte(mockConfig))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(c.Cases("Orders"), " "); got != "Happy Retries Broken" {
		t.Errorf("cases %s", got)
	}
	mocks, err := c.Case("Orders", "Happy")
	if err != nil {
		t.Fatal(err)
	}
	wantOutput(t, run(t, invoke, nil, asOptions(mocks)...), `1`)
	mocks, err = c.Case("Orders", "Retries")
	if err != nil {
		t.Fatal(err)
	}
	if x := run(t, invoke, nil, asOptions(mocks)...); x.Failure != (sim.Failure{Name: "E", Cause: "c"}) {
		t.Errorf("%v", x.Failure)
	}
	for _, name := range []string{"Broken", "Nonsense"} {
		if _, err := c.Case("Orders", name); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestReadMocks(t *testing.T) {
	mocks, err := sim.ReadMocks([]byte(`{"Submit": {"return": "g"}, "Status": [{"return": {"Payload": "RUNNING"}, "times": 2}, {"return": {"Payload": "SUCCEEDED"}, "afterSeconds": 1.5}]}`))
	if err != nil {
		t.Fatal(err)
	}
	x := run(t, poll, sim.JSON(`{"wait": 1}`), asOptions(mocks)...)
	if x.Status != sim.Succeeded || x.Elapsed != 4500*time.Millisecond {
		t.Errorf("%s after %v", x.Status, x.Elapsed)
	}
	for _, text := range []string{`[]`, `{"A": [{"retrun": 1}]}`, `{"A": [1]}`, `{`} {
		if _, err := sim.ReadMocks([]byte(text)); err == nil {
			t.Errorf("%s: no error", text)
		}
	}
	if _, err := plan(t, poll).Run(context.Background(), nil, asOptions(mocks)...); err != nil {
		t.Error(err)
	}
}
