package jsonpath_test

import (
	"testing"

	"github.com/stepwise-go/stepwise/asl/jsonpath"
)

func BenchmarkEval(b *testing.B) {
	doc := document(b, store)
	for _, bench := range []struct{ name, path string }{
		{"definite", "$.store.bicycle.price"},
		{"index", "$.store.book[2].title"},
		{"wildcard", "$.store.book[*].author"},
		{"filter", "$.store.book[?(@.price < 10 && @.category == 'fiction')].title"},
		{"scan", "$..price"},
	} {
		path := jsonpath.MustParse(bench.path)
		roots := jsonpath.Roots{Input: doc}
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := path.Eval(roots); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSet(b *testing.B) {
	doc := document(b, store)
	path := jsonpath.MustParse("$.store.bicycle.price")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := path.Set(doc, 1.0); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := jsonpath.Parse("$.store.book[?(@.price < 10)].title"); err != nil {
			b.Fatal(err)
		}
	}
}

func TestDefiniteEvalDoesNotAllocate(t *testing.T) {
	roots := jsonpath.Roots{Input: document(t, store)}
	path := jsonpath.MustParse("$.store.book[2].title")
	if n := testing.AllocsPerRun(100, func() { _, _ = path.Eval(roots) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
