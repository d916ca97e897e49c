package sfn_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
)

// call is the smallest integration.
type call struct {
	arn       string
	arguments any
}

func (c call) Bind(*sfn.TaskContext) sfn.Binding {
	return sfn.Binding{Resource: c.arn, Arguments: c.arguments, Statements: []iam.Statement{iam.Allow("x:Do").On(c.arn)}}
}

func render(t *testing.T, start sfn.Chainable, props ...sfn.MachineProps) string {
	t.Helper()
	d, err := sfn.Build(start, props...)
	if err != nil {
		t.Fatal(err)
	}
	out, err := asl.RenderCompact(d.ASL())
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestJobPoller(t *testing.T) {
	arn := "arn:aws:states:::aws-sdk:demo:call"
	submit := sfn.NewTask("Submit Job", call{arn, nil}, sfn.TaskProps{ResultPath: "$.guid"})
	wait := sfn.NewWait("Wait X Seconds", sfn.WaitProps{SecondsPath: "$.wait_time"})
	status := sfn.NewTask("Get Job Status", call{arn, sfn.Fields{{"Id", sfn.At("$.guid")}}}, sfn.TaskProps{InputPath: "$.guid", ResultPath: "$.status"})
	failed := sfn.NewFail("Job Failed", sfn.FailProps{Error: "DescribeJob returned FAILED", Cause: "AWS Batch Job Failed"})
	final := sfn.NewTask("Get Final Job Status", call{arn, nil}, sfn.TaskProps{InputPath: "$.guid"})
	definition := submit.Next(wait).Next(status).Next(
		sfn.NewChoice("Job Complete?").
			When(sfn.StringEquals("$.status", "FAILED"), failed).
			When(sfn.StringEquals("$.status", "SUCCEEDED"), final).
			Otherwise(wait)).Next(sfn.NewSucceed("Done"))
	got := render(t, definition, sfn.MachineProps{Timeout: 5 * time.Minute})
	want := `{"TimeoutSeconds":300,"StartAt":"Submit Job","States":{` +
		`"Submit Job":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:demo:call","ResultPath":"$.guid","Next":"Wait X Seconds"},` +
		`"Wait X Seconds":{"Type":"Wait","SecondsPath":"$.wait_time","Next":"Get Job Status"},` +
		`"Get Job Status":{"Type":"Task","InputPath":"$.guid","Resource":"arn:aws:states:::aws-sdk:demo:call","Parameters":{"Id.$":"$.guid"},"ResultPath":"$.status","Next":"Job Complete?"},` +
		`"Job Complete?":{"Type":"Choice","Choices":[{"Variable":"$.status","StringEquals":"FAILED","Next":"Job Failed"},{"Variable":"$.status","StringEquals":"SUCCEEDED","Next":"Get Final Job Status"}],"Default":"Wait X Seconds"},` +
		`"Job Failed":{"Type":"Fail","Error":"DescribeJob returned FAILED","Cause":"AWS Batch Job Failed"},` +
		`"Get Final Job Status":{"Type":"Task","InputPath":"$.guid","Resource":"arn:aws:states:::aws-sdk:demo:call","Next":"Done"},` +
		`"Done":{"Type":"Succeed"}}}`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", strings.ReplaceAll(got, "},", "},\n"), strings.ReplaceAll(want, "},", "},\n"))
	}
}

func TestNestedChoicesAreJoined(t *testing.T) {
	inner := sfn.NewChoice("Inner").When(sfn.IsPresent("$.a"), sfn.NewPass("A"))
	outer := sfn.NewChoice("Outer").When(sfn.IsPresent("$.b"), inner)
	chain := outer.Next(sfn.NewPass("After"))
	outer.When(sfn.IsPresent("$.late"), sfn.NewPass("Late"))
	got := render(t, chain)
	for _, want := range []string{`"Outer":{"Type":"Choice","Choices":[{"Variable":"$.b","IsPresent":true,"Next":"Inner"},{"Variable":"$.late","IsPresent":true,"Next":"Late"}],"Default":"After"}`,
		`"Next":"A"}],"Default":"After"}`, `"A":{"Type":"Pass","Next":"After"}`, `"Late":{"Type":"Pass","Next":"After"}`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

func TestPrefixCopies(t *testing.T) {
	m := sfn.NewMap("Each", sfn.NewPass("Inner"))
	loop := sfn.NewPass("A").Next(m).Next(sfn.NewChoice("C").When(sfn.IsPresent("$.x"), sfn.Goto("A")))
	got := render(t, sfn.Sequence(sfn.Prefix("1 ", loop), loop.PrefixStates("2 "), sfn.NewSucceed("End")))
	for _, want := range []string{`"StartAt":"1 A"`, `"2 Inner"`, `"Next":"1 A"`, `"1 C":{"Type":"Choice","Choices":[{"Variable":"$.x","IsPresent":true,"Next":"1 A"}],"Default":"2 A"}`, `"Default":"End"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

func TestAllProblemsAtOnce(t *testing.T) {
	a := sfn.NewPass("A", sfn.PassProps{Result: sfn.At("$.x")})
	a.Next(sfn.NewPass("B"))
	a.Next(sfn.NewPass("C"))
	_, err := sfn.Build(a.Next(nil))
	if err == nil {
		t.Fatal("built")
	}
	for _, want := range []string{"SWB02", "SWB04", "SWB28", "on build_test.go:", `joined to "B"`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no %s in\n%v", want, err)
		}
	}
}

// Every state is a workflow of its own, for those who do not know this package.
func TestBuildASL(t *testing.T) {
	inner := sfn.NewPass("Inner")
	for _, s := range []sfn.State{
		sfn.NewTask("S", call{demoARN, nil}), sfn.NewPass("S"), sfn.NewWait("S", sfn.WaitProps{Seconds: 1}), sfn.NewChoice("S").Otherwise(inner).When(sfn.Expr("$.a"), inner),
		sfn.NewParallel("S").Branch(sfn.NewPass("A")), sfn.NewMap("S", sfn.NewPass("A")), sfn.NewDistributedMap("S", sfn.NewPass("A")),
		sfn.NewSucceed("S"), sfn.NewFail("S"), sfn.NewRaw("S", sfn.RawProps{JSON: `{"Type":"Succeed"}`}),
	} {
		b, ok := s.(interface{ BuildASL() (*asl.Machine, error) })
		if !ok {
			t.Errorf("%T has no BuildASL", s)
			continue
		}
		if m, err := b.BuildASL(); err != nil || m.StartAt != "S" {
			t.Errorf("%T: %v", s, err)
		}
	}
	if _, err := (*sfn.Pass)(nil).BuildASL(); err == nil {
		t.Error("a nil state was built")
	}
}
