package asl_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/recorded"
	"github.com/stepwise-go/stepwise/ordjson"
)

func Example() {
	doc, err := asl.Parse("hello.asl.json", []byte(`{
  "StartAt": "Hello",
  "States": {"Hello": {"Type": "Pass", "Result": "hi", "End": true}}
}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	place, _ := doc.Source.PlaceOf("/States/Hello/Result")
	fmt.Println(place)
	text, _ := asl.RenderCompact(doc.Machine)
	fmt.Println(string(text))
	// Output:
	// hello.asl.json:3:40
	// {"StartAt":"Hello","States":{"Hello":{"Type":"Pass","Result":"hi","End":true}}}
}

func TestParseYAML(t *testing.T) {
	doc, err := asl.Parse("hello.yaml", []byte("StartAt: A\nStates:\n  A:\n    Type: Wait\n    Seconds: 1.0\n    End: true\n"))
	if err != nil {
		t.Fatal(err)
	}
	text, _ := asl.RenderCompact(doc.Machine)
	if want := `{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":1.0,"End":true}}}`; string(text) != want {
		t.Errorf("got %s", text)
	}
	if p, _ := doc.Source.PlaceOf("/States/A/Seconds"); p.Line != 5 || p.Column != 5 {
		t.Errorf("Seconds at %v", p)
	}
}

func TestNothingIsLost(t *testing.T) {
	for _, text := range []string{
		`{}`,
		`{"StartAt":1,"States":[],"Comment":"","Other":{"x":1}}`,
		`{"StartAt":"A","States":{"A":{"Type":"Pass","End":false,"Next":null,"InputPath":null,"ResultPath":"$.x","Result":null,"Zap":1}}}`,
		`{"States":{"A":{"Type":"Nope","Next":"B","Comment":"c"},"B":{"Comment":"no type"},"C":{"Type":7}}}`,
		`{"States":{"A":{"Type":"Task","TimeoutSeconds":"{% $t %}","HeartbeatSeconds":1.5,"Retry":[{"ErrorEquals":["a"],"MaxAttempts":0,"BackoffRate":2.0}]}}}`,
		`{"States":{"A":{"Type":"Choice","Choices":[{"And":[{"Variable":"$.a","IsPresent":true,"IsNull":false}],"Next":"A"},{"Condition":"{% true %}","Next":"A"}]}}}`,
		`{"States":{"A":{"Type":"Parallel","Branches":[{"StartAt":"X","States":{"X":{"Type":"Succeed"}}},7],"Retry":{}}}}`,
		`{"States":{"A":{"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","Y":1},"StartAt":"X","States":{}},"ItemReader":{"ReaderConfig":{"CSVHeaders":["a"],"MaxItems":5}}}}}`,
	} {
		roundTrip(t, text, []byte(text))
	}
}

func TestRecordedDefinitionsComeBack(t *testing.T) {
	type definition struct {
		ID         string
		Definition json.RawMessage
	}
	n := 0
	for _, c := range recorded.Cases[definition](t, "*.json") {
		if len(c.Definition) > 0 && c.Definition[0] == '{' {
			roundTrip(t, c.ID, c.Definition)
			n++
		}
	}
	t.Logf("%d definitions", n)
}

func roundTrip(t *testing.T, name string, text []byte) {
	t.Helper()
	doc, err := asl.Parse("x.json", text)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	want, _ := ordjson.Decode(text)
	out, err := asl.Render(doc.Machine)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	got, err := ordjson.Decode(out)
	if err != nil || !ordjson.Equal(got, want) {
		t.Errorf("%s: came back as\n%s", name, out)
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ file, text, want, place string }{
		{"bad.json", "[1]", "a state machine definition is an object, but this is an array", "1:1"},
		{"bad.json", "{\"StartAt\": \"A\",\n}", "not readable as JSON: there is a comma before }", "2:1"},
		{"bad.json", "{\"StartAt\" \"A\"}", "not readable as JSON: a colon is missing before this", "1:12"},
		{"bad.json", "{'StartAt': 1}", "not readable as JSON: text stands in double quotes, not in single ones", "1:2"},
		{"bad.json", "{\n // note\n}", "not readable as JSON: JSON has no comments: remove it, or use YAML", "2:2"},
		{"bad.json", "{\"a\": \u201cb\u201d}", "not readable as JSON: text stands in straight double quotes, not in \u201c", "1:7"},
		{"bad.json", "{\"a\": 1 \"b\": 2}", "not readable as JSON: a comma is missing before this", "1:9"},
		{"bad.json", "{\"a\": \"b\nc\"}", `not readable as JSON: there is a character in a text that has to be escaped: '\n'`, "1:9"},
		{"bad.json", "{\"a\": {", "not readable as JSON: the text ends too early: something is not closed", "1:8"},
		{"bad.json", " \n ", "not readable as JSON: the text is empty", "2:2"},
		{"bad.json", "{\"a\": \"\xe9\"}", "not readable as JSON: a character is not UTF-8", "1:8"},
		{"bad.json", "\xff\xfe{\x00}\x00", "not readable as JSON: the text is UTF-16: save it as UTF-8", "1:1"},
		{"bad.json", "\x00{\x00\"\x00a", "not readable as JSON: the text is UTF-16: save it as UTF-8", "1:1"},
		{"bad.json", "\x00\x01\x02\xff\xfe\x03", "not readable as JSON: this is binary data, not text", "1:1"},
		{"bad.yaml", "a:\n\tb: 1", "not readable as YAML: a line is indented with a tab: YAML takes spaces only", "2:1"},
		{"bad.yaml", "StartAt: A\n---\nStartAt: B", "not readable as YAML: a second document begins: only one is read", "3:1"},
		{"bad.yaml", "a: &a [*a]", "not readable as YAML: aliases repeat too much", "1:4"},
	} {
		_, err := asl.Parse(c.file, []byte(c.text))
		var list *diag.ErrorList
		if !errors.As(err, &list) {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		d := list.Diagnostics[0]
		if d.Code != "SW001" || d.Summary != c.want || d.Place.String() != c.file+":"+c.place {
			t.Errorf("%q:\n got %s %s at %s\nwant %s at %s", c.text, d.Code, d.Summary, d.Place, c.want, c.place)
		}
	}
	doc, err := asl.Parse("bom.json", []byte("\ufeff{\"StartAt\": \"A\",\n\"States\": {}}"))
	if place, ok := doc.Source.PlaceOf("/States"); err != nil || !ok || place.Line != 2 || place.Column != 1 {
		t.Errorf("byte order mark: %v, States at %s", err, place)
	}
	doc, err = asl.Parse("chars.json", []byte(`{"Comment": "für", "StartAt": "A"}`))
	if place, _ := doc.Source.PlaceOf("/StartAt"); err != nil || place.Column != 20 {
		t.Errorf("columns are characters: %v, %s", err, place)
	}
	// What an alias or a merge repeats is no duplicate, and stands where it is repeated.
	doc, err = asl.Parse("alias.yaml", []byte("StartAt: A\nStates:\n  A: &a {Type: Pass, Next: B}\n  B:\n    <<: *a\n    Next: C\n  C: *a\n---\n"))
	if place, _ := doc.Source.PlaceOf("/States/C"); err != nil || len(doc.Problems) > 0 || place.Line != 7 {
		t.Errorf("alias: %v, %v, C at %s", err, doc.Problems, place)
	}
	if b, ok := doc.Machine.States.Get("B").(*asl.Pass); !ok || b.Next != "C" {
		t.Errorf("merge: %+v", doc.Machine.States.Get("B"))
	}
	doc, err = asl.Parse("twice.json", []byte("{\"States\": {\n\"A\": {\"Type\": \"Succeed\"},\n\"A\": {\"Type\": \"Fail\"}}}"))
	if err != nil || len(doc.Problems) != 1 || doc.Problems[0].Place.Line != 3 || doc.Problems[0].Related[0].Place.Line != 2 {
		t.Errorf("duplicate key: %v %+v", err, doc)
	}
}

func TestOperators(t *testing.T) {
	if len(asl.Operators) != 39 {
		t.Errorf("%d operators, the language has 39", len(asl.Operators))
	}
	if o, ok := asl.OperatorByName("TimestampLessThanEqualsPath"); !ok || o.Operand != asl.OperandPath || o.Compares != asl.OperandTimestamp {
		t.Errorf("got %+v", o)
	}
}

func TestWalk(t *testing.T) {
	doc, err := asl.Parse("x", []byte(`{"QueryLanguage":"JSONata","StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[{"StartAt":"M",
		"States":{"M":{"Type":"Map","Catch":[{"ErrorEquals":["States.ALL"],"Next":"S"}],"Next":"S","ItemProcessor":{"StartAt":"T","States":{"T":{"Type":"Task","QueryLanguage":"JSONPath"}}}},"S":{"Type":"Succeed"}}}]}}}`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	asl.Walk(doc.Machine, func(p *asl.Place) {
		got = append(got, fmt.Sprint(p.Pointer, " ", p.Path(), " ", p.Language, " ", p.Scope.Depth(), " ", len(asl.Edges(p.State))))
	})
	want := []string{
		`/States/P Parallel "P" JSONata 0 0`,
		`/States/P/Branches/0/States/M Parallel "P" > Map "M" JSONata 1 2`,
		`/States/P/Branches/0/States/S Parallel "P" > Succeed "S" JSONata 1 0`,
		`/States/P/Branches/0/States/M/ItemProcessor/States/T Parallel "P" > Map "M" > Task "T" JSONPath 2 0`,
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got\n%v\nwant\n%v", got, want)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("a.json", []byte(`{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Not":{"Variable":"$"}}]}}}`))
	f.Add("a.yaml", []byte("StartAt: &a A\nStates: {A: {Type: Pass, Next: *a}}"))
	f.Add("a.json", []byte(`[`))
	f.Fuzz(func(t *testing.T, name string, text []byte) {
		doc, err := asl.Parse(name, text)
		if err != nil {
			return
		}
		out, err := asl.Render(doc.Machine)
		if err != nil {
			t.Fatalf("parsed but not rendered: %v", err)
		}
		again, err := asl.Parse("x.json", out)
		if err != nil || !ordjson.Equal(again.Machine.JSON(), doc.Machine.JSON()) {
			t.Fatalf("does not survive: %v\n%s", err, out)
		}
	})
}

func TestSetFields(t *testing.T) {
	task := &asl.Task{Resource: "r", Parameters: asl.ValueOf(nil), TimeoutSeconds: asl.IntOf(0), Flow: asl.Flow{End: true}}
	task.ResultPath = asl.Null
	want := asl.FieldsNamed(task, "Resource", "Parameters", "TimeoutSeconds", "ResultPath", "End")
	if got := asl.SetFields(task); got != want {
		t.Errorf("got %b, want %b", got, want)
	}
	for _, f := range asl.Fields(task) {
		if set := want&asl.FieldsNamed(task, f.Name) != 0; set != asl.HasField(task, f.Name) {
			t.Errorf("%s: HasField gives %v", f.Name, !set)
		}
	}
	if asl.SetFields((*asl.Task)(nil)) != 0 || asl.SetFields(1) != 0 || asl.FieldsNamed(nil, "Resource") != 0 || asl.FieldsNamed(task, "Nothing") != 0 {
		t.Error("there are fields where there are none")
	}
	for _, part := range []any{&asl.Map{}, &asl.Task{}, &asl.Rule{}, &asl.ReaderConfig{}} {
		if n := len(asl.Fields(part)); n > 64 {
			t.Errorf("%T has %d fields: a FieldSet holds 64", part, n)
		}
	}
}
