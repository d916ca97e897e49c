package dataflow_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/validate/dataflow"
)

func machine(t testing.TB, text string) *asl.Machine {
	t.Helper()
	doc, err := asl.Parse("", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc.Machine
}

func ExampleAnalyse() {
	doc, _ := asl.Parse("", []byte(`{"StartAt": "Price", "States": {
  "Price": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f", "Payload.$": "$.order"},
    "ResultSelector": {"total.$": "$.Payload.total"}, "ResultPath": "$.price", "Next": "Charge"},
  "Charge": {"Type": "Pass", "Parameters": {"amount.$": "$.price.totl"}, "End": true}}}`))
	type input struct {
		Order struct {
			ID string `json:"id"`
		} `json:"order"`
	}
	flow := dataflow.Analyse(doc.Machine, dataflow.Options{Input: dataflow.FromType[input]()})
	fmt.Println(flow.At("Charge").Input)
	for _, p := range flow.Problems {
		fmt.Println(p.Pointer + ": " + p.Summary + "; " + p.Fix)
	}
	// Output:
	// {order: {id: string}, price: {total: any}}
	// /States/Charge/Parameters/amount.$: $.price.totl never leads anywhere: "price" has no field "totl"; it has total
}

func TestShapes(t *testing.T) {
	type inner struct{ N int }
	type sample struct {
		inner
		Name  string    `json:"name,omitempty"`
		At    time.Time `json:"at"`
		List  []float64
		Raw   map[string]any
		Skip  string `json:"-"`
		Text  int    `json:",string"`
		Next  *sample
		notIt bool
	}
	_ = sample{}.notIt
	schema := `{"type": "object", "required": ["id"], "additionalProperties": false, "properties": {
		"id": {"type": "string"}, "lines": {"type": "array", "items": {"$ref": "#/$defs/line"}}, "kind": {"enum": ["a", 1]}},
		"$defs": {"line": {"allOf": [{"type": "object", "properties": {"a": {"type": "integer"}}}, {"type": "object", "properties": {"b": {"const": null}}}]}}}`
	fromSchema, err := dataflow.FromSchema([]byte(schema))
	if err != nil {
		t.Fatal(err)
	}
	fromJSON, err := dataflow.FromJSON(`{"a": [1, "x"], "b": {"c": null}, "d": []}`)
	if err != nil {
		t.Fatal(err)
	}
	one, _ := dataflow.FromJSON(`{"a": 1, "b": 2}`)
	two, _ := dataflow.FromJSON(`{"a": "x"}`)
	for _, c := range []struct {
		shape *dataflow.Shape
		want  string
	}{
		{fromSchema, `{id: string, kind?: number or string, lines?: [{a?: number, b?: null, ...}]}`},
		{fromJSON, `{a: [number or string], b: {c: null}, d: [any]}`},
		{dataflow.Join(one, two), `{a: number or string, b?: number}`},
		{dataflow.Join(), `any`},
		{dataflow.FromType[inner](), `{N: number}`},
	} {
		if got := c.shape.String(); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
	got := dataflow.FromType[sample]().String()
	if !strings.HasPrefix(got, `{List: [number] or null, N: number, Next: {`) || !strings.HasSuffix(got, `Text: string, at: string, name?: string}`) {
		t.Errorf("got %s", got)
	}
	if _, err := dataflow.FromSchema([]byte("{")); err == nil {
		t.Error("no error for a schema that is not JSON")
	}
}

// TestProblems checks what is found with the input {"order": {"id": "1", "lines": [{"price": 1}]}}.
func TestProblems(t *testing.T) {
	input, _ := dataflow.FromJSON(`{"order": {"id": "1", "lines": [{"price": 1}]}}`)
	for _, c := range []struct {
		name, states string
		want         string // what the first problem says, "" if there is none
	}{
		{"fine", `"A": {"Type": "Pass", "InputPath": "$.order.lines[0].price", "End": true}`, ""},
		{"missing", `"A": {"Type": "Pass", "InputPath": "$.order.line", "End": true}`, `"order" has no field "line"; it has id, lines`},
		{"not an object", `"A": {"Type": "Pass", "InputPath": "$.order.id.x", "End": true}`, `"id" is not an object but string`},
		{"not a list", `"A": {"Type": "Pass", "InputPath": "$.order.id[0]", "End": true}`, `"id" is not a list but string`},
		{"in an intrinsic", `"A": {"Type": "Pass", "Parameters": {"x.$": "States.Format('{}', $.nam)"}, "End": true}`, `no field "nam"`},
		{"catch", `"A": {"Type": "Task", "Resource": "r", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}], "End": true}, "B": {"Type": "Pass", "InputPath": "$.order", "End": true}`, `no field "order"; it has Cause, Error`},
		{"catch that keeps", `"A": {"Type": "Task", "Resource": "r", "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "B"}], "End": true}, "B": {"Type": "Pass", "InputPath": "$.order", "End": true}`, ""},
		{"lambda", `"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "ResultSelector": {"x.$": "$.payload.x"}, "End": true}`, `no field "payload"`},
		{"unknown result", `"A": {"Type": "Task", "Resource": "arn:aws:lambda:r:1:function:f", "Next": "B"}, "B": {"Type": "Pass", "InputPath": "$.order", "End": true}`, ""},
		{"variable", `"A": {"Type": "Pass", "Assign": {"o.$": "$.order"}, "Next": "B"}, "B": {"Type": "Pass", "InputPath": "$o.name", "End": true}`, `no field "name"`},
		{"loop widens", `"A": {"Type": "Pass", "ResultPath": "$.count", "Result": 1, "Next": "B"}, "B": {"Type": "Choice", "Choices": [{"Variable": "$.order.id", "StringEquals": "x", "Next": "C"}], "Default": "D"}, "C": {"Type": "Pass", "ResultPath": "$.again", "Result": {"x": 1}, "Next": "B"}, "D": {"Type": "Pass", "InputPath": "$.again.x", "End": true}`, ""},
		{"map", `"A": {"Type": "Map", "ItemsPath": "$.order.lines", "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Pass", "InputPath": "$.prize", "End": true}}}, "End": true}`, `no field "prize"; it has price`},
		{"item selector", `"A": {"Type": "Map", "ItemsPath": "$.order.lines", "ItemSelector": {"p.$": "$$.Map.Item.Value.prize"}, "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Pass", "InputPath": "$.p", "End": true}}}, "End": true}`, `no field "prize"`},
		{"parallel", `"A": {"Type": "Parallel", "Branches": [{"StartAt": "I", "States": {"I": {"Type": "Pass", "Parameters": {"a": 1}, "End": true}}}], "Next": "B"}, "B": {"Type": "Pass", "InputPath": "$[0].b", "End": true}`, `no field "b"; it has a`},
		{"present", `"A": {"Type": "Choice", "Choices": [{"Variable": "$.gift", "IsPresent": true, "Next": "B"}], "Default": "C"}, "B": {"Type": "Pass", "InputPath": "$.gift.text", "Next": "C"}, "C": {"Type": "Succeed"}`, ""},
		{"absent first", `"A": {"Type": "Choice", "Choices": [{"Variable": "$.gift", "IsPresent": false, "Next": "C"}, {"Variable": "$.gift", "StringEquals": "x", "Next": "B"}], "Default": "B"}, "B": {"Type": "Pass", "InputPath": "$.gift", "Next": "C"}, "C": {"Type": "Succeed"}`, ""},
		{"and", `"A": {"Type": "Choice", "Choices": [{"And": [{"Variable": "$.gift", "IsPresent": true}, {"Variable": "$.gift", "BooleanEquals": true}], "Next": "C"}], "Default": "C"}, "C": {"Type": "Succeed"}`, ""},
		{"choice", `"A": {"Type": "Choice", "Choices": [{"Variable": "$.gift", "BooleanEquals": true, "Next": "C"}], "Default": "C"}, "C": {"Type": "Succeed"}`, `no field "gift"`},
		{"JSONata", `"A": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"x": "{% $states.input.ordr.id %}"}, "End": true}`, `no field "ordr"`},
		{"JSONata lists", `"A": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"x": "{% $states.input.order.lines.price %}"}, "Next": "B"}, "B": {"Type": "Pass", "InputPath": "$.y", "End": true}`, `no field "y"; it has x`},
	} {
		m := machine(t, `{"StartAt": "A", "States": {`+c.states+`}}`)
		var got []string
		for _, p := range dataflow.Analyse(m, dataflow.Options{Input: input}).Problems {
			got = append(got, p.Summary+"; "+p.Fix)
		}
		if text := strings.Join(got, " | "); (c.want == "") != (text == "") || !strings.Contains(text, c.want) || len(got) > 1 {
			t.Errorf("%s: got %q, want %q", c.name, text, c.want)
		}
	}
}

func TestResults(t *testing.T) {
	m := machine(t, `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "r", "Next": "B"}, "B": {"Type": "Pass", "OutputPath": "$.x", "End": true}}}`)
	mock, _ := dataflow.FromJSON(`{"y": 1}`)
	flow := dataflow.Analyse(m, dataflow.Options{Results: map[string]*dataflow.Shape{"A": mock}})
	if len(flow.Problems) != 1 || flow.At("B").Input.String() != "{y: number}" || strings.Join(flow.States(), " ") != "A B" {
		t.Errorf("got %+v", flow.Problems)
	}
}
