package intrinsic_test

import (
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl/intrinsic"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/ordjson"
)

func TestSyntaxErrors(t *testing.T) {
	cases := []struct {
		text   string
		column int
		part   string
	}{
		{"", 1, "name of a function"},
		{"Format('x')", 1, "name of a function"},
		{"States.Formt('x')", 1, "did you mean States.Format?"},
		{"States.format('x')", 1, "did you mean States.Format?"},
		{"States.Nothing('x')", 1, "no intrinsic function"},
		{"States.UUID", 12, "expected ("},
		{"States.UUID(", 13, "expected a string"},
		{"States.UUID() x", 15, "nothing after"},
		{"States.UUID()[0]", 14, "nothing after"},
		{"States.UUID(1)", 1, "takes no arguments, found 1"},
		{"States.Format()", 1, "takes at least 1 argument, found 0"},
		{"States.MathRandom(1)", 1, "takes 2 to 3 arguments, found 1"},
		{"States.Hash('x')", 1, "takes 2 arguments, found 1"},
		{"States.Array(1,)", 16, "expected a string"},
		{"States.Array(1 2)", 16, "expected , or )"},
		{"States.Array(abc)", 14, "expected a string"},
		{"States.Array(01)", 14, "expected a string"},
		{"States.Array(\"x\")", 14, "single quotes"},
		{"States.Array('x)", 14, "not closed"},
		{`States.Array('a\"b')`, 16, `\ can only stand before`},
		{`States.Array('a\nb')`, 16, `\ can only stand before`},
		{`States.Array('a\`, 16, `\ can only stand before`},
		{"States.Array($.)", 16, "ends with a dot"},
		{"States.Array($.a[)", 18, "found \")\""},
		{"States.Array(1, States.Nope())", 17, "no intrinsic function"},
		{"States.StringToJson(1)", 21, "must be a string, found a number"},
		{"States.ArrayLength('x')", 20, "must be an array, found a string"},
		{"States.ArrayLength(States.UUID())", 20, "must be an array, found a string"},
		{"States.MathAdd('1', 2)", 16, "must be a number"},
		{"States.JsonMerge($.a, $.b, true)", 28, "must be false"},
		{"States.Hash($.a, 'SHA-3')", 18, "no algorithm"},
		{strings.Repeat("States.Array(", 200), 0, "too deeply"},
	}
	for _, c := range cases {
		_, err := intrinsic.Parse(c.text)
		e, ok := err.(*intrinsic.SyntaxError)
		if !ok || c.column != 0 && e.Column != c.column || !strings.Contains(e.Message, c.part) || e.Text != c.text {
			t.Errorf("%s: %+v", c.text, err)
		}
	}
}

func TestNotes(t *testing.T) {
	for text, part := range map[string]string{
		"States.Format('{}', 1)":                                      "",
		"States.Format('{}')":                                         "1 {} for 0 further arguments",
		"States.ArrayLength($.list.keys())":                           "no path functions",
		strings.Repeat("States.Array(", 11) + strings.Repeat(")", 11): "11 functions",
	} {
		notes := intrinsic.MustParse(text).Notes()
		if part == "" && len(notes) > 0 || part != "" && (len(notes) != 1 || !strings.Contains(notes[0].Message, part)) {
			t.Errorf("%s: %v", text, notes)
		}
	}
	if n := intrinsic.MustParse("States.Format('{}', $.x.y())").Notes(); len(n) != 1 || n[0].Column != 25 {
		t.Error(n)
	}
}

func TestPathsAndWalk(t *testing.T) {
	call := intrinsic.MustParse("States.Format('{} {}', $.a, States.JsonToString($$.b))")
	var paths, names []string
	for _, p := range call.Paths() {
		paths = append(paths, p.String())
	}
	call.Walk(func(c *intrinsic.Call) { names = append(names, c.Function().Name) })
	if strings.Join(paths, " ") != "$.a $$.b" || strings.Join(names, " ") != "States.Format States.JsonToString" {
		t.Error(paths, names)
	}
	if arg := call.Args()[2]; arg.Call.String() != "States.JsonToString($$.b)" || arg.Column != 29 {
		t.Errorf("%+v", arg)
	}
}

func TestTable(t *testing.T) {
	all := intrinsic.Functions()
	if len(all) != 18 {
		t.Errorf("%d functions", len(all))
	}
	for _, f := range all {
		if f.Doc == "" || !strings.HasPrefix(f.URL, "https://docs.aws.amazon.com/") || !strings.HasPrefix(f.Name, intrinsic.Prefix) {
			t.Errorf("%+v", f)
		}
		if found, ok := intrinsic.Lookup(f.Name); !ok || found.Signature() != f.Signature() {
			t.Errorf("%s is not found", f.Name)
		}
	}
	if f, _ := intrinsic.Lookup("States.MathRandom"); f.Signature() != "States.MathRandom(start, end, [seed])" {
		t.Error(f.Signature())
	}
}

func FuzzIntrinsic(f *testing.F) {
	for _, text := range []string{
		`States.Format('\{{}\'', $.a)`, "States.Array(1, -2.5e3, true, null, $$.x, $v.y[0], States.UUID())",
		"States.ArrayRange(1, 9, 2)", "States.MathRandom(-9223372036854775808, 9223372036854775807, 1)",
		"States.ArrayPartition(States.ArrayRange(0, 99, 1), 7)", "States.Base64Decode('AAAA')", "States.StringToJson('[1]')",
		"States.JsonMerge(States.StringToJson('{}'), $.o, false)", "States.ArrayUnique($.a[*])", "States.Hash($, 'MD5')",
	} {
		f.Add(text, `{"a": [1, "x", {"b": 2}], "o": {}}`)
	}
	f.Fuzz(func(t *testing.T, text, doc string) {
		call, err := intrinsic.Parse(text)
		if err != nil {
			if e := err.(*intrinsic.SyntaxError); e.Column < 1 || e.Column > len(text)+1 {
				t.Errorf("%q: column %d", text, e.Column)
			}
			return
		}
		v, err := ordjson.DecodeString(doc)
		if err != nil || len(doc) > 1000 || strings.Count(text, "..") > 4 {
			return
		}
		e := &intrinsic.Env{Roots: jsonpath.Roots{Input: v, Context: v}, Rand: func() float64 { return 0.99 }}
		got, err := call.Eval(e)
		if err == nil && !strings.Contains(ordjson.String(got), "<") {
			if _, err := ordjson.Encode(got); err != nil {
				t.Errorf("%q: %v", text, err)
			}
		}
		if _, err := intrinsic.Parse(call.String()); err != nil {
			t.Errorf("%q does not read back: %v", call.String(), err)
		}
	})
}
