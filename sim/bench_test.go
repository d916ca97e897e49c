package sim_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
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
	var peak uint64
	watch := sim.WithObserver(func(_ string, e sim.Event) {
		if e.ID != 1 || rand.IntN(1000) > 0 { // a child in a thousand
			return
		}
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		peak = max(peak, m.HeapAlloc)
	})
	for b.Loop() {
		x, err := p.Run(context.Background(), nil, watch)
		if err != nil || x.MapRuns[0].Items.Succeeded != items {
			b.Fatal(x.Failure, err)
		}
	}
	b.ReportMetric(float64(peak)/1e6, "peak-MB")
}

// BenchmarkEvents shows that the memory of an event does not depend on how many there are.
func BenchmarkEvents(b *testing.B) {
	for _, turns := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprint(2*turns), func(b *testing.B) {
			p := plan(b, fmt.Sprintf(`{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, 1)"}, "Next": "B"},
				"B": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericLessThan": %d, "Next": "A"}], "Default": "End"}, "End": {"Type": "Succeed"}}}`, turns/2))
			input, _ := ordjson.DecodeString(`{"n": 0}`)
			events := 0
			b.ReportAllocs()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			for b.Loop() {
				x, err := p.Run(context.Background(), input)
				if err != nil || x.Status != sim.Succeeded {
					b.Fatal(x, err)
				}
				events += len(x.History)
			}
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(events), "B/event")
		})
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
