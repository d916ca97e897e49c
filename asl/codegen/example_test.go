package codegen_test

import (
	"fmt"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/codegen"
)

func ExampleGo() {
	doc, err := asl.Parse("greet.asl.json", []byte(`{
		"StartAt": "Greet",
		"States": {
			"Greet": {"Type": "Pass", "Parameters": {"text.$": "States.Format('Hello, {}!', $.name)"}, "Next": "Wait"},
			"Wait": {"Type": "Wait", "Seconds": 90, "Next": "Done?"},
			"Done?": {"Type": "Choice", "Choices": [{"Variable": "$.done", "BooleanEquals": true, "Next": "Done"}], "Default": "Wait"},
			"Done": {"Type": "Succeed"}
		}
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	source, err := codegen.Go(doc.Machine, codegen.Options{Package: "greet", Name: "greet"})
	fmt.Println(string(source), err)
	// Output:
	// package greet
	//
	// import (
	// 	"time"
	//
	// 	"github.com/stepwise-go/stepwise/constructs/sfn"
	// )
	//
	// // NewDefinition returns the workflow "greet".
	// func NewDefinition() sfn.Chainable {
	// 	greet := sfn.NewPass("Greet", sfn.PassProps{
	// 		Parameters: map[string]any{"text": sfn.Format("Hello, {}!", sfn.At("$.name"))},
	// 	})
	// 	wait := sfn.NewWait("Wait", sfn.WaitProps{Seconds: 90 * time.Second})
	// 	done := sfn.NewChoice("Done?")
	// 	done2 := sfn.NewSucceed("Done")
	//
	// 	done.When(sfn.BooleanEquals("$.done", true), done2).Otherwise(wait)
	// 	return greet.Next(wait).Next(done)
	// }
	//  <nil>
}
