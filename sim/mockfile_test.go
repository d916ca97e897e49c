package sim_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/golden"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

func asOptions(mocks []*sim.TaskMock) []sim.Option {
	var out []sim.Option
	for _, m := range mocks {
		out = append(out, m)
	}
	return out
}

// TestMockFiles reads the mock files of the archive, as what they are, and those whose name begins with "simple" as
// the simple form. What comes after each is all that is wrong with it.
func TestMockFiles(t *testing.T) {
	golden.Archive(t, "testdata/mockfiles.txtar", func(t *testing.T, was []txtar.File) []txtar.File {
		var out []txtar.File
		for _, f := range was {
			if strings.HasSuffix(f.Name, ".json") {
				out = append(out, f, txtar.File{Name: strings.TrimSuffix(f.Name, ".json") + ".txt", Data: []byte(faults(t, f))})
			}
		}
		return out
	})
}

func faults(t *testing.T, f txtar.File) string {
	t.Helper()
	var err error
	if sim.IsMockConfig(f.Data) && !strings.HasPrefix(f.Name, "simple") {
		_, err = sim.ReadMockConfig(f.Data)
	} else {
		_, err = sim.ReadMocks(f.Data)
	}
	if err == nil {
		return "fine\n"
	}
	var list *diag.ErrorList
	var syntax *ordjson.SyntaxError
	if !errors.As(err, &list) && !errors.As(err, &syntax) {
		t.Errorf("%s: %T", f.Name, err)
	}
	if list != nil {
		for _, d := range list.Diagnostics {
			if !d.Place.Known() || d.Fix == "" {
				t.Errorf("%s: a fault without a place or a fix: %v", f.Name, d)
			}
		}
	}
	return err.Error() + "\n"
}

const mockConfig = `{"StateMachines": {"Orders": {"TestCases": {"Happy": {"T": "Good"}, "Retries": {"T": "Flaky"}}}, "Refunds": {"TestCases": {}}},
	"MockedResponses": {"Good": {"0": {"Return": {"Payload": 1}}},
		"Flaky": {"1-2": {"Return": {"Payload": 2}}, "0": {"Throw": {"Error": "E", "Cause": "c"}}}}}`

func TestMockConfig(t *testing.T) {
	c, err := sim.ReadMockConfig([]byte(mockConfig))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(c.Machines(), " "); got != "Orders Refunds" {
		t.Errorf("machines %s", got)
	}
	if got := strings.Join(c.Cases("Orders"), " "); got != "Happy Retries" {
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
	for _, c := range []struct{ err, want string }{
		{caseError(c, "Orders", "happy"), `did you mean "Happy"?`},
		{caseError(c, "Orders", "Nonsense"), "there are: Happy, Retries"},
		{caseError(c, "Refunds", "Happy"), "there are none"},
		{caseError(c, "Order", "Happy"), `StateMachines has no "Order": did you mean "Orders"?`},
	} {
		if !strings.Contains(c.err, c.want) {
			t.Errorf("got %s, want %s", c.err, c.want)
		}
	}
}

func caseError(c *sim.MockConfig, machine, name string) string {
	_, err := c.Case(machine, name)
	if err == nil {
		return "no error"
	}
	return err.Error()
}

// TestMockConfigCalls: there are as many answers as the file says, and each Case begins anew.
func TestMockConfigCalls(t *testing.T) {
	c, err := sim.ReadMockConfig([]byte(`{"StateMachines": {"M": {"TestCases": {"C": {"Submit": "Once", "Status": "Twice"}}}},
		"MockedResponses": {"Once": {"0": {"Return": "g"}}, "Twice": {"0-1": {"Return": {"Payload": "RUNNING"}}}}}`))
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		mocks, err := c.Case("M", "C")
		if err != nil {
			t.Fatal(err)
		}
		_, err = plan(t, poll).Run(t.Context(), sim.JSON(`{"wait": 1}`), asOptions(mocks)...)
		if err == nil || !strings.Contains(err.Error(), "used up") {
			t.Errorf("a third call: %v", err)
		}
		mocks[1].Return(map[string]any{"Payload": "SUCCEEDED"})
		if x := run(t, poll, sim.JSON(`{"wait": 1}`), asOptions(mocks)...); x.Status != sim.Succeeded {
			t.Errorf("%s", x.Status)
		}
	}
}

func TestReadMocks(t *testing.T) {
	mocks, err := sim.ReadMocks([]byte(`{"Submit": {"return": "g"}, "Status": [{"return": {"Payload": "RUNNING"}, "times": 2},
		{"throw": {"error": "E"}, "times": 1}, {"return": {"Payload": "SUCCEEDED"}, "afterSeconds": 1.5}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if got := ordjson.String(mocks[1].Results()); got != `[{"Payload":"RUNNING"},{"Payload":"SUCCEEDED"}]` {
		t.Errorf("results %s", got)
	}
	if x := run(t, poll, sim.JSON(`{"wait": 1}`), asOptions(mocks)...); x.Failure.Name != "E" || x.Elapsed != 3*time.Second {
		t.Errorf("%v after %v", x.Failure, x.Elapsed)
	}
	mocks, err = sim.ReadMocks([]byte(`{"Submit": {"return": "g"}, "Status": [{"return": {"Payload": "RUNNING"}, "times": 2},
		{"return": {"Payload": "SUCCEEDED"}, "afterSeconds": 1.5}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if x := run(t, poll, sim.JSON(`{"wait": 1}`), asOptions(mocks)...); x.Status != sim.Succeeded || x.Elapsed != 4500*time.Millisecond {
		t.Errorf("%s after %v", x.Status, x.Elapsed)
	}
	if mocks, err := sim.ReadMocks([]byte(`{}`)); err != nil || len(mocks) > 0 {
		t.Errorf("no mocks: %v, %v", mocks, err)
	}
}

func ExampleReadMocks() {
	mocks, err := sim.ReadMocks([]byte(`{
		"Charge": [{"throw": {"error": "Busy"}, "times": 2}, {"return": {"Payload": "ch_1"}, "afterSeconds": 1}]
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	run, err := sim.MustNew(exampleMachine()).Run(context.Background(), nil, asOptions(mocks)...)
	fmt.Println(run.Output, run.Elapsed, err)

	_, err = sim.ReadMocks([]byte(`{"Charge": {"retrun": 1, "times": 0}}`))
	fmt.Println(err)
	// Output:
	// ch_1 7s <nil>
	// Error: state "Charge", answer 1: an answer is an object with either "return" or "throw", or with "hang": true
	//   on 1:2
	//   at /Charge
	//   Fix: did you mean "return"?
	//
	// Error: state "Charge", answer 1: "times" is a number from 1 to 25000, not 0
	//   on 1:26
	//   at /Charge/times
	//   Fix: write how often the answer is given; without "times" it is once, or again and again if it is the last
}

func ExampleReadMockConfig() {
	config, err := sim.ReadMockConfig([]byte(`{
		"StateMachines": {"Orders": {"TestCases": {"Paid": {"Charge": "Good"}, "Declined": {"Charge": "Bad"}}}},
		"MockedResponses": {
			"Good": {"0": {"Return": {"Payload": "ch_1"}}},
			"Bad": {"0-1": {"Throw": {"Error": "Busy", "Cause": ""}}, "2": {"Throw": {"Error": "Declined", "Cause": "no money"}}}}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	plan := sim.MustNew(exampleMachine())
	for _, machine := range config.Machines() {
		for _, name := range config.Cases(machine) {
			mocks, err := config.Case(machine, name)
			if err != nil {
				fmt.Println(err)
				return
			}
			run, err := plan.Run(context.Background(), map[string]any{"amount": 3}, asOptions(mocks)...)
			fmt.Println(machine, name, run.Path(), err)
		}
	}
	// Output:
	// Orders Paid [Charge] <nil>
	// Orders Declined [Charge Refund] <nil>
}
