package jsonpath_test

import (
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/ordjson"
)

func FuzzPath(f *testing.F) {
	for _, text := range []string{
		"$", "$$.a", "$v.b[0]", "$.store.book[?(@.price < 10 && !(@.isbn) || @['x'] in [1, 'a'])].title",
		"$..*", "$..[0,1]['a','b']", "$.a[-3:-1]", `$['Test\""Name"']`, "$[?(@.a =~ /x.*/i)]", "$[(@.length-1)]",
		"$..*..*..*", "$[?(@.a[?(@.b == $.c)] contains {\"x\": 1})]",
	} {
		f.Add(text, store)
	}
	f.Fuzz(func(t *testing.T, text, doc string) {
		path, err := jsonpath.Parse(text)
		if err != nil {
			if e := err.(*jsonpath.SyntaxError); e.Column < 1 || e.Column > len(text)+1 {
				t.Errorf("%q: column %d", text, e.Column)
			}
			return
		}
		v, err := ordjson.DecodeString(doc)
		if err != nil || len(doc) > 2000 || strings.Count(text, "..") > 4 {
			return
		}
		before := ordjson.String(v)
		roots := jsonpath.Roots{Input: v, Context: v, Variables: jsonpath.VariableMap{path.Variable(): v}}
		got, err := path.Eval(roots)
		if err == nil && path.Definite() {
			if _, found := path.Lookup(roots); !found {
				t.Errorf("%q: Eval finds %s, Lookup nothing", text, ordjson.String(got))
			}
		}
		if path.IsReference() {
			if set, err := path.Set(v, true); err == nil {
				if back, err := path.EvalOn(set); err != nil || back != true {
					t.Errorf("%q: set true, found %v, %v", text, back, err)
				}
			}
		}
		if ordjson.String(v) != before {
			t.Errorf("%q changed the document", text)
		}
		again, err := jsonpath.Parse(path.String())
		if err != nil || again.Normal() != path.Normal() {
			t.Errorf("%q does not read back: %v", path.String(), err)
		}
	})
}

func TestLargeResultsEnd(t *testing.T) {
	doc := document(t, strings.Repeat(`[[],[],`, 200)+`[]`+strings.Repeat(`]`, 200))
	_, err := jsonpath.MustParse("$" + strings.Repeat("..*", 6)).EvalOn(doc)
	if e, ok := err.(*jsonpath.EvalError); !ok || e.Kind != jsonpath.TooLarge {
		t.Errorf("%v", err)
	}
}
