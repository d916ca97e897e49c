package hello_test

import (
	"context"
	"testing"

	"github.com/stepwise-go/stepwise/examples/hello"
	"github.com/stepwise-go/stepwise/sim"
	"github.com/stepwise-go/stepwise/sim/simtest"
	"github.com/stepwise-go/stepwise/tasks"
)

var functions = hello.Functions{Hello: tasks.FunctionAt("hello"), NiceToMeet: tasks.FunctionAt("nice")}

func TestHello(t *testing.T) {
	type person struct{ Name, Greeting string }
	simtest.Run(t, hello.Definition(functions), `{"name": "Ada"}`,
		sim.OnTask("Hello World").Handle(func(_ context.Context, p person) (map[string]string, error) {
			return map[string]string{"greeting": "Hello, " + p.Name}, nil
		}),
		sim.OnTask("Nice To Meet You").Handle(func(p person) string { return p.Greeting + ", nice to meet you" }),
	).Succeeded("Hello, Ada, nice to meet you").Path("Hello World", "Nice To Meet You")
}

func TestLambdaRecovers(t *testing.T) {
	simtest.Run(t, hello.Definition(functions), `{"name": "Ada"}`,
		sim.OnTask("Hello World").Fail("Lambda.TooManyRequestsException").Times(2).Return(map[string]any{"Payload": map[string]any{"greeting": "Hi"}}),
		sim.OnTask("Nice To Meet You").Return(map[string]any{"Payload": "done"}),
	).Succeeded("done").Called("Hello World", 3)
}
