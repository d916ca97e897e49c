package daycare_test

import (
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/examples/daycare"
	"github.com/stepwise-go/stepwise/sim"
	"github.com/stepwise-go/stepwise/sim/simtest"
	"github.com/stepwise-go/stepwise/tasks"
)

func plan(t *testing.T) *sim.Plan {
	t.Helper()
	d, err := sfn.Build(daycare.Definition(daycare.Functions{
		CheckInformation: tasks.FunctionAt("check"), FindSpot: tasks.FunctionAt("spot"), Register: tasks.FunctionAt("register"),
	}), sfn.MachineProps{QueryLanguage: asl.JSONata})
	if err != nil {
		t.Fatal(err)
	}
	return sim.MustNew(d,
		sim.OnTask("Check Information").ReturnJSON(`{"Payload": {"statusCode": 200, "child": {"name": "Kim", "age": 3}}}`),
		sim.OnTask("Find Spot").ReturnJSON(`{"Payload": {"free": 2}}`),
		sim.OnTask("Register Child").ReturnJSON(`{"Payload": {"registration": "R-1"}}`))
}

func TestRegistered(t *testing.T) {
	simtest.Run(t, plan(t), `{}`).
		Succeeded(map[string]any{"registration": "R-1", "welcome": "Welcome, Kim"}).
		Path("Check Information", "Information OK?", "Age In Range?", "Find Spot", "Spot Free?", "Register Child")
}

func TestRefused(t *testing.T) {
	for name, c := range map[string]struct {
		mock         sim.Option
		error, cause string
	}{
		"incomplete": {sim.OnTask("Check Information").ReturnJSON(`{"Payload": {"statusCode": 422, "child": {"name": "Kim", "age": 3}}}`), "InformationIncomplete", "answered 422"},
		"too old":    {sim.OnTask("Check Information").ReturnJSON(`{"Payload": {"statusCode": 200, "child": {"name": "Kim", "age": 9}}}`), "WrongAge", "Kim is 9"},
		"full":       {sim.OnTask("Find Spot").ReturnJSON(`{"Payload": {"free": 0}}`), "NoFreeSpot", "taken"},
	} {
		t.Run(name, func(t *testing.T) {
			simtest.Run(t, plan(t), `{}`, c.mock).Failed(c.error, c.cause).NotVisited("Register Child")
		})
	}
}

func TestLambdaRecovers(t *testing.T) {
	simtest.Run(t, plan(t), `{}`,
		sim.OnTask("Find Spot").Fail("Lambda.ServiceException").ReturnJSON(`{"Payload": {"free": 1}}`),
	).Succeeded().Called("Find Spot", 2)
}
