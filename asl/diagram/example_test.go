package diagram_test

import (
	"fmt"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diagram"
)

func hello() *asl.Machine {
	doc, err := asl.Parse("hello.json", []byte(`{
		"StartAt": "Greet",
		"States": {
			"Greet": {
				"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "TimeoutSeconds": 60, "Next": "Done",
				"Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Sorry"}]
			},
			"Sorry": {"Type": "Fail"},
			"Done": {"Type": "Succeed"}
		}
	}`))
	if err != nil {
		panic(err)
	}
	return doc.Machine
}

func ExampleOutline() {
	fmt.Print(diagram.Outline(hello()))
	// Output:
	// Start -> Greet
	// Greet [SNS: Publish, ⏱ 1m]
	//   -> Done
	//   ! States.ALL -> Sorry
	// Done [Success state]
	//   -> (end)
	// Sorry [Fail state]
	//   -> (end)
}

func ExampleMermaid() {
	fmt.Print(diagram.Mermaid(hello()))
	// Output:
	// flowchart TD
	//   start_(["Start"]):::point
	//   s_Greet["<b>Greet</b><br/>SNS: Publish · ⏱ 1m"]:::state
	//   s_Done["<b>Done</b><br/>Success state"]:::success
	//   s_Sorry["<b>Sorry</b><br/>Fail state"]:::fail
	//   end_(["End"]):::point
	//   start_ --> s_Greet
	//   s_Greet --> s_Done
	//   s_Greet -.->|"States.ALL"| s_Sorry
	//   s_Done --> end_
	//   s_Sorry --> end_
	//   classDef fail fill:#fdeeeb,stroke:#d13212,color:#16191f
	//   classDef point fill:#232f3e,stroke:#8a98a8,color:#ffffff
	//   classDef state fill:#ffffff,stroke:#8a98a8,color:#16191f
	//   classDef success fill:#e9f6e6,stroke:#1d8102,color:#16191f
	//   linkStyle 2 stroke:#e5484d
}

func ExampleReadHistory() {
	run, err := diagram.ReadHistory([]byte(`{"events": [
		{"id": 1, "previousEventId": 0, "type": "ExecutionStarted", "timestamp": 0},
		{"id": 2, "previousEventId": 0, "type": "TaskStateEntered", "timestamp": 0, "stateEnteredEventDetails": {"name": "Greet"}},
		{"id": 3, "previousEventId": 2, "type": "TaskScheduled", "timestamp": 0},
		{"id": 4, "previousEventId": 3, "type": "TaskSucceeded", "timestamp": 1.5},
		{"id": 5, "previousEventId": 4, "type": "TaskStateExited", "timestamp": 1.5, "stateExitedEventDetails": {"name": "Greet"}},
		{"id": 6, "previousEventId": 5, "type": "SucceedStateEntered", "timestamp": 1.5, "stateEnteredEventDetails": {"name": "Done"}},
		{"id": 7, "previousEventId": 6, "type": "SucceedStateExited", "timestamp": 1.5, "stateExitedEventDetails": {"name": "Done"}},
		{"id": 8, "previousEventId": 7, "type": "ExecutionSucceeded", "timestamp": 1.5}
	]}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(diagram.New(hello(), diagram.Options{Overlay: run}).Outline())
	// Output:
	// # SUCCEEDED · 1.5s
	// Start -> Greet
	// Greet [SNS: Publish, ⏱ 1m, 1.5s, succeeded]
	//   -> Done [taken]
	//   ! States.ALL -> Sorry [not reached]
	// Done [Success state, succeeded]
	//   -> (end) [taken]
	// Sorry [Fail state, not reached]
	//   -> (end) [not reached]
}
