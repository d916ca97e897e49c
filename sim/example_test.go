package sim_test

import (
	"context"
	"fmt"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/sim"
)

const exampleText = `{"StartAt": "Charge", "States": {
	"Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "charge", "Payload.$": "$"}, "OutputPath": "$.Payload",
		"Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 2}], "Catch": [{"ErrorEquals": ["Declined"], "ResultPath": "$.error", "Next": "Refund"}], "End": true},
	"Refund": {"Type": "Pass", "End": true}}}`

func exampleMachine() *asl.Machine {
	doc, err := asl.Parse("charge.asl.json", []byte(exampleText))
	if err != nil {
		panic(err)
	}
	return doc.Machine
}

func Example() {
	plan, err := sim.New(exampleMachine())
	if err != nil {
		fmt.Println(err)
		return
	}
	run, err := plan.Run(context.Background(), map[string]any{"amount": 3},
		sim.OnTask("Charge").Fail("Busy").Times(2).Then().Fail("Declined", "no money"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(run.Status, run.Path(), run.Elapsed)
	// Output: SUCCEEDED [Charge Refund] 6s
}

func ExampleTaskMock_Handle() {
	type order struct {
		Amount int `json:"amount"`
	}
	plan := sim.MustNew(exampleMachine())
	run, err := plan.Run(context.Background(), order{Amount: 3},
		sim.OnTask("Charge").Handle(func(_ context.Context, o order) (string, error) {
			return fmt.Sprint("charged ", o.Amount), nil
		}).After(time.Second))
	fmt.Println(run.Output, run.Elapsed, err)
	// Output: charged 3 1s <nil>
}

func ExampleExecution_HistoryJSON() {
	plan := sim.MustNew(exampleMachine())
	run, _ := plan.Run(context.Background(), nil, sim.OnTask("Charge").Echo())
	for _, e := range run.History {
		fmt.Println(e.ID, e.Previous, e.Type)
	}
	// Output:
	// 1 0 ExecutionStarted
	// 2 0 TaskStateEntered
	// 3 2 TaskScheduled
	// 4 3 TaskStarted
	// 5 4 TaskSucceeded
	// 6 5 TaskStateExited
	// 7 6 ExecutionSucceeded
}

func ExampleExecution_Doubts() {
	plan := sim.MustNew(exampleMachine())
	run, _ := plan.Run(context.Background(), nil, sim.OnTask("Charge").Return("charged"), sim.OnTask("Refnud").Return(true))
	for _, doubt := range run.Doubts() {
		fmt.Println(doubt)
	}
	// Output:
	// there is a mock of "Refnud", but no machine has a task of that name
	// the mock of "Charge" returns what lambda:invoke does not: Mock result must be a JSON object; what the function returns is in its Payload, as Handle puts it there
}
