package mapping_test

import (
	"testing"

	"github.com/stepwise-go/stepwise/examples/mapping"
	"github.com/stepwise-go/stepwise/sim"
	"github.com/stepwise-go/stepwise/sim/simtest"
	"github.com/stepwise-go/stepwise/tasks"
)

func TestOutputsAreMappedToInputs(t *testing.T) {
	f := mapping.Functions{Price: tasks.FunctionAt("price"), Bill: tasks.FunctionAt("bill")}
	simtest.Run(t, mapping.Definition(f), `{"customer": {"id": "c-7", "name": "Ada"}, "items": ["tea"]}`,
		sim.WithExecutionName("order-1"),
		sim.OnTask("Price Order").ReturnJSON(`{"Payload": {"total": 12.5, "currency": "EUR", "debug": "dropped"}}`),
		sim.OnTask("Send Bill").ReturnJSON(`{"Payload": {"bill": "B-1"}}`),
	).CalledWith("Send Bill", 0, map[string]any{
		"FunctionName": "bill", "Payload": map[string]any{"customer": "c-7", "amount": "12.5 EUR", "reference": "order-1"},
	}).Succeeded(map[string]any{
		"customer": map[string]any{"id": "c-7", "name": "Ada"}, "items": []string{"tea"},
		"price": map[string]any{"total": 12.5, "currency": "EUR"}, "bill": map[string]any{"number": "B-1"},
	})
}
