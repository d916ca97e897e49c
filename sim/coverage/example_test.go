package coverage_test

import (
	"context"
	"fmt"
	"os"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/sim"
	"github.com/stepwise-go/stepwise/sim/coverage"
)

func Example() {
	doc, err := asl.Parse("gate.asl.json", []byte(`{"StartAt": "Big?", "States": {
	 "Big?": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericGreaterThan": 9, "Next": "Ask"}], "Default": "Done"},
	 "Ask": {"Type": "Wait", "Seconds": 60, "Next": "Done"}, "Done": {"Type": "Succeed"}}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	profile := coverage.New("gate", doc.Machine)
	plan := sim.MustNew(doc.Machine, profile.Option())
	if _, err := plan.Run(context.Background(), map[string]int{"n": 3}); err != nil {
		fmt.Println(err)
	}
	_ = profile.WriteText(os.Stdout)
	// Output:
	// gate: 50.0% of 6 points
	//   not exercised: rule 1 of "Big?" → "Ask" (choice rule)
	//   not exercised: Wait "Ask" (state)
	//   not exercised: "Ask" → "Done" (transition)
}
