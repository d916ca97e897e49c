package sim_test

import (
	"context"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

// FuzzRun proves that no definition and no input makes the simulator panic or hang.
func FuzzRun(f *testing.F) {
	for _, text := range []string{poll, retrying, callback, invoke, tenStates(false), tenStates(true),
		`{"StartAt": "P", "States": {"P": {"Type": "Parallel", "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 1, "End": true}}}], "End": true}}}`,
		`{"StartAt": "M", "States": {"M": {"Type": "Map", "ItemsPath": "$.list", "MaxConcurrencyPath": "$.n", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"}, "StartAt": "A", "States": {"A": {"Type": "Fail", "ErrorPath": "$.e"}}}, "ToleratedFailurePercentagePath": "$.p", "Retry": [{"ErrorEquals": ["States.ALL"]}], "End": true}}}`,
	} {
		f.Add([]byte(text), []byte(`{"wait": 1, "list": [1, {"a": null}], "n": 2, "p": 1.5, "e": "x", "status": {"state": "SUCCEEDED"}}`), false)
	}
	f.Fuzz(func(t *testing.T, text, input []byte, express bool) {
		doc, err := asl.Parse("", text)
		if err != nil {
			return
		}
		in, err := ordjson.Decode(input)
		if err != nil {
			return
		}
		p, err := sim.New(doc.Machine)
		if err != nil {
			return
		}
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		options := []sim.Option{sim.OnResource("*").Fail("Busy").Then().Echo(), sim.WithObject("b", "k", "[1]")}
		if express {
			options = append(options, sim.Express())
		}
		start := time.Now()
		x, err := p.Run(ctx, in, options...)
		if time.Since(start) > 10*time.Second {
			t.Fatal("the run did not end in time")
		}
		if err == nil && x.Status == sim.Running {
			t.Fatal("the run ended without an end")
		}
		if x != nil {
			for i, e := range x.History {
				if e.ID != int64(i+1) || e.Previous >= e.ID {
					t.Fatalf("event %d: %+v", i, e)
				}
			}
			x.Steps()
			x.Doubts()
		}
		if err != nil || len(x.History) > 1000 {
			return
		}
		again, err := p.Run(ctx, in, options...)
		if err == nil && ordjson.String(x.HistoryJSON()) != ordjson.String(again.HistoryJSON()) {
			t.Fatal("the same run gave another history")
		}
	})
}

// FuzzMockFiles proves that no mock file makes its readers panic, and that they tell each fault with its place.
func FuzzMockFiles(f *testing.F) {
	archive, err := txtar.ParseFile("testdata/mockfiles.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archive.Files {
		f.Add(file.Data)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		faults(t, txtar.File{Name: "config", Data: text})
		faults(t, txtar.File{Name: "simple", Data: text})
	})
}
