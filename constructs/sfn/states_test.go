package sfn_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/ordjson"
)

// form is the JSON of a state, or the codes of what is wrong.
func form(s sfn.Chainable, props ...sfn.MachineProps) string {
	d, err := sfn.Build(s, props...)
	if err != nil {
		var codes []string
		for _, p := range problems(err).Errors() {
			codes = append(codes, p.Code)
		}
		return strings.Join(codes, " ")
	}
	return ordjson.String(asl.StateJSON(d.ASL().States.Get(s.Start().Name())))
}

func TestStates(t *testing.T) {
	at := time.Date(2030, 1, 1, 0, 0, 0, 5e8, time.UTC)
	task := func(p sfn.TaskProps) sfn.Chainable { return sfn.NewTask("S", call{demoARN, nil}, p) }
	for _, c := range []struct {
		s    sfn.Chainable
		want string
	}{
		{sfn.NewWait("S", sfn.WaitProps{Seconds: 0}), `{"Type":"Wait","Seconds":0,"End":true}`},
		{sfn.NewWait("S", sfn.WaitProps{Seconds: sfn.At("$.s")}), `{"Type":"Wait","SecondsPath":"$.s","End":true}`},
		{sfn.NewWait("S", sfn.WaitProps{Timestamp: &at}), `{"Type":"Wait","Timestamp":"2030-01-01T00:00:00.5Z","End":true}`},
		{sfn.NewWait("S", sfn.WaitProps{Timestamp: sfn.At("$.t")}), `{"Type":"Wait","TimestampPath":"$.t","End":true}`},
		{sfn.NewJSONataWait("S", sfn.JSONataWaitProps{Timestamp: sfn.JSONata("$t")}), `{"Type":"Wait","QueryLanguage":"JSONata","Timestamp":"{% $t %}","End":true}`},
		{sfn.NewWait("S", sfn.WaitProps{}), "SW204"},
		{sfn.NewWait("S", sfn.WaitProps{Seconds: 1, Timestamp: "2030-01-01T00:00:00Z"}), "SW205"},
		{sfn.NewWait("S", sfn.WaitProps{Seconds: 1, SecondsPath: "$.s"}), "SWB51"},
		{sfn.NewWait("S", sfn.WaitProps{Timestamp: at, TimestampPath: "$.s"}), "SWB51"},
		{sfn.NewWait("S", sfn.WaitProps{Timestamp: "tomorrow"}), "SW208"},
		{sfn.NewPass("S", sfn.PassProps{InputPath: sfn.Discard, ResultPath: "$.r", Comment: "c"}), `{"Type":"Pass","Comment":"c","InputPath":null,"ResultPath":"$.r","End":true}`},
		{sfn.NewSucceed("S", sfn.SucceedProps{OutputPath: "$.o"}), `{"Type":"Succeed","OutputPath":"$.o"}`},
		{sfn.NewParallel("S"), "SWB08"},
		{sfn.NewParallel("S").CommentedBranch("why", sfn.NewPass("A")), `{"Type":"Parallel","Branches":[{"Comment":"why","StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}],"End":true}`},
		{sfn.NewMap("S", sfn.NewPass("A"), sfn.MapProps{ProcessorComment: "why"}), `{"Type":"Map","ItemProcessor":{"Comment":"why","ProcessorConfig":{"Mode":"INLINE"},"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}},"End":true}`},
		{sfn.NewMap("S", nil), "SWB09"},
		{sfn.NewTask("S", nil), "SWB10"},
		{sfn.NewTask("S", call{demoARN, nil}, sfn.TaskProps{}, sfn.TaskProps{}), "SWB11"},
		{task(sfn.TaskProps{Timeout: sfn.At("$.t"), Heartbeat: 5}), `{"Type":"Task","Resource":"` + demoARN + `","TimeoutSecondsPath":"$.t","HeartbeatSeconds":5,"End":true}`},
		{task(sfn.TaskProps{Credentials: sfn.Credentials{RoleARN: "arn:aws:iam::1:role/r"}}), `{"Type":"Task","Resource":"` + demoARN + `","Credentials":{"RoleArn":"arn:aws:iam::1:role/r"},"End":true}`},
		{task(sfn.TaskProps{Credentials: sfn.Credentials{RoleARN: sfn.At("$.r")}}), "SWB35"},
		{task(sfn.TaskProps{Credentials: sfn.Credentials{RoleARN: sfn.At("$.r"), AssumableRoleARNs: []string{"a"}}}), `{"Type":"Task","Resource":"` + demoARN + `","Credentials":{"RoleArn.$":"$.r"},"End":true}`},
		{sfn.Goto("S"), "SWB14"},
		{sfn.NewPass("S").Next(sfn.Goto("T")), "SWB15"},
		{sfn.NewPass("S").Next(sfn.NewSucceed("T")).Next(sfn.NewPass("U")), "SWB03"},
		{sfn.NewTask("S", call{demoARN, nil}).Catch(nil), "SWB05"},
		{sfn.NewChoice("S").When(sfn.Expr("$.a"), nil).Otherwise(sfn.NewPass("P")), "SWB06"},
		{sfn.NewParallel("S").Branch(nil, sfn.NewPass("P")), "SWB07"},
		{sfn.Sequence(nil, sfn.NewPass("S")), "SWB18"},
		{sfn.NewParallel("S").Branch(panicking{}, sfn.NewPass("P")), "SWB19"},
		{sfn.NewPass("S", sfn.PassProps{Comment: "x"}).Next(embeddedState{sfn.NewPass("Inside")}), `{"Type":"Pass","Comment":"x","Next":"Inside"}`},
	} {
		if got := form(c.s); got != c.want {
			t.Errorf("got %s\nwant %s", got, c.want)
		}
	}
}

func TestBuildOfNothing(t *testing.T) {
	for _, s := range []sfn.Chainable{nil, (*sfn.Pass)(nil), (*sfn.Chain)(nil), &sfn.Chain{}, embeddedChain{}} {
		refuses(t, s, sfn.MachineProps{}, "SWB01")
	}
	refuses(t, panicking{}, sfn.MachineProps{}, "SWB19")
}

func TestSameStateInTwoGraphs(t *testing.T) {
	shared := sfn.NewPass("Shared")
	refuses(t, sfn.NewParallel("P").Branch(shared, sfn.NewPass("B").Next(shared)), sfn.MachineProps{}, "SWB13")
	inside := sfn.NewParallel("P")
	inside.Branch(inside)
	refuses(t, inside, sfn.MachineProps{}, "SWB13")
}

func TestStatesInSeveralMachines(t *testing.T) {
	shared := sfn.NewPass("Shared").Next(sfn.NewMap("Each", sfn.NewPass("Item")))
	first := sfn.NewPass("First").Next(sfn.Clone(shared))
	second := sfn.NewPass("Second").Next(sfn.Clone(shared))
	var group sync.WaitGroup
	for _, start := range []sfn.Chainable{first, second, shared, first} {
		group.Go(func() {
			if d, err := sfn.Build(start); err != nil || len(d.Warnings()) != 0 {
				t.Error(err)
			}
		})
	}
	group.Wait()
	has(t, render(t, second), `"Second":{"Type":"Pass","Next":"Shared"}`, `"Each"`, `"Item"`)
	if strings.Contains(render(t, shared), "First") {
		t.Error("the original changed")
	}
}

func TestDefaults(t *testing.T) {
	fail := sfn.NewPass("Tell").Next(sfn.NewFail("Failed"))
	risky := sfn.NewTask("Risky", call{demoARN, nil}, sfn.TaskProps{Timeout: 5}).Retry().Catch(sfn.NewPass("Own"))
	inner := sfn.NewTask("Inner", call{demoARN, nil})
	chain := sfn.NewTask("Plain", call{demoARN, nil}).Next(risky).Next(sfn.NewParallel("Both").Branch(inner)).
		Next(sfn.NewRaw("Raw", sfn.RawProps{JSON: `{"Type":"Task","Resource":"` + demoARN + `","Retry":[{"ErrorEquals":["E"]}]}`}))
	got := render(t, chain, sfn.MachineProps{Defaults: sfn.Defaults{
		Retry: []sfn.RetryProps{{Errors: []string{"A"}}, {}}, Catch: &sfn.DefaultCatch{Handler: fail, Props: sfn.CatchProps{ResultPath: "$.e"}}, Timeout: time.Minute,
	}})
	const both, tell = `"Retry":[{"ErrorEquals":["A"]},{"ErrorEquals":["States.ALL"]}]`, `"Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.e","Next":"Tell"}]`
	has(t, got,
		`"Plain":{"Type":"Task","Resource":"`+demoARN+`","TimeoutSeconds":60,`+both+`,`+tell+`,"Next":"Risky"}`,
		`"Risky":{"Type":"Task","Resource":"`+demoARN+`","TimeoutSeconds":5,"Retry":[{"ErrorEquals":["States.ALL"]}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"Own"}],"Next":"Both"}`,
		`"Inner":{"Type":"Task","Resource":"`+demoARN+`","TimeoutSeconds":60,`+both+`,"End":true}`,
		tell+`,"Next":"Raw"}`, `"Retry":[{"ErrorEquals":["E"]},{"ErrorEquals":["A"]},{"ErrorEquals":["States.ALL"]}],`+tell+`,"End":true}`,
		`"Tell":{"Type":"Pass","Next":"Failed"}`)
	refuses(t, sfn.NewPass("P"), sfn.MachineProps{Defaults: sfn.Defaults{Catch: &sfn.DefaultCatch{}}}, "SWB05")
	merged := sfn.JSONata("$merge([$states.input, {'error': $states.errorOutput}])")
	catch := &sfn.DefaultCatch{Handler: sfn.NewFail("Failed"), Props: sfn.CatchProps{ResultPath: "$.e"}, JSONata: &sfn.JSONataCatchProps{Output: merged}}
	got = render(t, sfn.NewTask("Paths", call{demoARN, nil}).Next(sfn.NewJSONataTask("Expressions", call{demoARN, nil})), sfn.MachineProps{Defaults: sfn.Defaults{Catch: catch}})
	has(t, got, `"Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.e","Next":"Failed"}],"Next":"Expressions"`,
		`"Catch":[{"ErrorEquals":["States.ALL"],"Output":"{% $merge([$states.input, {'error': $states.errorOutput}]) %}","Next":"Failed"}],"End":true`)
}

func TestRetriersForAllErrorsComeLast(t *testing.T) {
	got := form(sfn.NewTask("S", call{demoARN, nil}).Retry(sfn.NoRetry("N"), sfn.RetryProps{}, sfn.RetryLambda(), sfn.RetryTransient("T")).
		Catch(sfn.NewPass("A")).Catch(sfn.NewPass("B"), sfn.CatchProps{Errors: []string{"E"}, Comment: "c"}))
	has(t, got, `"Retry":[{"ErrorEquals":["N"],"MaxAttempts":0},{"ErrorEquals":["Lambda.ClientExecutionTimeoutException",`,
		`{"ErrorEquals":["T"],"IntervalSeconds":1,"MaxAttempts":5,"BackoffRate":2,"MaxDelaySeconds":60,"JitterStrategy":"FULL"},{"ErrorEquals":["States.ALL"]}]`,
		`"Catch":[{"Comment":"c","ErrorEquals":["E"],"Next":"B"},{"ErrorEquals":["States.ALL"],"Next":"A"}]`)
}

func TestRaw(t *testing.T) {
	raw := func(v any) *sfn.Raw {
		return sfn.NewRaw("S", sfn.RawProps{JSON: v, Statements: []iam.Statement{iam.Allow("a:B").On("c")}})
	}
	for _, c := range []struct {
		s    sfn.Chainable
		want string
	}{
		{raw(`{"Type":"Pass"}`), `{"Type":"Pass","End":true}`},
		{raw([]byte(`{"Type":"Succeed"}`)), `{"Type":"Succeed"}`},
		{raw(map[string]any{"Type": "Pass", "InputPath": "$.x", "Parameters": map[string]any{"a": sfn.At("$.a")}}), `{"Type":"Pass","InputPath":"$.x","Parameters":{"a.$":"$.a"},"End":true}`},
		{sfn.NewRaw("S", sfn.RawProps{JSON: map[string]any{"Type": "Pass", "Output": sfn.JSONata("$x")}, Language: asl.JSONata}), `{"Type":"Pass","QueryLanguage":"JSONata","Output":"{% $x %}","End":true}`},
		{raw(`{"Type":"Pass","Next":"T"}`).Next(sfn.NewPass("T")), `{"Type":"Pass","Next":"T"}`},
		{raw(`{"Type":"Pass","Next":"T"}`).Next(sfn.NewPass("U")), "SWB41"},
		{raw(`{"Type":"Succeed"}`).Next(sfn.NewPass("U")), "SWB42"},
		{raw(`{"Type":"Pass"}`).Retry(), "SWB43"},
		{raw(`{"Type":"Pass","Next":"T"}`), "SW104 SW101"},
		{raw(`[1]`), "SWB40"},
		{raw(`{`), "SWB40"},
		{raw(nil), "SWB40"},
	} {
		if got := form(c.s); got != c.want {
			t.Errorf("got %s\nwant %s", got, c.want)
		}
	}
	d, err := sfn.Build(raw(`{"Type":"Task","Resource":"` + demoARN + `","Novelty":{"x":1}}`))
	if err != nil || d.Warnings()[0].Code != "SW202" {
		t.Fatal(err)
	}
	if tasks := d.Tasks(); len(tasks) != 1 || tasks[0].Name != "S" || len(d.Statements()) != 1 || d.Statements()[0].Reasons[0].State != "S" {
		t.Error(tasks, d.Statements())
	}
}

func TestIgnore(t *testing.T) {
	task := sfn.NewTask("Send", call{"arn:aws:states:::aws-sdk:demo:call.waitForTaskToken", nil}, sfn.TaskProps{Timeout: time.Hour})
	codes := func(ignore ...sfn.Ignore) string {
		d, err := sfn.Build(task.Start(), sfn.MachineProps{Ignore: ignore})
		if err != nil {
			return fmt.Sprint(err)
		}
		var out []string
		for _, w := range d.Warnings() {
			out = append(out, w.Code)
		}
		return strings.Join(out, " ")
	}
	for want, ignore := range map[string]sfn.Ignore{
		"":            {Code: "SW504", State: "Send", Reason: "the callee has the token from elsewhere"},
		"SW504":       {Code: "SW505", Reason: "another rule"},
		"SW504 SW999": {Code: "SW504"},
	} {
		if got := codes(ignore); got != want {
			t.Errorf("%+v: got %q, want %q", ignore, got, want)
		}
	}
	has(t, codes(sfn.Ignore{Code: "SW504", State: "Sent", Reason: "r"}), "SWB50", `did you mean "Send"?`)
}

func TestPlaces(t *testing.T) {
	pass := sfn.NewPass("A") // line of A
	task := sfn.NewTask("B", call{demoARN, nil})
	task.Retry()
	d, err := sfn.Build(pass.Next(task))
	if err != nil {
		t.Fatal(err)
	}
	first, ok := d.PlaceOf("/States/A/Parameters/deep")
	if !ok || !strings.HasSuffix(first.File, "states_test.go") {
		t.Fatal(first, ok)
	}
	retry, _ := d.PlaceOf("/States/B/Retry/0/ErrorEquals")
	next, _ := d.PlaceOf("/States/A/Next")
	machine, _ := d.PlaceOf("/Nothing")
	if retry.Line != first.Line+2 || next.Line != first.Line+3 || machine.Line != first.Line+3 {
		t.Error(first, retry, next, machine)
	}
	if _, ok := d.PlaceOf("x"); ok {
		t.Error("a pointer that is none has a place")
	}
}
