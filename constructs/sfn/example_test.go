package sfn_test

import (
	"fmt"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/ordjson"
)

// printDefinition builds and prints the compact definition.
func printDefinition(start sfn.Chainable, props ...sfn.MachineProps) {
	definition, err := sfn.Build(start, props...)
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := asl.RenderCompact(definition.ASL())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(text))
}

func ExampleBuild() {
	wait := sfn.NewWait("Wait", sfn.WaitProps{Seconds: 30 * time.Second})
	definition, err := sfn.Build(wait.Next(sfn.NewSucceed("Done")))
	if err != nil {
		fmt.Println(err) // everything that is wrong, with Go file and line
		return
	}
	text, err := definition.Render()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(text))
	// Output:
	// {
	//   "StartAt": "Wait",
	//   "States": {
	//     "Wait": {
	//       "Type": "Wait",
	//       "Seconds": 30,
	//       "Next": "Done"
	//     },
	//     "Done": {
	//       "Type": "Succeed"
	//     }
	//   }
	// }
}

// Greet is an integration: a struct that says what a Task is made of.
type Greet struct{ Name sfn.Text }

// Bind implements sfn.Integration.
func (g Greet) Bind(c *sfn.TaskContext) sfn.Binding {
	if g.Name == nil {
		c.Problem("GREET1", "nobody is greeted", "give a Name")
	}
	const function = "arn:aws:lambda:eu-west-1:123456789012:function:greet"
	return sfn.Binding{
		Resource:   function,
		Arguments:  sfn.Fields{}.With("name", g.Name),
		Statements: []iam.Statement{iam.Allow("lambda:InvokeFunction").On(function).Because("", "greets")},
		Retry:      []sfn.RetryProps{sfn.RetryLambda()},
	}
}

func ExampleIntegration() {
	definition, err := sfn.Build(sfn.NewTask("Hello", Greet{Name: sfn.Input("name")}))
	if err != nil {
		fmt.Println(err)
		return
	}
	task := definition.ASL().States.Get("Hello").(*asl.Task)
	fmt.Println(ordjson.String(task.Parameters.Any()))
	for _, s := range definition.Statements() {
		fmt.Println(s.Actions, s.Reasons[0].State, "-", s.Reasons[0].Why)
	}
	// Output:
	// {"name.$":"$.name"}
	// [lambda:InvokeFunction] Hello - greets
}

func ExampleTask_Retry() {
	task := sfn.NewTask("Charge", call{arn: "arn:aws:states:::aws-sdk:demo:charge"}).
		Retry(sfn.NoRetry("CardDeclined"), sfn.RetryTransient()).
		Catch(sfn.NewFail("Refused"), sfn.CatchProps{Errors: []string{"CardDeclined"}, ResultPath: "$.error"})
	printDefinition(task)
	// Output:
	// {"StartAt":"Charge","States":{"Charge":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:demo:charge","Retry":[{"ErrorEquals":["CardDeclined"],"MaxAttempts":0},{"ErrorEquals":["States.Timeout","States.TaskFailed"],"IntervalSeconds":1,"MaxAttempts":5,"BackoffRate":2,"MaxDelaySeconds":60,"JitterStrategy":"FULL"}],"Catch":[{"ErrorEquals":["CardDeclined"],"ResultPath":"$.error","Next":"Refused"}],"End":true},"Refused":{"Type":"Fail"}}}
}

func ExampleDefaults() {
	work := sfn.NewTask("Work", call{arn: "arn:aws:states:::aws-sdk:demo:work"})
	printDefinition(work, sfn.MachineProps{Defaults: sfn.Defaults{
		Timeout: 5 * time.Minute,
		Retry:   []sfn.RetryProps{{Errors: []string{"Busy"}, MaxAttempts: 9}},
		Catch:   &sfn.DefaultCatch{Handler: sfn.NewFail("Broken")},
	}})
	// Output:
	// {"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:demo:work","TimeoutSeconds":300,"Retry":[{"ErrorEquals":["Busy"],"MaxAttempts":9}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"Broken"}],"End":true},"Broken":{"Type":"Fail"}}}
}

func ExampleDefinition_Late() {
	pass := sfn.NewPass("Hello")
	definition, _ := sfn.Build(pass)
	pass.Next(sfn.NewSucceed("Too late"))
	fmt.Println(definition.Late()[0].Summary)
	// Output:
	// the state "Hello" was changed after the machine was built
}

func ExampleIgnore() {
	send := sfn.NewTask("Send", call{arn: "arn:aws:states:::aws-sdk:demo:send.waitForTaskToken"}, sfn.TaskProps{Timeout: time.Hour})
	definition, _ := sfn.Build(send)
	fmt.Println(definition.Warnings()[0].Code)
	definition, _ = sfn.Build(send, sfn.MachineProps{Ignore: []sfn.Ignore{{Code: "SW504", State: "Send", Reason: "the token is in the database"}}})
	fmt.Println(len(definition.Warnings()))
	// Output:
	// SW504
	// 0
}
