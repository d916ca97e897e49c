package ordjson_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/ordjson"
)

func Example() {
	v, err := ordjson.Decode([]byte(`{"b": 1.0, "a": [true, null]}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	v.(*ordjson.Object).Set("c", "last")
	fmt.Println(ordjson.String(v))
	// Output: {"b":1.0,"a":[true,null],"c":"last"}
}

func TestDecodeKeepsText(t *testing.T) {
	for _, text := range []string{
		`null`, `0`, `-0`, `1`, `-17`, `1.0`, `1.5`, `1e3`, `1E+2`, `12345678901234567890`, `0.1`, `1e-7`,
		`"é\n\u0001\"\\"`, `[]`, `{}`, `[1,[2,{"z":1,"a":{"y":null}}]]`,
	} {
		v, err := ordjson.DecodeString(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
		} else if got := ordjson.String(v); got != text {
			t.Errorf("%s came back as %s", text, got)
		}
	}
}

func TestDecodeErrorsHavePositions(t *testing.T) {
	for text, want := range map[string]string{
		"{\n  \"a\": tru\n}":  "2:11",
		"":                    "1:1",
		"[1, 2":               "1:6",
		"{} {}":               "1:4",
		"{\"a\":1,\n\"b\" 2}": "2:5",
	} {
		_, err := ordjson.DecodeString(text)
		var syn *ordjson.SyntaxError
		if !errors.As(err, &syn) {
			t.Errorf("%q: %v", text, err)
		} else if got := fmt.Sprintf("%d:%d", syn.Line, syn.Column); got != want {
			t.Errorf("%q: at %s, want %s (%s)", text, got, want, syn.Message)
		}
	}
}

func TestDecodeVisit(t *testing.T) {
	text := []byte("{\"a\": [1, {\"b/c\": true}]}")
	got := map[string][2]int{}
	if _, err := ordjson.DecodeVisit(text, func(p string, k, v int) { got[p] = [2]int{k, v} }); err != nil {
		t.Fatal(err)
	}
	for p, want := range map[string][2]int{"": {0, 0}, "/a": {1, 6}, "/a/0": {7, 7}, "/a/1": {10, 10}, "/a/1/b~1c": {11, 18}} {
		if got[p] != want {
			t.Errorf("%s at %v, want %v", p, got[p], want)
		}
	}
}

func TestFormatFloatAsJavaScript(t *testing.T) {
	for want, f := range map[string]float64{
		"0": math.Copysign(0, -1), "1e+21": 1e21, "100000000000000000000": 1e20, "1e-7": 1e-7, "0.000001": 1e-6, "0.1": 0.1,
		"1.5e-10": 1.5e-10, "5e-324": 5e-324,
	} {
		if got := ordjson.FormatFloat(f); got != want {
			t.Errorf("%v prints as %s, want %s", f, got, want)
		}
	}
}

func TestEqual(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{`1`, `1.0`, true}, {`1e2`, `100`, true}, {`{"a":1,"b":2}`, `{"b":2,"a":1}`, true}, {`[1]`, `[1,2]`, false},
		{`12345678901234567890`, `12345678901234567891`, false}, {`null`, `false`, false}, {`"1"`, `1`, false}, {`[]`, `{}`, false},
	} {
		a, _ := ordjson.DecodeString(c.a)
		b, _ := ordjson.DecodeString(c.b)
		if ordjson.Equal(a, b) != c.want {
			t.Errorf("Equal(%s, %s) is not %v", c.a, c.b, c.want)
		}
	}
}

func TestFrom(t *testing.T) {
	name := "x"
	v, err := ordjson.From(map[string]any{
		"s": struct {
			A int `json:"a"`
		}{1}, "list": []string{"p", "q"}, "p": &name, "n": int64(1) << 60, "raw": json.RawMessage(`{"k":[1]}`), "nilp": (*string)(nil),
	})
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"list":["p","q"],"n":1152921504606846976,"nilp":null,"p":"x","raw":{"k":[1]},"s":{"a":1}}`
	if got := ordjson.String(v); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	cycle := map[string]any{}
	cycle["me"] = cycle
	for _, bad := range []any{math.NaN(), make(chan int), cycle} {
		if _, err := ordjson.From(bad); err == nil {
			t.Errorf("%T was accepted", bad)
		}
	}
}

func TestObjectOverIndexSize(t *testing.T) {
	o := &ordjson.Object{}
	for i := range 30 {
		o.Set(fmt.Sprint("k", i), i)
	}
	o.Delete("k3")
	o.Set("k29", "new")
	if v, _ := o.Get("k29"); v != "new" || o.Len() != 29 || o.At(3).Key != "k4" || o.Has("k3") {
		t.Errorf("bad object: %v", o.Keys())
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{`{"a":[1,2.0,"x"]}`, `[`, `{"a":1,"a":2}`, `-0`, "\"\xff\""} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		v, err := ordjson.Decode(data)
		if err != nil {
			return
		}
		again, err := ordjson.DecodeString(ordjson.String(v))
		if err != nil || !ordjson.Equal(v, again) {
			t.Fatalf("%s does not survive: %v", ordjson.String(v), err)
		}
	})
}

func BenchmarkAppendQuoted(b *testing.B) {
	for _, s := range []string{"Type", "Step 12 of 34", "arn:aws:lambda:us-east-1:111122223333:function:worker"} {
		b.Run(s, func(b *testing.B) {
			var out []byte
			for b.Loop() {
				out = ordjson.AppendQuoted(out[:0], s)
			}
		})
	}
}

// TestQuotedAnywhere puts what cannot stand in a string as it is at every place of texts of every length around eight.
func TestQuotedAnywhere(t *testing.T) {
	for _, special := range []string{"\"", "\\", "\n", "\x00", "\x1f", " ", "\x7f", "é", "\U0001f600", "!", "#", "[", "]"} {
		for n := range 18 {
			for at := range n + 1 {
				want := strings.Repeat("x", at) + special + strings.Repeat("y", n-at)
				var got string
				if err := json.Unmarshal(ordjson.AppendQuoted(nil, want), &got); err != nil || got != want {
					t.Fatalf("%q was read as %q (%v)", want, got, err)
				}
			}
		}
	}
}

func ExampleAround() {
	for p := range ordjson.Around("/States/A/Next") {
		fmt.Printf("%q\n", p)
	}
	// Output:
	// "/States/A/Next"
	// "/States/A"
	// "/States"
	// ""
}
