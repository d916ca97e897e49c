package validate_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/validate"
	"github.com/stepwise-go/stepwise/ordjson"
)

func ExampleDocument() {
	doc, err := asl.Parse("order.asl.json", []byte(`{"StartAt": "Charge", "States": {
  "Charge": {"Type": "Pass", "Next": "Shipp"},
  "Ship": {"Type": "Succeed"}
}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(validate.Document(doc, validate.Options{}).Err())
	// Output:
	// Error SW101: Next names a state that does not exist here: "Shipp"
	//   on order.asl.json:2:30, in Pass "Charge"
	//   at /States/Charge/Next
	//   Fix: did you mean "Ship"?
	//
	// Error SW103: no transition leads to the state "Ship"
	//   on order.asl.json:3:3, in Succeed "Ship"
	//   at /States/Ship
	//   Fix: go there from another state, or remove it
}

func ExampleExplain() {
	page, _ := validate.Explain("SW107")
	fmt.Println(strings.SplitN(page, "\n", 2)[0])
	// Output: SW107 next-or-end: a state has either Next or "End": true
}

func ExampleAWS() {
	fmt.Println(validate.AWS([]byte(`{"States": {"A": {"Type": "Pass", "End": true}}}`), validate.Standard).Message())
	// Output: Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are required: [StartAt] at /'
}

func ExampleVariableReferences() {
	m := asl.FromJSON(nil)
	m.States.Set("Tell", &asl.Pass{Input: asl.Input{InputPath: asl.PathOf("$order.id")}})
	fmt.Println(validate.VariableReferences(m))
	// Output: map[Tell:[order]]
}

func TestIgnore(t *testing.T) {
	const loop = `"Ask": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:111122223333:activity:a", %s "End": true}`
	for _, c := range []struct {
		name, comment string
		ignore        []validate.Ignore
		want          string
	}{
		{"not ignored", "", nil, "SW902"},
		{"by an option", "", []validate.Ignore{{Code: "sw902", Pointer: "/States/Ask", Reason: "it is only a demo"}}, ""},
		{"elsewhere", "", []validate.Ignore{{Code: "SW902", Pointer: "/States/As", Reason: "it is only a demo"}}, "SW902"},
		{"without a reason", "", []validate.Ignore{{Code: "SW902"}}, "SW902 SW999"},
		{"by a comment", `"Comment": "Asks. stepwise:ignore SW902 it is only a demo",`, nil, ""},
		{"by one of two comments", `"Comment": "stepwise:ignore SW901 no\nstepwise:ignore SW902,SW905 it is only a demo",`, nil, ""},
		{"by a comment without a reason", `"Comment": "stepwise:ignore SW902",`, nil, "SW902 SW999"},
	} {
		m := machineOf(t, fmt.Sprintf(loop, c.comment))
		list := validate.Machine(m, validate.Options{Ignore: c.ignore})
		if got := codes(list); strings.Join(sortedWords(got), " ") != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	wrong := machineOf(t, `"A": {"Type": "Pass", "Comment": "stepwise:ignore SW107 because", "Next": "B"}`)
	if list := validate.Machine(wrong, validate.Options{Ignore: []validate.Ignore{{Code: "SW101", Reason: "no"}}}); !list.HasErrors() {
		t.Error("an error was suppressed")
	}
}

func sortedWords(text string) []string {
	words := strings.Fields(text)
	if len(words) == 2 && words[0] > words[1] {
		words[0], words[1] = words[1], words[0]
	}
	return words
}

func TestSizeAndName(t *testing.T) {
	m := machineOf(t, `"A": {"Type": "Succeed"}`)
	for _, c := range []struct {
		opts validate.Options
		want string
	}{
		{validate.Options{Size: validate.MaxDefinition, Name: "order-machine_1"}, ""},
		{validate.Options{Size: validate.MaxDefinition + 1}, "SW703"},
		{validate.Options{Name: "order machine"}, "SW704"},
		{validate.Options{Name: strings.Repeat("n", 81)}, "SW704"},
		{validate.Options{Name: "${Token[TOKEN.7]} x"}, ""},
	} {
		if got := codes(validate.Machine(m, c.opts)); got != c.want {
			t.Errorf("%+v: got %q, want %q", c.opts, got, c.want)
		}
	}
	if list := validate.Machine(nil, validate.Options{}); !list.HasErrors() {
		t.Error("no machine is no error")
	}
	m.Comment = "stepwise:ignore SW1"
	if list := validate.Machine(m, validate.Options{NoWarnings: true}); len(list) > 0 {
		t.Errorf("warnings in spite of NoWarnings: %v", list)
	}
}

func TestAction(t *testing.T) {
	m := machineOf(t, `"A": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObjet", "End": true}`)
	list := validate.Machine(m, validate.Options{Action: func(service, action string) (bool, string) {
		return false, fmt.Sprintf("not %s:%s", service, action)
	}})
	if codes(list) != "SW502" || list[0].Fix != "not s3:getObjet" {
		t.Errorf("got %+v", list)
	}
}

// large is a machine of n states: Map and Choice states, tasks with retries, templates and paths.
func large(n int) *asl.Machine {
	var b strings.Builder
	b.WriteString(`{"StartAt": "S0", "States": {`)
	for i := 0; i < n; i += 5 {
		fmt.Fprintf(&b, `"S%d": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f", "Payload": {"id.$": "$.order.id",
			"text.$": "States.Format('{} of {}', $.order.name, $$.Execution.Id)"}}, "Assign": {"v%d.$": "$.Payload.total"}, "ResultPath": "$.r",
			"Retry": [{"ErrorEquals": ["States.TaskFailed"], "MaxAttempts": 3}], "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "End"}], "Next": "S%d"},
			"S%d": {"Type": "Choice", "Choices": [{"And": [{"Variable": "$.n", "NumericGreaterThan": 1}, {"Variable": "$v%d", "IsPresent": true}], "Next": "S%d"}], "Default": "S%d"},
			"S%d": {"Type": "Wait", "Seconds": 5, "Next": "S%d"},
			"S%d": {"Type": "Map", "ItemsPath": "$.items", "ResultPath": "$.m", "ItemProcessor": {"StartAt": "I%d", "States": {"I%d": {"Type": "Pass", "Parameters": {"x.$": "$.x"}, "End": true}}}, "Next": "S%d"},`,
			i, i, i+1, i+1, i, i+2, i+3, i+2, i+3, i+3, i, i, i+5)
	}
	fmt.Fprintf(&b, `"S%d": {"Type": "Succeed"}, "End": {"Type": "Fail", "Error": "E"}}}`, n)
	doc, err := asl.Parse("", []byte(b.String()))
	if err != nil {
		panic(err)
	}
	return doc.Machine
}

func TestLarge(t *testing.T) {
	for _, m := range []*asl.Machine{large(1000), largeJSONata(1000)} {
		if list := validate.Machine(m, validate.Options{}); len(list) > 0 {
			t.Errorf("%d found, first: %+v", len(list), list[0])
		}
	}
}

func BenchmarkMachine1000(b *testing.B) {
	m := large(1000)
	b.ReportAllocs()
	for b.Loop() {
		validate.Machine(m, validate.Options{})
	}
}

// largeJSONata is large in JSONata.
func largeJSONata(n int) *asl.Machine {
	var b strings.Builder
	b.WriteString(`{"QueryLanguage": "JSONata", "StartAt": "S0", "States": {`)
	for i := 0; i < n; i += 4 {
		fmt.Fprintf(&b, `"S%d": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"FunctionName": "f", "Payload": {"id": "{%% $states.input.order.id %%}",
			"text": "{%% $states.input.order.name & ' of ' & $states.context.Execution.Id %%}"}}, "Assign": {"v%d": "{%% $states.result.Payload.total %%}"}, "Output": "{%% $merge([$states.input, {'r': $states.result.Payload}]) %%}",
			"Retry": [{"ErrorEquals": ["States.TaskFailed"], "MaxAttempts": 3}], "Next": "S%d"},
			"S%d": {"Type": "Choice", "Choices": [{"Condition": "{%% $states.input.n > 1 and $v%d in [1..5] %%}", "Next": "S%d"}], "Default": "S%d"},
			"S%d": {"Type": "Wait", "Seconds": "{%% $states.input.delay %%}", "Next": "S%d"},
			"S%d": {"Type": "Map", "Items": "{%% $states.input.items[price > 10] %%}", "ItemSelector": {"i": "{%% $states.context.Map.Item.Value %%}"},
			"ItemProcessor": {"StartAt": "I%d", "States": {"I%d": {"Type": "Pass", "Output": {"x": "{%% $sum($states.input.i.price) %%}"}, "End": true}}}, "Output": "{%% $states.input %%}", "Next": "S%d"},`,
			i, i, i+1, i+1, i, i+2, i+3, i+2, i+3, i+3, i, i, i+4)
	}
	fmt.Fprintf(&b, `"S%d": {"Type": "Succeed"}}}`, n)
	doc, err := asl.Parse("", []byte(b.String()))
	if err != nil {
		panic(err)
	}
	return doc.Machine
}

func BenchmarkMachine1000JSONata(b *testing.B) {
	m := largeJSONata(1000)
	b.ReportAllocs()
	for b.Loop() {
		validate.Machine(m, validate.Options{})
	}
}

// FuzzMachine proves that no definition makes a rule panic.
func FuzzMachine(f *testing.F) {
	for _, r := range validate.Rules() {
		if strings.HasPrefix(strings.TrimSpace(r.Wrong), "{") {
			f.Add([]byte(r.Wrong))
		} else {
			f.Add([]byte(`{"StartAt": "First", "States": {` + r.Wrong + `}}`))
		}
	}
	for _, c := range faults {
		f.Add([]byte(c.states))
	}
	f.Fuzz(func(_ *testing.T, text []byte) {
		doc, err := asl.Parse("x.json", text)
		if err != nil {
			validate.AWS(text, "")
			return
		}
		for _, machineType := range []validate.MachineType{"", validate.Standard, validate.Express} {
			validate.Document(doc, validate.Options{Type: machineType})
		}
		validate.AWS(text, validate.Standard)
		validate.VariableReferences(doc.Machine)
	})
}

// TestHostile checks machines that no text can hold.
func TestHostile(t *testing.T) {
	loop := &ordjson.Object{}
	loop.Set("self", loop)
	loop.Set("list", []any{loop})
	m := &asl.Machine{}
	m.StartAt = "A"
	m.States.Set("A", &asl.Pass{Result: asl.ValueOf(loop), Parameters: asl.ValueOf(loop), Variables: asl.Variables{Assign: asl.ValueOf(loop)}})
	m.States.Set("B", nil)
	m.States.Set("C", &asl.Choice{Choices: []asl.Rule{{Operator: "StringEquals", Operand: 3}, {Condition: asl.ValueOf(struct{}{})}}})
	m.States.Set("D", &asl.Map{ItemProcessor: &asl.Processor{}, Iterator: &asl.Processor{}})
	m.States.Set("E", &asl.Task{Resource: "arn:aws:states:::x:y", Parameters: asl.ValueOf(map[string]int{"a": 1})})
	for _, language := range []asl.QueryLanguage{"", asl.JSONata} {
		m.QueryLanguage = language
		if !validate.Machine(m, validate.Options{}).HasErrors() {
			t.Error("no errors")
		}
	}
}
