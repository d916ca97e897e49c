package intrinsic_test

import (
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/stepwise-go/stepwise/asl/intrinsic"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/ordjson"
)

const input = `{
	"name": "Ann", "template": "Hi {}, {}!", "n": 3, "half": -2.5, "f": 1.1, "exact": 1.10, "null": null, "yes": true,
	"list": [1, 2, 3, 4, 5], "mixed": [1, "1", 1.0, null, null, {"a": 1}, {"a": 1}, [1], [1], true],
	"object": {"a": 1, "b": ["x", null], "c": {}}, "csv": "a,b;;c", "json": "{\"b\": 1, \"a\": 2}", "long": ""
}`

func env(t testing.TB) *intrinsic.Env {
	t.Helper()
	decode := func(text string) any {
		v, err := ordjson.DecodeString(text)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	doc := decode(input).(*ordjson.Object)
	doc.Set("long", strings.Repeat("ü", intrinsic.MaxCharacters))
	doc.Set("longer", strings.Repeat("ü", intrinsic.MaxCharacters+1))
	return &intrinsic.Env{
		Roots: jsonpath.Roots{
			Input:     doc,
			Context:   decode(`{"Execution": {"Name": "run"}}`),
			Variables: jsonpath.VariableMap{"v": decode(`{"items": [7, 8]}`)},
		},
		Rand: func() float64 { return 0.5 },
	}
}

func TestEval(t *testing.T) {
	e := env(t)
	cases := []struct{ call, want string }{
		{"States.Array()", `[]`},
		{"States.Array('a', 1, -1.5e2, true, false, null, $.n, States.Array(1))", `["a",1,-1.5e2,true,false,null,3,[1]]`},
		{"States.ArrayPartition($.list, 2)", `[[1,2],[3,4],[5]]`},
		{"States.ArrayPartition($.list, 1.5)", `[[1,2],[3,4],[5]]`},
		{"States.ArrayPartition($.list, 9)", `[[1,2,3,4,5]]`},
		{"States.ArrayPartition(States.Array(), 2)", `[]`},
		{"States.ArrayContains($.list, 3.0)", `true`},
		{"States.ArrayContains($.list, '3')", `false`},
		{"States.ArrayContains($.mixed, $.null)", `true`},
		{"States.ArrayRange(1, 9, 2)", `[1,3,5,7,9]`},
		{"States.ArrayRange(5, 1, -2)", `[5,3,1]`},
		{"States.ArrayRange(5, 1, 2)", `[]`},
		{"States.ArrayRange(9223372036854775806, 9223372036854775807, 5)", `[9223372036854775806]`},
		{"States.ArrayGetItem($.list, 4)", `5`},
		{"States.ArrayLength($.list)", `5`},
		{"States.ArrayLength($.none[*])", `0`},
		{"States.ArrayUnique($.mixed)", `[1,"1",null,{"a":1},[1],true]`},
		{"States.Base64Encode('Data to encode')", `"RGF0YSB0byBlbmNvZGU="`},
		{"States.Base64Encode('')", `""`},
		{"States.Base64Decode('RGF0YSB0byBlbmNvZGU=')", `"Data to encode"`},
		{"States.Base64Decode('RGF0YSB0byBlbmNvZGU')", `"Data to encode"`},
		{"States.Hash('input data', 'MD5')", `"812f45842bc6d66ee14572ce20db8e86"`},
		{"States.Hash('input data', 'SHA-1')", `"aaff4a450a104cd177d28d18d74485e8cae074b7"`},
		{"States.JsonMerge($.object, States.StringToJson('{\"a\": 2, \"d\": 3}'), false)", `{"a":2,"b":["x",null],"c":{},"d":3}`},
		{"States.StringToJson($.json)", `{"b":1,"a":2}`},
		{"States.StringToJson(' ')", `null`},
		{"States.JsonToString($.object)", `"{\"a\":1,\"b\":[\"x\",null],\"c\":{}}"`},
		{"States.JsonToString($$.Execution)", `"{\"Name\":\"run\"}"`},
		{"States.MathAdd(111, -1)", `110`},
		{"States.MathAdd($.half, 0)", `-2`},
		{"States.MathAdd(1.49, 1.5)", `3`},
		{"States.MathAdd(-1.5, -1.51)", `-3`},
		{"States.MathAdd(9007199254740993, 0)", `9007199254740993`},
		{"States.MathRandom(10, 20)", `15`},
		{"States.MathRandom(1.4, 2.4)", `1`},
		{"States.MathRandom(0, 10000000, 42)", `7275636`},
		{"States.StringSplit($.csv, ',;')", `["a","b","c"]`},
		{"States.StringSplit('', ',')", `[]`},
		{"States.StringSplit('abc', '')", `["abc"]`},
		{"States.UUID()", `"80000000-8000-4000-8000-000080000000"`},
		{"States.Format('plain')", `"plain"`},
		{"States.Format('{} {} {} {} {}', $.name, $.n, $.f, $.null, $.yes)", `"Ann 3 1.1 null true"`},
		{"States.Format($.template, $.name, 1)", `"Hi Ann, 1!"`},
		{`States.Format('\{\} {} \'q\' \\ {x}', 1)`, `"{} 1 'q' \\ {x}"`},
		{"States.Format('{}', $.object)", `"{a=1, b=[x, null], c={}}"`},
		{"States.Format('{}-{}', States.Format('<{}>', $v.items[0]), $$.Execution.Name)", `"<7>-run"`},
		{" States.Format ( 'a' ) \n", `"a"`},
		{"States.ArrayGetItem(States.StringSplit(States.Format('{}/b', $.name), '/'), 0)", `"Ann"`},
		{"States.ArrayLength($.list[?(@.x == ',' || @.y == ')')])", `0`},
	}
	for _, c := range cases {
		call, err := intrinsic.Parse(c.call)
		if err != nil {
			t.Errorf("%s: %v", c.call, err)
			continue
		}
		got, err := call.Eval(e)
		if err != nil || ordjson.String(got) != c.want {
			t.Errorf("%s = %s, %v, want %s", c.call, ordjson.String(got), err, c.want)
		}
	}
}

func TestEvalErrors(t *testing.T) {
	e := env(t)
	cases := []struct{ call, name, text string }{
		{"States.Format('{}', $.nope)", "States.Runtime", "The JsonPath argument for the field '$.nope' could not be found in the input '{"},
		{"States.Format('{}', States.Format('{}', $$.nope))", "States.Runtime",
			`'States.Format('{}', States.Format('{}', $$.nope))' had the following error: The JsonPath argument for the field '$$.nope' could not be found in the input '{"Execution":{"Name":"run"}}'`},
		{"States.Format('{}', $.list[5])", "States.Runtime", "'$.list[5]' could not be found"},
		{"States.Format('{}', $w)", "States.Runtime", "'$w' could not be found"},
		{"States.Format('{} {}', 1)", "States.Runtime", "2 occurrences of {} for 1 arguments"},
		{"States.Format($.n, 1)", "States.Runtime", "The argument template must be a string, found a number"},
		{"States.ArrayLength($.name)", "States.Runtime", "must be an array, found a string"},
		{"States.ArrayLength($.null)", "States.Runtime", "must be an array, found null"},
		{"States.ArrayPartition($.list, 0)", "States.Runtime", "greater than zero"},
		{"States.ArrayRange(1, 1000, 1)", "", ""},
		{"States.ArrayRange(0, 1000, 1)", "States.Runtime", "more than 1000"},
		{"States.ArrayRange(0, 1000, 0)", "States.Runtime", "not be zero"},
		{"States.ArrayRange(0, 0, 0.4)", "States.Runtime", "not be zero"},
		{"States.ArrayGetItem($.list, 5)", "States.Runtime", "index 5"},
		{"States.ArrayGetItem($.list, -1)", "States.Runtime", "index -1"},
		{"States.Base64Encode($.long)", "", ""},
		{"States.Base64Encode($.longer)", "States.Runtime", "more than 10000"},
		{"States.Base64Decode('!')", "States.Runtime", "Base64"},
		{"States.Hash($.longer, 'MD5')", "States.Runtime", "more than 10000"},
		{"States.Hash($.null, 'MD5')", "States.Runtime", "null"},
		{"States.Hash('x', $.name)", "States.Runtime", "'Ann'"},
		{"States.JsonMerge($.object, $.object, $.yes)", "States.Runtime", "shallow"},
		{"States.JsonMerge($.object, $.list, false)", "States.Runtime", "an object, found an array"},
		{"States.StringToJson('{')", "States.Runtime", "not valid JSON"},
		{"States.MathAdd($.name, 1)", "States.Runtime", "a number, found a string"},
		{"States.MathAdd(9223372036854775807, 1)", "States.Runtime", "out of range"},
		{"States.MathRandom(2, 2)", "States.Runtime", "less than"},
	}
	for _, c := range cases {
		call, err := intrinsic.Parse(c.call)
		if err != nil {
			t.Errorf("%s: %v", c.call, err)
			continue
		}
		_, err = call.Eval(e)
		if c.name == "" {
			if err != nil {
				t.Errorf("%s: %v", c.call, err)
			}
			continue
		}
		failed, ok := err.(*intrinsic.Error)
		if !ok || failed.Name() != c.name || !strings.Contains(failed.Error(), c.text) ||
			!strings.HasPrefix(failed.Error(), "The function '"+c.call+"' had the following error: ") {
			t.Errorf("%s: %v", c.call, err)
		}
	}
}

func TestChance(t *testing.T) {
	if _, err := intrinsic.MustParse("States.UUID()").Eval(&intrinsic.Env{}); err == nil {
		t.Error("a UUID without a source")
	}
	if _, err := intrinsic.MustParse("States.MathRandom(1, 2)").Eval(&intrinsic.Env{}); err == nil {
		t.Error("a random number without a source")
	}
	given, err := intrinsic.MustParse("States.UUID()").Eval(&intrinsic.Env{UUID: func() string { return "id" }})
	if err != nil || given != "id" {
		t.Error(given, err)
	}
	made, _ := intrinsic.MustParse("States.UUID()").Eval(&intrinsic.Env{Rand: func() float64 { return 0.999999999999 }})
	if !regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`).MatchString(made.(string)) {
		t.Error(made)
	}
	call := intrinsic.MustParse("States.MathRandom(0, 999, 3)")
	first, _ := call.Eval(&intrinsic.Env{})
	for range 5 {
		if again, _ := call.Eval(&intrinsic.Env{}); again != first {
			t.Errorf("%v after %v for one seed", again, first)
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	e := env(t)
	call := intrinsic.MustParse("States.Format('{} {}', States.ArrayLength($.list), States.MathRandom(0, 9, 1))")
	want, err := call.Eval(e)
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if got, err := call.Eval(e); err != nil || got != want {
					t.Error(got, err)
				}
			}
		})
	}
	wg.Wait()
}

func BenchmarkEval(b *testing.B) {
	e := env(b)
	for _, text := range []string{
		"States.ArrayLength($.list)", "States.Format('Hello {}, you are {}', $.name, $.n)", "States.Hash($.name, 'SHA-256')",
	} {
		call := intrinsic.MustParse(text)
		b.Run(call.Function().Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := call.Eval(e); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := intrinsic.Parse("States.Format('Hello {}, you are {}', $.name, States.MathAdd($.n, 1))"); err != nil {
			b.Fatal(err)
		}
	}
}
