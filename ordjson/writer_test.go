package ordjson_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/stepwise-go/stepwise/ordjson"
)

func ExampleWriter() {
	w := ordjson.NewWriter("  ")
	w.Open('{')
	w.Key("names")
	w.Open('[')
	w.Item()
	w.String("a")
	w.Item()
	w.Value(ordjson.NewObject())
	w.Close(']')
	w.Close('}')
	text, err := w.Bytes()
	fmt.Println(string(text), err)
	// Output:
	// {
	//   "names": [
	//     "a",
	//     {}
	//   ]
	// } <nil>
}

func TestCounter(t *testing.T) {
	for _, text := range []string{`null`, `[]`, `{}`, `"a\"\n\u0001é"`, `{"a":[1,2.5,{"b":[[],{}]},true],"ü":"x"}`, `[1e300,-0.1,12345678901234567890]`} {
		v, err := ordjson.DecodeString(text)
		if err != nil {
			t.Fatal(err)
		}
		for name, w := range map[string]*ordjson.Writer{"counter": ordjson.NewCounter(), "pretty": ordjson.NewWriter("\t")} {
			w.Value(v)
			if n, err := w.Size(); err != nil || n != len(ordjson.String(v)) {
				t.Errorf("%s, %s: counted %d bytes, want %d (%v)", name, text, n, len(ordjson.String(v)), err)
			}
		}
	}
}

func TestWriterEnds(t *testing.T) {
	o := ordjson.NewObject()
	o.Set("other", struct{}{})
	o.Set("self", []any{o})
	for name, w := range map[string]*ordjson.Writer{"compact": {}, "pretty": ordjson.NewWriter(" "), "counter": ordjson.NewCounter()} {
		w.Value(o)
		if _, err := w.Size(); !errors.Is(err, ordjson.ErrTooDeep) {
			t.Errorf("%s: a value that contains itself gave %v", name, err)
		}
	}
	if _, err := ordjson.Encode([]any{struct{}{}}); err == nil || errors.Is(err, ordjson.ErrTooDeep) {
		t.Errorf("a struct gave %v", err)
	}
}
