package template_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stepwise-go/stepwise/asl/intrinsic"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/asl/template"
	"github.com/stepwise-go/stepwise/ordjson"
)

func decode(t testing.TB, text string) any {
	t.Helper()
	v, err := ordjson.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func env(t testing.TB) *intrinsic.Env {
	return &intrinsic.Env{Roots: jsonpath.Roots{
		Input:     decode(t, `{"a": 1, "list": [1, 2], "null": null, "name": "Ann"}`),
		Context:   decode(t, `{"Execution": {"Name": "run"}}`),
		Variables: jsonpath.VariableMap{"v": decode(t, `{"x": [7]}`)},
	}}
}

func TestRender(t *testing.T) {
	cases := []struct{ source, want string }{
		{`{}`, `{}`},
		{`"$.a"`, `"$.a"`},
		{`{"b":"$.a","c":[1.0,{"d":null}]}`, `{"b":"$.a","c":[1.0,{"d":null}]}`},
		{`{"b.$":"$.a","c":2}`, `{"b":1,"c":2}`},
		{`{"z":1,"a.$":"$.list","m":{"k.$":"$$.Execution.Name"}}`, `{"z":1,"a":[1,2],"m":{"k":"run"}}`},
		{`{"a":[{"b.$":"$.a"},3,[{"c.$":"$v.x[0]"}]]}`, `{"a":[{"b":1},3,[{"c":7}]]}`},
		{`{"m.$":"States.Format('Hi {}', $.name)"}`, `{"m":"Hi Ann"}`},
		{`{"m.$":"$.none[*]","n.$":"$.null","o.$":"$.list[1:]"}`, `{"m":[],"n":null,"o":[2]}`},
		{`{"m.$":"$.list[5]"}`, `{"m":null}`},
		{`{"m":1,"m.$":"$.a"}`, `{"m":1}`},
		{`{".$":"$.a"}`, `{"":1}`},
		{`{"a.$.b":"$.a"}`, `{"a.$.b":"$.a"}`},
	}
	e := env(t)
	for _, c := range cases {
		compiled, err := template.Compile(decode(t, c.source))
		if err != nil {
			t.Errorf("%s: %v", c.source, err)
			continue
		}
		got, err := compiled.Render(e)
		if err != nil || ordjson.String(got) != c.want {
			t.Errorf("%s = %s, %v", c.source, ordjson.String(got), err)
		}
	}
}

func TestRenderErrors(t *testing.T) {
	cases := []struct{ source, field, pointer, name, cause string }{
		{`{"a.$":"$.none"}`, "a.$", "/a.$", "States.Runtime",
			`The JSONPath '$.none' specified for the field 'a.$' could not be found in the input '{"a":1,"list":[1,2],"null":null,"name":"Ann"}'`},
		{`{"x/y":[{"b.$":"$$.Execution.None"}]}`, "b.$", "/x~1y/0/b.$", "States.Runtime",
			`The JSONPath '$$.Execution.None' specified for the field 'b.$' could not be found in the input '{"Execution":{"Name":"run"}}'`},
		{`{"a.$":"States.Array($.none)"}`, "a.$", "/a.$", "States.Runtime",
			`The function 'States.Array($.none)' had the following error: The JsonPath argument for the field '$.none' could not be found in the input '{"a":1,"list":[1,2],"null":null,"name":"Ann"}'`},
		{`{"a.$":"States.ArrayGetItem($.list, 2)"}`, "a.$", "/a.$", "States.Runtime",
			`The function 'States.ArrayGetItem($.list, 2)' had the following error: The index 2 is out of bounds for an array of 2 elements`},
		{`{"a.$":"$.list[5].x"}`, "a.$", "/a.$", "States.Runtime", ""},
		{`{"a.$":"$.list.length()"}`, "a.$", "/a.$", "States.Runtime", ""},
		{`{"a.$":"$w"}`, "a.$", "/a.$", "States.Runtime", ""},
	}
	for _, c := range cases {
		compiled, err := template.Compile(decode(t, c.source))
		if err != nil {
			t.Errorf("%s: %v", c.source, err)
			continue
		}
		_, err = compiled.Render(env(t))
		e, ok := err.(*template.RenderError)
		if !ok || e.Field != c.field || e.Pointer != c.pointer || e.Name != c.name || c.cause != "" && e.Cause != c.cause {
			t.Errorf("%s: %+v", c.source, err)
		}
	}
}

func TestCompileErrors(t *testing.T) {
	problems := template.Check(decode(t, `{
		"a.$": "x", "b.$": ["$.a"], "c": [{"d.$": "$.e["}], "f.$": "States.Nope()", "g.$": {}, "ok.$": "$.a", "h.$": 1
	}`))
	want := []string{
		"/a.$ 1 The value for the field 'a.$' must be a valid JSONPath or a valid intrinsic function call",
		"/b.$ 0 The value for the field 'b.$' must be a STRING that contains a JSONPath but was an ARRAY",
		"/c/0/d.$ 5 The value for the field 'd.$' must be a valid JSONPath or a valid intrinsic function call",
		"/f.$ 1 The value for the field 'f.$' must be a valid JSONPath or a valid intrinsic function call",
		"/g.$ 0 The value for the field 'g.$' must be a STRING that contains a JSONPath but was an OBJECT",
		"/h.$ 0 The value for the field 'h.$' must be a STRING that contains a JSONPath but was a NUMBER",
	}
	var got []string
	for _, p := range problems {
		got = append(got, fmt.Sprintf("%s %d %s", p.Pointer, p.Column, p.Message))
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	_, err := template.Compile(decode(t, `{"a.$": "x", "b.$": "y"}`))
	if err == nil || strings.Count(err.Error(), "\n") != 1 {
		t.Errorf("%v", err)
	}
}

func TestMembersAndVariables(t *testing.T) {
	compiled, err := template.Compile(decode(t, `{"a.$": "$v.x", "b": [{"c.$": "States.Array($w, $v, $.x)"}], "d.$": "$$.a"}`))
	if err != nil {
		t.Fatal(err)
	}
	var text []string
	for _, m := range compiled.Members() {
		text = append(text, m.Pointer+"="+m.Expr.String())
	}
	if got := strings.Join(text, " "); got != "/a.$=$v.x /b/0/c.$=States.Array($w, $v, $.x) /d.$=$$.a" {
		t.Error(got)
	}
	if got := strings.Join(compiled.Variables(), " "); got != "v w" {
		t.Error(got)
	}
}

func TestConstantPartsAreShared(t *testing.T) {
	source := decode(t, `{"a": {"b": 1}, "c.$": "$.a"}`)
	compiled, err := template.Compile(source)
	if err != nil {
		t.Fatal(err)
	}
	got, err := compiled.Render(env(t))
	if err != nil {
		t.Fatal(err)
	}
	before, _ := source.(*ordjson.Object).Get("a")
	after, _ := got.(*ordjson.Object).Get("a")
	if before != after {
		t.Error("a constant part was copied")
	}
}

func TestConcurrentUse(t *testing.T) {
	compiled, err := template.Compile(decode(t, `{"a.$": "States.Format('{}', $.a)", "b": [{"c.$": "$.list[*]"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	e := env(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if got, err := compiled.Render(e); err != nil || ordjson.String(got) != `{"a":"1","b":[{"c":[1,2]}]}` {
					t.Error(ordjson.String(got), err)
				}
			}
		})
	}
	wg.Wait()
}

func FuzzTemplate(f *testing.F) {
	f.Add(`{"a.$": "$.b", "c": [{"d.$": "States.Array($.b, 1)"}]}`, `{"b": 1}`)
	f.Add(`{"a.$": 1, "b.$": "x"}`, `[]`)
	f.Fuzz(func(t *testing.T, source, doc string) {
		s, errS := ordjson.DecodeString(source)
		d, errD := ordjson.DecodeString(doc)
		if errS != nil || errD != nil || len(source)+len(doc) > 2000 || strings.Count(source, "..") > 3 {
			return
		}
		compiled, err := template.Compile(s)
		if (err != nil) != (len(template.Check(s)) > 0) {
			t.Fatalf("Compile says %v, Check %v", err, template.Check(s))
		}
		if err == nil {
			_, _ = compiled.Render(&intrinsic.Env{Roots: jsonpath.Roots{Input: d, Context: d}})
		}
	})
}

func BenchmarkRender(b *testing.B) {
	compiled, err := template.Compile(decode(b, `{"id.$": "$.a", "text.$": "States.Format('Hi {}', $.name)", "fixed": {"x": 1}}`))
	if err != nil {
		b.Fatal(err)
	}
	e := env(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := compiled.Render(e); err != nil {
			b.Fatal(err)
		}
	}
}

func Example() {
	parameters, _ := ordjson.DecodeString(`{"fixed": true, "id.$": "$.order.id", "text.$": "States.Format('Order {}', $.order.id)"}`)
	input, _ := ordjson.DecodeString(`{"order": {"id": 7}}`)
	t, err := template.Compile(parameters)
	if err != nil {
		fmt.Println(err)
		return
	}
	payload, err := t.Render(&intrinsic.Env{Roots: jsonpath.Roots{Input: input}})
	fmt.Println(ordjson.String(payload), err)
	// Output: {"fixed":true,"id":7,"text":"Order 7"} <nil>
}

func ExampleCheck() {
	source, _ := ordjson.DecodeString(`{"id.$": "order.id"}`)
	for _, problem := range template.Check(source) {
		fmt.Println(problem.Pointer, problem)
	}
	// Output: /id.$ The value for the field 'id.$' must be a valid JSONPath or a valid intrinsic function call: expected a path, which starts with $, or an intrinsic function, which starts with States.
}
