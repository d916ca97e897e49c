package sim_test

import (
	"context"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/sim"
)

// TestNothing: what is nil is an error that says so, or as if it were not there.
func TestNothing(t *testing.T) {
	var machine *asl.Machine
	for _, definition := range []interface{ ASL() *asl.Machine }{nil, machine} {
		if _, err := sim.New(definition); err == nil {
			t.Errorf("no error for %#v", definition)
		}
	}
	var none *sim.Plan
	if _, err := none.Run(context.Background(), nil); err == nil {
		t.Error("a nil plan runs")
	}
	if _, err := (&sim.Execution{}).Redrive(context.Background()); err == nil {
		t.Error("nothing is redriven")
	}
	p := plan(t, invoke)
	var mock *sim.TaskMock
	for name, option := range map[string]sim.Option{
		"mock": mock, "handler": sim.OnTask("T").Handle(nil), "service": sim.WithService(nil), "server": sim.OnTask("T").Serve(nil), "condition": sim.OnTask("T").When(nil).Return(1),
	} {
		if _, err := p.Run(context.Background(), nil, option); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	var ctx context.Context
	x, err := p.Run(ctx, nil, nil, sim.WithObserver(nil), sim.WithSteps(nil), sim.WithDecisions(nil), sim.WithResult(nil), sim.WithObjectStore(nil),
		sim.OnTask("T").Return(map[string]any{"Payload": 1}).After(-1).Times(-1))
	if err != nil || x.Status != sim.Succeeded {
		t.Errorf("%v %v", x, err)
	}
}
