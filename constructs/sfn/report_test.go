package sfn_test

import (
	"math"
	"regexp"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

// reports are workflows with something wrong; testdata/report.txtar has what is printed of them.
var reports = map[string]func() (*sfn.Definition, error){
	"everything_at_once": func() (*sfn.Definition, error) {
		charge := sfn.NewTask("Charge", call{demoARN, sfn.Fields{{"Order", sfn.JSONata("$states.input")}}}, sfn.TaskProps{Timeout: 1500 * time.Millisecond})
		ship := sfn.NewPass("Ship")
		charge.Next(ship)
		charge.Next(sfn.NewFail("Refuse"))
		return sfn.Build(sfn.NewChoice("Big?").
			When(sfn.Expr("$.total > 100 and $.vip"), charge).
			When(sfn.StringEquals("total", "x"), nil).
			Otherwise(sfn.Goto("Shop")))
	},
	"two_fragments_without_a_prefix": func() (*sfn.Definition, error) {
		fragment := func() sfn.Chainable { return sfn.NewPass("Prepare").Next(sfn.NewPass("Run")) }
		return sfn.Build(fragment().(*sfn.Chain).Next(fragment()))
	},
	"a_helper_called_twice": func() (*sfn.Definition, error) {
		charge := func() *sfn.Task { return sfn.NewTask("Charge", call{demoARN, nil}) }
		return sfn.Build(sfn.NewPass("Begin").
			Next(charge()).
			Next(charge()).
			Next(sfn.NewParallel("Both").Branch(charge())))
	},
	"deep_inside": func() (*sfn.Definition, error) {
		inner := sfn.NewWait("Pause", sfn.WaitProps{Seconds: -5})
		return sfn.Build(nested(inner))
	},
	"a_state_in_two_branches": func() (*sfn.Definition, error) {
		shared := sfn.NewPass("Shared")
		return sfn.Build(sfn.NewParallel("Both").Branch(shared, sfn.NewPass("B").Next(shared)))
	},
	"JSONPath_in_a_JSONata_machine": func() (*sfn.Definition, error) {
		return sfn.Build(sfn.NewPass("P", sfn.PassProps{Result: 1, ResultPath: "$.x"}), inJSONata)
	},
	"a_fault_of_the_builder_and_of_every_rule": func() (*sfn.Definition, error) {
		return sfn.Build(sfn.NewTask("Charge", call{demoARN, nil}, sfn.TaskProps{
			Timeout: -5 * time.Second, Heartbeat: 1500 * time.Millisecond, Retry: []sfn.RetryProps{
				{Errors: []string{sfn.ErrTimeout}, MaxAttempts: -5, BackoffRate: 0.1}, {BackoffRate: math.NaN(), Jitter: "HALF"},
			},
		}), sfn.MachineProps{QueryLanguage: "XPath", Timeout: -time.Millisecond, Version: "2.0", Type: "FAST"})
	},
	"props_twice": func() (*sfn.Definition, error) {
		return sfn.Build(sfn.NewPass("A", sfn.PassProps{}, sfn.PassProps{}), sfn.MachineProps{}, sfn.MachineProps{})
	},
	"zero_values_of_states": func() (*sfn.Definition, error) {
		return sfn.Build((&sfn.Pass{}).Next(&sfn.Wait{}))
	},
	"nothing": func() (*sfn.Definition, error) { return sfn.Build(nil) },
}

var lineNumber = regexp.MustCompile(`(\w+_test\.go):\d+`)

func TestReports(t *testing.T) {
	sections(t, "testdata/report.txtar", func(t *testing.T, _ string) string {
		make, ok := reports[t.Name()[len("TestReports/"):]]
		if !ok {
			return "there is no such workflow\n"
		}
		_, err := make()
		if err == nil {
			return "built\n"
		}
		return lineNumber.ReplaceAllString(err.Error(), "$1:N") + "\n"
	})
}
