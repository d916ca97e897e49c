package sfn_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/ordjson"
)

func ExamplePatch() {
	each := sfn.Patch(sfn.NewMap("Each", sfn.NewPass("Item")),
		sfn.Remove("/ItemProcessor/ProcessorConfig"), sfn.Move("/ItemProcessor", "/Iterator"), sfn.Set("/Comment", "as of 2019"))
	definition, err := sfn.Build(each)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(ordjson.String(definition.ASL().JSON()))
	// Output:
	// {"StartAt":"Each","States":{"Each":{"Type":"Map","Comment":"as of 2019","Iterator":{"StartAt":"Item","States":{"Item":{"Type":"Pass","End":true}}},"End":true}}}
}

func TestPatch(t *testing.T) {
	for _, c := range []struct {
		change sfn.Change
		want   string
	}{
		{sfn.Set("/Retry/0/Comment", "x"), `"Retry":[{"Comment":"x","ErrorEquals":["States.ALL"]}]`},
		{sfn.Set("/Retry/0/ErrorEquals/-", "A"), `SW402`},
		{sfn.Set("/Retry/0/ErrorEquals/0", "A"), `"Retry":[{"ErrorEquals":["A"]}]`},
		{sfn.Remove("/Retry/0"), `"Retry":[]`},
		{sfn.Remove("/Retry/1"), `SWB47`},
		{sfn.Remove("/Retries"), `SWB47`},
		{sfn.Remove("/Type/x"), `SWB47`},
		{sfn.Set("", 1), `SWB47`},
		{sfn.Set("/a/b", 1), `SWB47`},
		{sfn.Set("/a", func() {}), `SWB47`},
		{sfn.Move("/b", "/c"), `SWB47`},
	} {
		s := sfn.Patch(sfn.NewParallel("P").Branch(sfn.NewPass("A")).Retry(), c.change)
		definition, err := sfn.Build(s)
		got := fmt.Sprint(err)
		if err == nil {
			got = ordjson.String(definition.ASL().JSON())
		}
		if !strings.Contains(got, c.want) {
			t.Errorf("%+v: got %s, want %s", c.change, got, c.want)
		}
	}
	sfn.Patch[sfn.State](nil, sfn.Remove("/x"))
}

func TestRawCondition(t *testing.T) {
	for rule, language := range map[string]asl.QueryLanguage{
		`{"Variable": "$.d", "TimestampEquals": "2030-01-01T00:00:00.000Z"}`: asl.JSONPath, `{"Condition": true}`: asl.JSONata,
	} {
		definition, err := sfn.Build(sfn.NewChoice("C").When(sfn.RawCondition(rule), sfn.NewSucceed("S")), sfn.MachineProps{QueryLanguage: language})
		if err != nil {
			t.Error(err)
			continue
		}
		want := strings.TrimSuffix(strings.ReplaceAll(rule, ": ", ":"), "}")
		if got := ordjson.String(definition.ASL().JSON()); !strings.Contains(got, strings.ReplaceAll(want, ", ", ",")) {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	for _, rule := range []any{`[]`, `{`, func() {}} {
		if _, err := sfn.Build(sfn.NewChoice("C").When(sfn.RawCondition(rule), sfn.NewSucceed("S"))); err == nil {
			t.Errorf("%v was taken", rule)
		}
	}
}

func TestPatchOfTheMachine(t *testing.T) {
	definition, err := sfn.Build(sfn.NewSucceed("S"), sfn.MachineProps{Patch: []sfn.Change{sfn.Set("/Comment", "")}})
	if err != nil {
		t.Fatal(err)
	}
	if got := ordjson.String(definition.ASL().JSON()); got != `{"StartAt":"S","States":{"S":{"Type":"Succeed"}},"Comment":""}` {
		t.Error(got)
	}
	if _, err := sfn.Build(sfn.NewSucceed("S"), sfn.MachineProps{Patch: []sfn.Change{sfn.Remove("/Comment")}}); err == nil || !strings.Contains(err.Error(), "SWB47") {
		t.Errorf("nothing is there to remove, but: %v", err)
	}
	if _, err := sfn.Build(sfn.NewSucceed("S"), sfn.MachineProps{Patch: []sfn.Change{sfn.Set("/Foo", 1)}}); err == nil || !strings.Contains(err.Error(), "SW202") {
		t.Errorf("a machine has no Foo, but: %v", err)
	}
}
