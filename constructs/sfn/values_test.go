package sfn_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/intrinsic"
	"github.com/stepwise-go/stepwise/constructs/sfn"
)

// TestExpressions checks the form of expressions in both languages; "" is none.
func TestExpressions(t *testing.T) {
	for _, c := range []struct {
		e             sfn.Expression
		path, jsonata string
	}{
		{sfn.At("$.a"), "$.a", ""},
		{sfn.JSONata("{% $x %}"), "", "{% $x %}"},
		{sfn.JSONata("$x"), "", "{% $x %}"},
		{sfn.Input("order.lines[0]['a b']"), "$.order.lines[0]['a b']", "{% $states.input.order.lines[0].`a b` %}"},
		{sfn.Input("[0]"), "$[0]", "{% $states.input[0] %}"},
		{sfn.Variable("customer.id"), "$customer.id", "{% $customer.id %}"},
		{sfn.Variable("$x"), "$x", "{% $x %}"},
		{sfn.Context("Execution.Name"), "$$.Execution.Name", "{% $states.context.Execution.Name %}"},
		{sfn.EntireContext(), "$$", "{% $states.context %}"},
		{sfn.EntireInput(), "$", "{% $states.input %}"},
		{sfn.TaskToken(), "$$.Task.Token", "{% $states.context.Task.Token %}"},
		{sfn.ExecutionID(), "$$.Execution.Id", "{% $states.context.Execution.Id %}"},
		{sfn.ExecutionInput(), "$$.Execution.Input", "{% $states.context.Execution.Input %}"},
		{sfn.ExecutionName(), "$$.Execution.Name", "{% $states.context.Execution.Name %}"},
		{sfn.ExecutionRoleARN(), "$$.Execution.RoleArn", "{% $states.context.Execution.RoleArn %}"},
		{sfn.ExecutionStartTime(), "$$.Execution.StartTime", "{% $states.context.Execution.StartTime %}"},
		{sfn.ExecutionRedriveCount(), "$$.Execution.RedriveCount", "{% $states.context.Execution.RedriveCount %}"},
		{sfn.ExecutionRedriveTime(), "$$.Execution.RedriveTime", "{% $states.context.Execution.RedriveTime %}"},
		{sfn.StateMachineID(), "$$.StateMachine.Id", "{% $states.context.StateMachine.Id %}"},
		{sfn.StateMachineName(), "$$.StateMachine.Name", "{% $states.context.StateMachine.Name %}"},
		{sfn.StateName(), "$$.State.Name", "{% $states.context.State.Name %}"},
		{sfn.StateEnteredTime(), "$$.State.EnteredTime", "{% $states.context.State.EnteredTime %}"},
		{sfn.StateRetryCount(), "$$.State.RetryCount", "{% $states.context.State.RetryCount %}"},
		{sfn.MapItem(), "$$.Map.Item.Value", "{% $states.context.Map.Item.Value %}"},
		{sfn.MapItemKey(), "$$.Map.Item.Key", "{% $states.context.Map.Item.Key %}"},
		{sfn.MapItemSource(), "$$.Map.Item.Source", "{% $states.context.Map.Item.Source %}"},
		{sfn.MapItemIndex(), "$$.Map.Item.Index", "{% $states.context.Map.Item.Index %}"},
		{sfn.UUID(), "States.UUID()", "{% $uuid() %}"},
	} {
		if got := c.e.In(asl.JSONPath); got != c.path || c.e.JSONPath() != c.path {
			t.Errorf("got %q, want %q", got, c.path)
		}
		if got := c.e.In(asl.JSONata); got != c.jsonata || c.e.JSONata() != asl.Expression(c.jsonata) {
			t.Errorf("got %q, want %q", got, c.jsonata)
		}
	}
	if _, err := json.Marshal(struct{ E sfn.Expression }{sfn.At("$.a")}); err == nil {
		t.Error("an expression in a struct was marshalled")
	}
}

// TestIntrinsics makes each intrinsic function and reads it as the service does.
func TestIntrinsics(t *testing.T) {
	a, b := sfn.At("$.a"), sfn.At("$$.b")
	made := map[string]sfn.Expression{
		`States.Format('it\'s {} \{\}', 'x\'\\{}')`:                                sfn.Format(`it's {} \{\}`, `x'\{}`),
		`States.Array(1, -2.5, 'a', true, null, $.a, States.UUID())`:               sfn.Array(1, -2.5, "a", true, nil, a, sfn.UUID()),
		`States.ArrayPartition($.a, 4)`:                                            sfn.ArrayPartition(a, 4),
		`States.ArrayContains($.a, $$.b)`:                                          sfn.ArrayContains(a, b),
		`States.ArrayRange(1, 9, 2)`:                                               sfn.ArrayRange(1, 9, 2),
		`States.ArrayGetItem($.a, 0)`:                                              sfn.ArrayGetItem(a, 0),
		`States.ArrayLength(States.Array(1, 2))`:                                   sfn.ArrayLength([]int{1, 2}),
		`States.ArrayUnique($.a)`:                                                  sfn.ArrayUnique(a),
		`States.Base64Encode('x')`:                                                 sfn.Base64Encode("x"),
		`States.Base64Decode($.a)`:                                                 sfn.Base64Decode(a),
		`States.Hash($.a, 'SHA-256')`:                                              sfn.Hash(a, "SHA-256"),
		`States.JsonMerge($.a, States.StringToJson('{"n":1,"s":"it\'s"}'), false)`: sfn.JSONMerge(a, map[string]any{"n": 1, "s": "it's"}),
		`States.StringToJson($.a)`:                                                 sfn.StringToJSON(a),
		`States.JsonToString($.a)`:                                                 sfn.JSONToString(a),
		`States.MathRandom(1, $.a)`:                                                sfn.MathRandom(1, a),
		`States.MathRandom(1, 6, 42)`:                                              sfn.MathRandom(1, 6, 42),
		`States.MathAdd($.a, -1)`:                                                  sfn.MathAdd(a, -1),
		`States.StringSplit('a,b', ',;')`:                                          sfn.StringSplit("a,b", ",;"),
		`States.UUID()`:                                                            sfn.UUID(),
	}
	names := map[string]bool{}
	for want, e := range made {
		if e.JSONPath() != want {
			t.Errorf("got %s, want %s", e.JSONPath(), want)
		}
		if _, err := intrinsic.Parse(want); err != nil {
			t.Errorf("%s: %v", want, err)
		}
		name, _, _ := strings.Cut(want, "(")
		names[name] = true
	}
	for _, f := range intrinsic.Functions() {
		if !names[f.Name] {
			t.Errorf("no builder makes %s", f.Name)
		}
	}
	for _, e := range []sfn.Expression{
		sfn.Format("{}"), sfn.Format("{}", 1, 2), sfn.ArrayLength(sfn.JSONata("$x")), sfn.Array(make(chan int)), sfn.Array(map[string]any{"a": a}), sfn.Input("a["), sfn.Input("a[*]"),
	} {
		refuses(t, sfn.NewPass("P", sfn.PassProps{Parameters: map[string]any{"a": e}}), sfn.MachineProps{}, "SWB24")
	}
}

type status string

type stringer struct{}

func (stringer) String() string { return "from String" }

func TestValues(t *testing.T) {
	text, number := "pointed", 5
	type inner struct {
		A int `json:"a"`
		B string
	}
	got := render(t, sfn.NewPass("P", sfn.PassProps{Parameters: sfn.Fields{
		{"z", &text}, {"y", &number}, {"x", inner{1, "b"}}, {"w", &inner{2, "c"}}, {"v", map[string]int{"b": 2, "a": 1}}, {"u", [2]bool{true, false}},
		{"t", json.RawMessage(`{"raw": [1.0]}`)}, {"s", time.Unix(0, 0).UTC()}, {"r", status("s")}, {"q", (*string)(nil)}, {"p", []string(nil)}, {"o", json.Number("1e3")},
		{"n", uint64(1 << 63)}, {"m.$", "$.m"}, {"l", sfn.Fields{{"k", sfn.Input("k")}}},
	}.Maybe("none", "").Maybe("some", "x")}))
	has(t, got, `"Parameters":{"z":"pointed","y":5,"x":{"a":1,"B":"b"},"w":{"a":2,"B":"c"},"v":{"a":1,"b":2},"u":[true,false],"t":{"raw":[1.0]},`+
		`"s":"1970-01-01T00:00:00Z","r":"s","q":null,"p":[],"o":1e3,"n":9223372036854775808,"m.$":"$.m","l":{"k.$":"$.k"},"some":"x"}`)
	raw, err := json.Marshal(sfn.Fields{{"b", 1}, {"a", []any{"x"}}})
	if err != nil || string(raw) != `{"b":1,"a":["x"]}` {
		t.Errorf("%s %v", raw, err)
	}
	cyclic := map[string]any{}
	cyclic["again"] = []any{cyclic}
	for code, v := range map[string]any{"SWB30": map[string]any{"f": func() {}}, "SWB31": cyclic, "SWB20": sfn.At("$.a"), "SWB21": []any{sfn.At("$.a")}} {
		refuses(t, sfn.NewPass("P", sfn.PassProps{Parameters: v}), sfn.MachineProps{}, code)
	}
}

func TestWarnsOfPathsAsText(t *testing.T) {
	for _, c := range []struct {
		state sfn.Chainable
		fix   string
	}{
		{sfn.NewPass("P", sfn.PassProps{Parameters: map[string]any{"a": "$.x"}}), `write sfn.At("$.x")`},
		{sfn.NewJSONataPass("P", sfn.JSONataPassProps{Output: map[string]any{"a": "$.x"}}), "write it as JSONata"},
		{sfn.NewJSONataPass("P", sfn.JSONataPassProps{Output: map[string]any{"a": "$states.input.x"}}), `write sfn.JSONata("$states.input.x")`},
	} {
		d, err := sfn.Build(c.state)
		if err != nil {
			t.Fatal(err)
		}
		if w := d.Warnings(); len(w) == 0 || w[0].Code != "SWB22" || !strings.Contains(w[0].Fix, c.fix) {
			t.Error(w)
		}
	}
}

func TestNumbersAndTimes(t *testing.T) {
	token := -1.8881545897087626e+289
	for _, c := range []struct {
		v    any
		want string
	}{
		{30, `"TimeoutSeconds":30`}, {30.0, `"TimeoutSeconds":30`}, {time.Minute, `"TimeoutSeconds":60`}, {json.Number("7"), `"TimeoutSeconds":7`}, {uint8(8), `"TimeoutSeconds":8`},
		{sfn.At("$.t"), `"TimeoutSecondsPath":"$.t"`}, {token, `"TimeoutSeconds":-1.8881545897087626e+289`}, {"${Token[N.1]}", `"TimeoutSeconds":${Token[N.1]}`},
		{1.5, "SWB32"}, {1e300, "SWB32"}, {"x", "SWB32"}, {[]int{1}, "SWB32"}, {1500 * time.Millisecond, "SWB33"}, {-1, "SW206"}, {json.Number("x"), "SWB32"},
	} {
		d, err := sfn.Build(sfn.NewTask("T", call{demoARN, nil}, sfn.TaskProps{Timeout: c.v}))
		got := fmt.Sprint(err)
		if err == nil {
			text, _ := asl.RenderCompact(d.ASL())
			got = string(text)
		}
		has(t, got, c.want)
	}
}

func TestTexts(t *testing.T) {
	text := "pointed"
	for _, c := range []struct {
		v    any
		want string
	}{
		{"x", `"Error":"x"`}, {&text, `"Error":"pointed"`}, {status("s"), `"Error":"s"`}, {stringer{}, `"Error":"from String"`}, {sfn.At("$.e"), `"ErrorPath":"$.e"`},
		{sfn.Format("{}", sfn.At("$.e")), `"ErrorPath":"States.Format('{}', $.e)"`}, {sfn.JSONata("$e"), `"QueryLanguage":"JSONata","Error":"{% $e %}"`}, {5, "SWB32"}, {(*string)(nil), `"F":{"Type":"Fail"}`},
	} {
		d, err := sfn.Build(sfn.NewFail("F", sfn.FailProps{Error: c.v}))
		got := fmt.Sprint(err)
		if err == nil {
			text, _ := asl.RenderCompact(d.ASL())
			got = string(text)
		}
		has(t, got, c.want)
	}
}

// base is embedded: its fields count as those of the struct around it.
type base struct {
	Source string `json:"source,omitempty"`
}

// order is a payload with expressions in it.
type order struct {
	base
	*withNothing
	ID       any            `json:"id"`
	Lines    []line         `json:"lines"`
	Note     any            `json:"note,omitempty"`
	Tags     map[string]any `json:"tags,omitzero"`
	Secret   any            `json:"-"`
	Untagged bool
	hidden   int
}

type withNothing struct{ Never string }

// overriding has a field with the name of one that is embedded.
type overriding struct {
	base
	Source any `json:"source,omitempty"`
	ID     any `json:"id"`
}

// round is embedded in itself.
type round struct {
	*round
	ID any
}

type line struct {
	Price any   `json:"price"`
	When  *line `json:"when,omitempty"`
}

// TestStructs renders structs with expressions by their tags; without any, encoding/json does it.
func TestStructs(t *testing.T) {
	lines := []line{{Price: sfn.At("$.p")}, {Price: 2, When: &line{Price: 1.5}}}
	for _, c := range []struct {
		in   any
		want string
	}{
		{order{ID: sfn.At("$.id"), Lines: lines, Secret: 1, hidden: 1}, `{"id.$":"$.id","lines":[{"price.$":"$.p"},{"price":2,"when":{"price":1.5}}],"Untagged":false}`},
		{&order{base: base{"web"}, ID: "x", Note: sfn.TaskToken()}, `{"source":"web","id":"x","lines":null,"note.$":"$$.Task.Token","Untagged":false}`},
		{order{ID: "x"}, `{"id":"x","lines":null,"Untagged":false}`},
		{map[string]any{"o": line{Price: sfn.At("$.p")}}, `{"o":{"price.$":"$.p"}}`},
		{overriding{base: base{"hidden"}, Source: sfn.At("$.s")}, `{"source.$":"$.s","id":null}`},
		{overriding{base: base{"hidden"}, ID: sfn.At("$.id")}, `{"id.$":"$.id"}`},
	} {
		got := render(t, sfn.NewPass("A", sfn.PassProps{Parameters: c.in}))
		if want := `"Parameters":` + c.want; !strings.Contains(got, want) {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	_, err := sfn.Build(sfn.NewPass("A", sfn.PassProps{Parameters: struct{ E func() }{}}))
	if err == nil || !strings.Contains(err.Error(), "SWB30") {
		t.Errorf("a function was rendered: %v", err)
	}
	endless := &round{ID: sfn.At("$.id")}
	endless.round = endless
	if _, err = sfn.Build(sfn.NewPass("A", sfn.PassProps{Parameters: endless})); err == nil {
		t.Error("a struct in itself was rendered")
	}
}
