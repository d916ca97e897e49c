package explore_test

import (
	"fmt"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/sim"
	"github.com/stepwise-go/stepwise/sim/explore"
)

const shop = `{"StartAt": "Reserve", "States": {
 "Reserve": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:reserve", "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 2}], "Next": "Charge"},
 "Charge": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge", "Catch": [{"ErrorEquals": ["Declined"], "Next": "Release"}], "End": true},
 "Release": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:release", "End": true}}}`

func shopPlan() *sim.Plan {
	doc, err := asl.Parse("shop.asl.json", []byte(shop))
	if err != nil {
		panic(err)
	}
	return sim.MustNew(doc.Machine, sim.OnTask("Reserve").Return("r-1"), sim.OnTask("Charge").Return("paid"), sim.OnTask("Release").Return("released"))
}

func ExampleFaults() {
	matrix, err := explore.Faults(shopPlan(), nil, explore.FaultOptions{Errors: map[string][]string{"Charge": {"Expired"}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(matrix.Summary())
	fmt.Println("untried:", matrix.Untried)
	// Output:
	// "Reserve" fails with Busy: nobody catches it
	// "Reserve" fails with Stepwise.UnexpectedError: nobody catches it
	// "Charge" fails with Expired: nobody catches it
	// "Charge" fails with Stepwise.UnexpectedError: nobody catches it
	// untried: [Release]
}

func ExampleCost_Within() {
	matrix, err := explore.Faults(shopPlan(), nil, explore.FaultOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	cost := explore.CostOf(matrix.Normal)
	fmt.Println(cost.Transitions, cost.Within(explore.Cost{Transitions: 2, Events: 20}))
	fmt.Println(cost.Within(explore.Cost{Transitions: 1}))
	// Output:
	// 2 <nil>
	// transitions: 2, over the limit of 1
}

func ExamplePaths() {
	paths, err := explore.Paths(shopPlan().Machine(), explore.PathOptions{Catchers: true})
	for _, p := range paths {
		fmt.Println(p)
	}
	fmt.Println(err)
	// Output:
	// Reserve → Charge
	// Reserve → Charge → Release
	// <nil>
}
