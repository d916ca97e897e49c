package jsonpath_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/ordjson"
)

const store = `{
	"store": {
		"book": [
			{"category": "reference", "author": "Rees", "title": "Sayings", "price": 8.95},
			{"category": "fiction", "author": "Waugh", "title": "Sword", "price": 12.99, "tags": ["war", "old"]},
			{"category": "fiction", "author": "Melville", "title": "Moby", "isbn": "0-553", "price": 8.99},
			{"category": "fiction", "author": "Tolkien", "title": "Rings", "isbn": null, "price": 22.99}
		],
		"bicycle": {"color": "red", "price": 19.95}
	},
	"limit": 10,
	"list": [1, 2, 3, 4, 5],
	"empty": [],
	"text": "abc",
	"null": null,
	"a-b": {"c_d": 1, "ü": 2, "it's": 3, "x\\'y": 4},
	"deep": {"x": {"a": [1, 2]}}
}`

func document(t testing.TB, text string) any {
	t.Helper()
	v, err := ordjson.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestEval(t *testing.T) {
	doc := document(t, store)
	cases := []struct{ path, want string }{
		{"$.limit", `10`},
		{" $.limit\n", `10`},
		{"$['limit']", `10`},
		{`$["limit"]`, `10`},
		{"$.['limit']", `10`},
		{"$.a-b.c_d", `1`},
		{"$.a-b.ü", `2`},
		{`$['a-b']["it's"]`, `3`},
		{`$['a-b']['it\'s']`, `3`},
		{"$.null", `null`},
		{"$.list[0]", `1`},
		{"$.list[-1]", `5`},
		{"$.list[ 1 ]", `2`},
		{"$.list[(@.length-1)]", `5`},
		{"$.list[(@.length() - 2)]", `4`},
		{"$.list[0,2]", `[1,3]`},
		{"$.list[0,9]", `[1]`},
		{"$.list[1:3]", `[2,3]`},
		{"$.list[3:]", `[4,5]`},
		{"$.list[-2:]", `[4,5]`},
		{"$.list[-9:]", `[1,2,3,4,5]`},
		{"$.list[:2]", `[1,2]`},
		{"$.list[:-2]", `[1,2,3]`},
		{"$.list[-3:-1]", `[3,4]`},
		{"$.list[1:-1]", `[]`},
		{"$.list[0:5:2]", `[1,2,3,4,5]`},
		{"$.list[*]", `[1,2,3,4,5]`},
		{"$.list.*", `[1,2,3,4,5]`},
		{"$.empty[*]", `[]`},
		{"$.text[*]", `[]`},
		{"$.store.bicycle[*]", `["red",19.95]`},
		{"$.store.bicycle['color','price']", `{"color":"red","price":19.95}`},
		{"$.store.bicycle['price','none']", `{"price":19.95}`},
		{"$.store['bicycle','book'].color", `["red"]`},
		{"$.store.book[*].author", `["Rees","Waugh","Melville","Tolkien"]`},
		{"$.store.book[0,1].title", `["Sayings","Sword"]`},
		{"$.store.book[1:].isbn", `["0-553",null]`},
		{"$..author", `["Rees","Waugh","Melville","Tolkien"]`},
		{"$.store..price", `[8.95,12.99,8.99,22.99,19.95]`},
		{"$..book[2].title", `["Moby"]`},
		{"$.deep..a", `[[1,2]]`},
		{"$.deep..a[*]", `[1,2]`},
		{"$.deep..[0]", `[1]`},
		{"$.deep..*", `[{"a":[1,2]},[1,2],1,2]`},
		{"$..['color','price']", `[{"color":"red","price":19.95}]`},
		{"$..nothing", `[]`},
	}
	for _, c := range cases {
		path, err := jsonpath.Parse(c.path)
		if err != nil {
			t.Errorf("%s: %v", c.path, err)
			continue
		}
		got, err := path.EvalOn(doc)
		if err != nil {
			t.Errorf("%s: %v", c.path, err)
		} else if ordjson.String(got) != c.want {
			t.Errorf("%s = %s, want %s", c.path, ordjson.String(got), c.want)
		}
	}
}

func TestFilters(t *testing.T) {
	doc := document(t, store)
	cases := []struct{ filter, want string }{
		{"?(@.price < 10)", "Sayings Moby"},
		{"?(@.price<10)", "Sayings Moby"},
		{"?(@.price <= 8.95)", "Sayings"},
		{"?(@.price > 12.99)", "Rings"},
		{"?(@.price >= 12.99)", "Sword Rings"},
		{"?(@['price'] == 8.99)", "Moby"},
		{"?(@.price == 8.990)", "Moby"},
		{"?(@.price == '8.99')", "Moby"},
		{"?(@.price === '8.99')", ""},
		{"?(@.price !== '8.99')", "Sayings Sword Moby Rings"},
		{"?(10 > @.price)", "Sayings Moby"},
		{"?(@.author > 'S')", "Sword Rings"},
		{"?(@.category == 'fiction' && @.price < 20)", "Sword Moby"},
		{"?(@.category == 'reference' || @.price > 20)", "Sayings Rings"},
		{"?(@.category == 'reference' || @.price > 20 && @.isbn == 'x')", "Sayings"},
		{"?((@.category == 'reference' || @.price > 20) && !@.isbn)", "Sayings"},
		{"?(!(@.category == 'fiction'))", "Sayings"},
		{"?(@.category != 'fiction')", "Sayings"},
		{"?(@.category==fiction)", "Sword Moby Rings"},
		{"?(@.isbn)", "Moby Rings"},
		{"?(!@.isbn)", "Sayings Sword"},
		{"?(@.isbn == null)", "Rings"},
		{"?(@.isbn != 'x')", "Sayings Sword Moby Rings"},
		{"?(@.price > $.limit)", "Sword Rings"},
		{"?(@.author =~ /.*E.*/i)", "Rees Melville Tolkien"},
		{"?(@.author =~ /W.*h/)", "Waugh"},
		{"?(@.author =~ /augh/)", ""},
		{"?(/war/ =~ @.tags)", "Waugh"},
		{"?(@.author in ['Rees', 'Tolkien'])", "Rees Tolkien"},
		{"?(@.author nin ['Rees', \"Tolkien\"])", "Waugh Melville"},
		{"?(@.tags anyof ['old', 'new'])", "Waugh"},
		{"?(@.tags noneof ['new'])", "Waugh"},
		{"?(@.tags subsetof ['old', 'war', 'new'])", "Waugh"},
		{"?(@.tags all ['old'])", "Waugh"},
		{"?(@.tags size 2)", "Waugh"},
		{"?(@.author size 4)", "Rees"},
		{"?(@.tags empty false)", "Waugh"},
		{"?(@.tags contains 'war')", "Waugh"},
		{"?(@.author CONTAINS 'oo')", ""},
		{"?(@.author contains 'lk')", "Tolkien"},
		{"?(@.tags[0] == 'war')", "Waugh"},
		{"?(@.tags[?(@.x)])", "Waugh"},
		{"?(@.tags == ['war', 'old'])", "Waugh"},
		{"?(@.length() > 1)", ""},
		{"?(@.author == 'W\\u0061ugh')", "Waugh"},
	}
	for _, c := range cases {
		member := "title"
		if strings.Contains(c.filter, "author") || strings.Contains(c.filter, "tags") {
			member = "author"
		}
		if c.want != "" && strings.Contains("Sayings Sword Moby Rings", strings.Fields(c.want)[0]) {
			member = "title"
		}
		text := "$.store.book[" + c.filter + "]." + member
		path, err := jsonpath.Parse(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		got, err := path.EvalOn(doc)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		var names []string
		for _, v := range got.([]any) {
			names = append(names, v.(string))
		}
		if strings.Join(names, " ") != c.want {
			t.Errorf("%s = %v, want %s", text, names, c.want)
		}
	}
}

func TestFilterOnObjectsAndScalars(t *testing.T) {
	doc := document(t, store)
	cases := []struct{ path, want string }{
		{"$.store.bicycle[?(@.color == 'red')]", `[{"color":"red","price":19.95}]`},
		{"$.list[?(@ > 3)]", `[]`},
		{"$.list[?(@ != 3)]", `[]`},
		{"$.store[*][?(@.isbn)].title", `["Moby","Rings"]`},
		{"$..[?(@.color)].price", `[19.95]`},
	}
	for _, c := range cases {
		got, err := jsonpath.MustParse(c.path).EvalOn(doc)
		if err != nil || ordjson.String(got) != c.want {
			t.Errorf("%s = %s %v, want %s", c.path, ordjson.String(got), err, c.want)
		}
	}
}

func TestEvalErrors(t *testing.T) {
	doc := document(t, store)
	cases := []struct {
		path   string
		kind   jsonpath.Kind
		detail string
	}{
		{"$.nothing", jsonpath.NoResult, "No results for path: $['nothing']"},
		{"$.no.such.result.path", jsonpath.MissingProperty, "Missing property in path $['no']"},
		{"$.store.no.path", jsonpath.MissingProperty, "Missing property in path $['store']['no']"},
		{"$.store.bicycle.none", jsonpath.NoResult, "No results for path: $['store']['bicycle']['none']"},
		{"$.list.length()", jsonpath.NotObject, "Property ['length()'] not found in path $['list']"},
		{"$.null.x", jsonpath.NotObject, "Property ['x'] not found in path $['null']"},
		{"$.list[9]", jsonpath.OutOfRange, "No results for path: $['list'][9]"},
		{"$.list[9].x", jsonpath.NotObject, "Property ['x'] not found in path $['list'][9]"},
		{"$.text[0].x", jsonpath.NotArray, `Filter: [0]['x'] can only be applied to arrays. Current context is: "abc"`},
		{"$.null[0]", jsonpath.NotArray, "The path $['null'] is null"},
		{"$.none[*]", jsonpath.MissingProperty, "Missing property in path $['none']"},
		{"$.text[?(@.x)]", jsonpath.NotFilterable, `Filter: [?(@.x)] can not be applied to primitives. Current context is: "abc"`},
		{"$x.y", jsonpath.NoVariable, "The variable 'x' is not set"},
	}
	for _, c := range cases {
		_, err := jsonpath.MustParse(c.path).Eval(jsonpath.Roots{Input: doc})
		e, ok := err.(*jsonpath.EvalError)
		if !ok || e.Kind != c.kind || e.Detail != c.detail || e.Path != c.path {
			t.Errorf("%s: %+v", c.path, err)
		}
	}
}

func TestRoots(t *testing.T) {
	roots := jsonpath.Roots{
		Input:     document(t, `{"a": 1}`),
		Context:   document(t, `{"Execution": {"Id": "x"}}`),
		Variables: jsonpath.VariableMap{"n": document(t, `{"m": [7]}`), "größe_2": true},
	}
	for text, want := range map[string]string{
		"$": `{"a":1}`, "$.a": `1`, "$$.Execution.Id": `"x"`, "$$": `{"Execution":{"Id":"x"}}`,
		"$n.m[0]": `7`, "$n['m']": `[7]`, "$größe_2": `true`,
	} {
		got, err := jsonpath.MustParse(text).Eval(roots)
		if err != nil || ordjson.String(got) != want {
			t.Errorf("%s = %s, %v", text, ordjson.String(got), err)
		}
	}
	path := jsonpath.MustParse("$$.Map.Item")
	if path.Root() != jsonpath.Context || path.Bare() != "$.Map.Item" || path.Normal() != "$['Map']['Item']" {
		t.Errorf("%v %s %s", path.Root(), path.Bare(), path.Normal())
	}
	if name := jsonpath.MustParse("$order.items[*]").Variable(); name != "order" {
		t.Errorf("variable %q", name)
	}
}

func TestLookup(t *testing.T) {
	roots := jsonpath.Roots{Input: document(t, `{"list": [1], "null": null}`)}
	for text, want := range map[string]string{
		"$.none[*]": `[]`, "$[*]": `[[1],null]`, "$.item.items[1:5]": `[]`, "$.items[1:].v": `[]`, "$.null": `null`,
	} {
		got, found := jsonpath.MustParse(text).Lookup(roots)
		if !found || ordjson.String(got) != want {
			t.Errorf("%s = %s, %v", text, ordjson.String(got), found)
		}
	}
	for _, text := range []string{"$.none", "$.list[4]", "$v", "$.none['a','b']"} {
		if v, found := jsonpath.MustParse(text).Lookup(roots); found {
			t.Errorf("%s = %v", text, v)
		}
	}
}

func TestResultsAreShared(t *testing.T) {
	doc := document(t, store)
	book := jsonpath.MustParse("$.store.book")
	a, _ := book.EvalOn(doc)
	b, _ := jsonpath.MustParse("$.store.book[*]").EvalOn(doc)
	if a.([]any)[0] != b.([]any)[0] {
		t.Error("the element was copied")
	}
}

func TestConcurrentUse(t *testing.T) {
	doc := document(t, store)
	path := jsonpath.MustParse("$.store.book[?(@.price < $.limit || @.author =~ /T.*/)].title")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if got, err := path.EvalOn(doc); err != nil || len(got.([]any)) != 3 {
					t.Error(got, err)
				}
			}
		})
	}
	wg.Wait()
}
