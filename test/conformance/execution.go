package main

import (
	"context"
	"fmt"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

// Surroundings of all recordings.
const (
	account = "111111111111"
	region  = "us-east-1"
	role    = "arn:aws:iam::111111111111:role/StepFunctionsRole"
)

func (c *testCase) execution(v *verdict) {
	want := get(c.Body, "expected")
	withEvents := has(want, "events") || has(want, "lastEventId")
	v.Levels["level1"] = false
	if withEvents {
		v.Levels["level2"], v.Levels["level3"] = false, false
	}
	x, err := c.simulate()
	if err != nil {
		v.Diff = append(v.Diff, err.Error())
		if x == nil {
			return
		}
	}
	v.check("level1", c.result(want, x)...)
	if !withEvents {
		return
	}
	h := historyOf(x)
	if has(want, "events") {
		w := recorded(list(want, "events"))
		v.check("level2", compareEvents(text(want, "eventOrder"), w, h, false)...)
		v.check("level3", compareEvents(text(want, "eventOrder"), w, h, true)...)
	} else {
		v.check("level2")
		v.check("level3")
	}
	if n, ok := ordjson.Int(get(want, "lastEventId")); ok && int(n) != len(h) {
		v.check("level2", fmt.Sprintf("want %d events, got %d", n, len(h)))
		v.check("level3", fmt.Sprintf("want %d events, got %d", n, len(h)))
	}
}

func (c *testCase) simulate() (*sim.Execution, error) {
	definition, ok := expand(get(c.Body, "definition")).(*ordjson.Object)
	if !ok {
		return nil, fmt.Errorf("the definition is no object")
	}
	plan, err := sim.New(asl.FromJSON(definition))
	if err != nil {
		return nil, err
	}
	options := []sim.Option{
		sim.WithAccount(account, region), sim.WithRole(role), sim.WithName("StateMachine0"), sim.WithExecutionName("Execution0"),
	}
	if c.Type == "EXPRESS" {
		options = append(options, sim.Express())
	}
	for _, o := range list(c.Body, "s3") {
		options = append(options, sim.WithObject(text(o, "bucket"), text(o, "key"), expandText(text(o, "body"))))
	}
	for _, m := range list(c.Body, "mocks") {
		options = append(options, mockOf(expand(m)))
	}
	if stop := get(c.Body, "stop"); stop != nil {
		options = append(options, sim.StopAfter(time.Second, text(stop, "error"), text(stop, "cause")))
	}
	return plan.Run(context.Background(), expand(get(c.Body, "input")), options...)
}

// mockOf answers one scheduled task. Those of one state answer in the order of the recording.
func mockOf(m any) *sim.TaskMock {
	mock := sim.OnTask(text(m, "state"))
	if path := list(m, "path"); path != nil {
		mock.When(func(c *sim.Call) bool { return within(path, c.Within) })
	}
	echo := false
	switch text(m, "outcome") {
	case "succeeded":
		mock.Return(get(m, "output"))
	case "failed":
		r := sim.ParseResource(text(m, "resource"))
		refused := !has(m, "submitted") && r.Pattern != ""
		if refused {
			mock.Refuse(text(m, "error"), text(m, "cause"))
		} else {
			mock.Fail(text(m, "error"), text(m, "cause"))
		}
	case "timed_out":
		mock.Hang()
	default:
		echo = true
		mock.Echo()
	}
	if !echo {
		mock.Times(1)
	}
	if has(m, "submitted") {
		mock.Submitted(get(m, "submitted"))
	}
	return mock.Worker(text(m, "workerName"))
}

// within tells whether a recorded path is that of a call.
func within(path []any, frames []sim.Frame) bool {
	if len(path) != len(frames) {
		return false
	}
	for i, p := range path {
		f := frames[i]
		if f.Map {
			index, _ := ordjson.Int(get(p, "index"))
			if text(p, "map") != f.State || int(index) != f.Index {
				return false
			}
		} else if text(p, "parallel") != f.State {
			return false
		}
	}
	return true
}

// result compares status, output, error and cause, and what is known of a Map Run.
func (c *testCase) result(want any, x *sim.Execution) []string {
	got := &ordjson.Object{}
	got.Set("status", string(x.Status))
	if x.Status == sim.Succeeded {
		got.Set("output", x.Output)
	}
	if x.Failure.Name != "" {
		got.Set("error", x.Failure.Name)
	}
	if x.Failure.Cause != "" {
		got.Set("cause", x.Failure.Cause)
	}
	wanted := &ordjson.Object{}
	for _, k := range []string{"status", "output", "error", "cause"} {
		if has(want, k) {
			wanted.Set(k, get(want, k))
		}
	}
	if !wanted.Has("output") && wanted.Len() > 0 && get(wanted, "status") == "SUCCEEDED" && !has(want, "events") {
		got.Delete("output") // only the Map Run was recorded
	}
	var diffs []string
	if d := differ("", wanted, got); d != "" {
		diffs = append(diffs, d)
	}
	if run, ok := get(want, "mapRun").(*ordjson.Object); ok {
		diffs = append(diffs, compareMapRun(run, x)...)
	}
	return diffs
}

func compareMapRun(want *ordjson.Object, x *sim.Execution) []string {
	if len(x.MapRuns) == 0 {
		return []string{"there is no Map Run"}
	}
	got := x.MapRuns[0].JSON()
	for k, w := range want.All() {
		if !got.Has(k) {
			return []string{"mapRun/" + k + ": missing"}
		}
		w, g := w, get(got, k)
		if counts, ok := g.(*ordjson.Object); ok {
			for name := range counts.All() {
				if d := differ("mapRun/"+k+"/"+name, get(w, name), get(counts, name)); d != "" && has(w, name) {
					return []string{d}
				}
			}
			continue
		}
		if d := differ("mapRun/"+k, w, g); d != "" {
			return []string{d}
		}
	}
	return nil
}
