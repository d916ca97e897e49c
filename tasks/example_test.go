package tasks_test

import (
	"fmt"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/tasks"
)

// show prints the state that does what the integration says.
func show(do sfn.Integration) {
	d, err := sfn.Build(sfn.NewTask("Example", do))
	if err != nil {
		fmt.Println(err)
		return
	}
	states, _ := d.ASL().JSON().Get("States")
	state, _ := states.(*ordjson.Object).Get("Example")
	out, err := ordjson.Pretty(state, "  ")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(out))
}

func Example() {
	ask := sfn.NewTask("Ask", tasks.SQSSendMessage{
		Queue:   tasks.QueueAt("https://sqs.us-east-1.amazonaws.com/111122223333/approvals"),
		Body:    map[string]any{"token": sfn.TaskToken(), "order": sfn.At("$.order")},
		Pattern: tasks.WaitForTaskToken,
	}, sfn.TaskProps{Heartbeat: 3600})
	d, err := sfn.Build(ask)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range d.Statements() {
		fmt.Println(s.Actions, s.Resources, s.Reasons[0].Why)
	}
	// Output:
	// [sqs:SendMessage] [arn:${AWS::Partition}:sqs:us-east-1:111122223333:approvals] sends the message
}

func ExampleMarshal() {
	type order struct {
		ID    string   `json:"id"`
		Total float64  `json:"total"`
		Tags  []string `json:"tags"`
	}
	show(tasks.DynamoDBPutItem{Table: tasks.TableAt("Orders"), Item: map[string]any{"id": "7", "order": order{"7", 9.5, []string{"new"}}}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::dynamodb:putItem",
	//   "Parameters": {
	//     "Item": {
	//       "id": {
	//         "S": "7"
	//       },
	//       "order": {
	//         "M": {
	//           "id": {
	//             "S": "7"
	//           },
	//           "total": {
	//             "N": "9.5"
	//           },
	//           "tags": {
	//             "L": [
	//               {
	//                 "S": "new"
	//               }
	//             ]
	//           }
	//         }
	//       }
	//     },
	//     "TableName": "Orders"
	//   },
	//   "End": true
	// }
}

func ExampleRaw() {
	show(tasks.Raw{Resource: "arn:aws:states:::sqs:sendMessage", Arguments: sfn.Fields{{Name: "QueueUrl", Value: "https://q"}, {Name: "MessageBody", Value: "hello"}}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::sqs:sendMessage",
	//   "Parameters": {
	//     "QueueUrl": "https://q",
	//     "MessageBody": "hello"
	//   },
	//   "End": true
	// }
}
