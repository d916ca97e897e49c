package sim_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

// tenStates is a flow of ten states with two tasks and a choice.
func tenStates(jsonata bool) string {
	task, check, pass := `"Parameters": {"FunctionName": "f", "Payload.$": "$"}, "ResultSelector": {"n.$": "$.Payload.n"}, "ResultPath": "$.r"`,
		`{"Variable": "$.r.n", "NumericGreaterThan": 1, "Next": "P4"}`, `"Parameters": {"a.$": "$.a", "r.$": "$.r", "s": {"t.$": "$.a"}}`
	language := ""
	if jsonata {
		language = `"QueryLanguage": "JSONata", `
		task = `"Arguments": {"FunctionName": "f", "Payload": "{% $states.input %}"}, "Output": "{% $merge([$states.input, {'r': {'n': $states.result.Payload.n}}]) %}"`
		check = `{"Condition": "{% $states.input.r.n > 1 %}", "Next": "P4"}`
		pass = `"Output": {"a": "{% $states.input.a %}", "r": {"n": "{% $states.input.r.n ? $states.input.r.n : 0 %}"}, "s": {"t": "{% $states.input.a %}"}}`
	}
	var b strings.Builder
	fmt.Fprintf(&b, `{%s"StartAt": "T1", "States": {`, language)
	fmt.Fprintf(&b, `"T1": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", %s, "Next": "P1"},`, task)
	for i := 1; i <= 3; i++ {
		next := fmt.Sprint("P", i+1)
		if i == 3 {
			next = "C"
		}
		fmt.Fprintf(&b, `"P%d": {"Type": "Pass", %s, "Next": %q},`, i, pass, next)
	}
	fmt.Fprintf(&b, `"C": {"Type": "Choice", "Choices": [%s], "Default": "End"},`, check)
	fmt.Fprintf(&b, `"P4": {"Type": "Pass", %s, "Next": "T2"},`, pass)
	fmt.Fprintf(&b, `"T2": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", %s, "Next": "P5"},`, task)
	fmt.Fprintf(&b, `"P5": {"Type": "Pass", %s, "Next": "W"}, "W": {"Type": "Wait", "Seconds": 3, "Next": "End"}, "End": {"Type": "Succeed"}}}`, pass)
	return b.String()
}

func benchmarkFlow(b *testing.B, jsonata bool) {
	p := plan(b, tenStates(jsonata))
	input, _ := ordjson.DecodeString(`{"a": {"b": [1, 2, 3]}, "r": 0}`)
	mocks := []sim.Option{
		sim.OnTask("T1").ReturnJSON(`{"Payload": {"n": 7}}`),
		sim.OnTask("T2").ReturnJSON(`{"Payload": {"n": 8}}`),
	}
	b.ReportAllocs()
	for b.Loop() {
		x, err := p.Run(context.Background(), input, mocks...)
		if err != nil || x.Status != sim.Succeeded || len(x.Path()) != 10 {
			b.Fatal(x, err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "executions/s")
}

func BenchmarkJSONPathFlow(b *testing.B) { benchmarkFlow(b, false) }
func BenchmarkJSONataFlow(b *testing.B)  { benchmarkFlow(b, true) }

func BenchmarkDistributedMap(b *testing.B) {
	const items = 100_000
	list := make([]any, items)
	for i := range list {
		list[i] = float64(i)
	}
	body := ordjson.String(list)
	p := plan(b, fmt.Sprintf(distributedMap, `"ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"}, "Parameters": {"Bucket": "b", "Key": "k"}},
		"ResultPath": null,`), sim.WithObject("b", "k", body), sim.OnTask("T").Return(1))
	b.ReportAllocs()
	for b.Loop() {
		x, err := p.Run(context.Background(), nil)
		if err != nil || x.MapRuns[0].Items.Succeeded != items {
			b.Fatal(x.Failure, err)
		}
	}
}

func BenchmarkNew(b *testing.B) {
	m := definition(b, tenStates(false))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := sim.New(m); err != nil {
			b.Fatal(err)
		}
	}
}
