package core

import (
	"maps"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/tasks"
)

// Shorthand of the workflows.

type (
	m = map[string]any
	l = []any
)

var (
	at      = sfn.At
	ata     = sfn.JSONata
	jsonata = sfn.MachineProps{QueryLanguage: asl.JSONata}
	sec     = time.Second
)

// pass is a Pass without props, passA one in JSONata.
func pass(name string) *sfn.Pass  { return sfn.NewPass(name) }
func passA(name string) *sfn.Pass { return sfn.NewJSONataPass(name) }

func present(path string) sfn.Condition { return sfn.IsPresent(path) }

const functionARN = "arn:aws:lambda:us-east-1:123456789012:function:"

// invoke is the Lambda task of the recordings, with its retrier.
func invoke(name string) tasks.LambdaInvoke {
	return tasks.LambdaInvoke{Function: tasks.FunctionAt(functionARN + name)}
}

// plain is a call of the function without a retrier.
type plain struct{}

func (plain) Bind(c *sfn.TaskContext) sfn.Binding {
	arguments := sfn.Fields{{Name: "FunctionName", Value: functionARN + "fn"}, {Name: "Payload", Value: sfn.EntireInput()}}
	return sfn.Binding{
		Resource: "arn:aws:states:::lambda:invoke", Arguments: arguments,
		Statements: []iam.Statement{iam.Allow("lambda:InvokeFunction").On(functionARN+"fn", functionARN+"fn:*")},
	}
}

func inv() *sfn.Task { return sfn.NewTask("Task", plain{}) }

func publish(name, topic, message string) *sfn.Task {
	return sfn.NewTask(name, tasks.SNSPublish{Topic: tasks.TopicAt(topic), Message: message})
}

// jobFragment is the fragment of the recordings.
func jobFragment() sfn.Chainable {
	return sfn.NewChoice("Choice").When(sfn.StringEquals("$.branch", "left"), pass("Left Branch")).When(sfn.StringEquals("$.branch", "right"), pass("Right Branch"))
}

func of(build func() sfn.Chainable) workflow { return workflow{build: build} }
func in(build func() sfn.Chainable) workflow { return workflow{build: build, props: jsonata} }
func cannot(why string) workflow             { return workflow{cannot: why} }
func one(s sfn.Chainable) workflow           { return of(func() sfn.Chainable { return s }) }
func choice() *sfn.Choice                    { return sfn.NewChoice("Choice") }
func wait(p sfn.WaitProps) workflow          { return one(sfn.NewWait("Wait", p)) }
func result(v any) workflow                  { return one(sfn.NewPass("Pass", sfn.PassProps{Result: v})) }
func parameters(v any) workflow              { return one(sfn.NewPass("Pass", sfn.PassProps{Parameters: v})) }
func distributed(p sfn.DistributedProps) workflow {
	return one(sfn.NewDistributedMap("Map", pass("Item"), sfn.DistributedMapProps{DistributedProps: p}))
}
func withReader(reader sfn.ItemReader) workflow {
	return distributed(sfn.DistributedProps{Reader: reader})
}

// workflows are those of all files.
func workflows() map[string]workflow {
	all := map[string]workflow{}
	for _, some := range []map[string]workflow{flows, choices, data, errors, loops, distributedMaps} {
		maps.Copy(all, some)
	}
	return all
}
