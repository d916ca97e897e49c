package jsonpath_test

import (
	"testing"

	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/ordjson"
)

func TestSet(t *testing.T) {
	cases := []struct{ document, path, want string }{
		{`{"a":1}`, "$", `"new"`},
		{`{"a":1,"b":2}`, "$.a", `{"a":"new","b":2}`},
		{`{"a":1}`, "$.b", `{"a":1,"b":"new"}`},
		{`{}`, "$.a.b['c d']", `{"a":{"b":{"c d":"new"}}}`},
		{`{"a":[1,2]}`, "$.a[1]", `{"a":[1,"new"]}`},
		{`{"a":[1,{"b":2}]}`, "$.a[-1].b", `{"a":[1,{"b":"new"}]}`},
		{`"text"`, "$", `"new"`},
		{`{"a":1}`, "$$.a", `{"a":"new"}`},
	}
	for _, c := range cases {
		doc := document(t, c.document)
		path, err := jsonpath.ParseReference(c.path)
		if err != nil {
			t.Errorf("%s: %v", c.path, err)
			continue
		}
		got, err := path.Set(doc, "new")
		if err != nil || ordjson.String(got) != c.want {
			t.Errorf("%s in %s = %s, %v", c.path, c.document, ordjson.String(got), err)
		}
		if ordjson.String(doc) != c.document {
			t.Errorf("%s changed the document to %s", c.path, ordjson.String(doc))
		}
	}
}

func TestSetErrors(t *testing.T) {
	cases := []struct{ document, path, place, found, want string }{
		{`"text"`, "$.a", "$", "string", "object"},
		{`[1]`, "$.a", "$", "array", "object"},
		{`null`, "$.a", "$", "null", "object"},
		{`{"a":1}`, "$.a.b", "$['a']", "number", "object"},
		{`{"a":null}`, "$.a.b", "$['a']", "null", "object"},
		{`{"a":[1]}`, "$.a[1]", "$['a'][1]", "", "element"},
		{`{"a":{}}`, "$.a[0]", "$['a']", "object", "array"},
		{`{}`, "$.a[0]", "$['a']", "", "array"},
	}
	for _, c := range cases {
		_, err := jsonpath.MustParse(c.path).Set(document(t, c.document), 1.0)
		e, ok := err.(*jsonpath.SetError)
		if !ok || e.Path != c.path || e.Place != c.place || e.Found != c.found || e.Want != c.want {
			t.Errorf("%s in %s: %+v", c.path, c.document, err)
		}
	}
	if _, err := jsonpath.MustParse("$.a[*]").Set(document(t, `{}`), 1.0); err == nil {
		t.Error("a wildcard was set")
	}
}

func TestSetSharesStructure(t *testing.T) {
	doc := document(t, `{"big":{"x":1},"a":{"b":1}}`).(*ordjson.Object)
	got, err := jsonpath.MustParse("$.a.b").Set(doc, 2.0)
	if err != nil {
		t.Fatal(err)
	}
	before, _ := doc.Get("big")
	after, _ := got.(*ordjson.Object).Get("big")
	if before != after {
		t.Error("a member beside the path was copied")
	}
}
