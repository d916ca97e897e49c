package jsonpath_test

import (
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl/jsonpath"
)

func TestSyntaxErrors(t *testing.T) {
	cases := []struct {
		path   string
		column int
		text   string
	}{
		{"", 1, "empty"},
		{"abc", 1, "starts with $"},
		{"States.Format('x')", 1, "starts with $"},
		{"$ .a", 2, "after the root"},
		{"$$$", 3, "after the root"},
		{"$.a b", 4, "instead"},
		{"$.", 3, "ends with a dot"},
		{"$.a.", 5, "ends with a dot"},
		{"$..", 4, "ends with a dot"},
		{"$...a", 4, "another dot"},
		{"$.a..[", 7, "not closed"},
		{"$[", 3, "not closed"},
		{"$[]", 3, "empty brackets"},
		{"$[a]", 3, "quotes"},
		{"$['a", 3, "not closed"},
		{"$['a'", 6, "not closed"},
		{"$['it's']", 7, "after the name"},
		{"$['a',]", 7, "in quotes"},
		{"$['a',\"b\"]", 7, "in quotes"},
		{"$[1", 4, "not closed"},
		{"$[1,]", 3, "not an index"},
		{"$[1.5]", 3, "not an index"},
		{"$[99999999999]", 3, "not an index"},
		{"$[:]", 3, "start or an end"},
		{"$[1:2:3:4]", 3, "not an index"},
		{"$[1:2,3]", 3, "mixed"},
		{"$[*", 4, "not closed"},
		{"$[?]", 4, "expected ("},
		{"$[?(@.a]", 8, "expected )"},
		{"$[?(@.a ==)]", 11, "found"},
		{"$[?(@.a == 'x]", 12, "not closed"},
		{"$[?(@.a = 1)]", 9, "no operator"},
		{"$[?(@.a likes 1)]", 9, "no operator"},
		{"$[?('x')]", 5, "alone"},
		{"$[?(@.a =~ 'x')]", 9, "regular expression"},
		{"$[?(@.a =~ /(/)]", 12, "cannot be read"},
		{"$[?(@.a =~ /x)]", 12, "not closed"},
		{"$[?(@.a in [1, 2)]", 17, "in the list"},
		{"$[?(@.a == {\"x\" 1})]", 12, "JSON"},
		{"$[?(@.a && )]", 12, "found"},
		{"$[(@.foo-1)]", 3, "length"},
		{"$.a]", 4, "instead"},
		{"$" + strings.Repeat("[?(@", 100), 0, "too deeply"},
		{"$[?(" + strings.Repeat("(", 100), 0, "too deeply"},
	}
	for _, c := range cases {
		_, err := jsonpath.Parse(c.path)
		e, ok := err.(*jsonpath.SyntaxError)
		if !ok {
			t.Errorf("%s: %v", c.path, err)
			continue
		}
		if c.column != 0 && e.Column != c.column || !strings.Contains(e.Message, c.text) || e.Text != c.path {
			t.Errorf("%s: %+v", c.path, e)
		}
	}
}

func TestNotes(t *testing.T) {
	for text, want := range map[string]string{
		"$.a.b":                     "",
		"$.list.length()":           "8 no path functions",
		"$.list[0:4:2]":             "8 step",
		"$.l[?(@.a in [1])]":        "11 word operators",
		"$.l[?(@.a =~ /x/)]":        "11 regular",
		"$.l[?(@.a == $.x)]":        "7 other values",
		"$.l[?(@ == 1)]":            "7 stands for objects",
		"$.l[?(@.a == b)]":          "14 quotes",
		"$.l[?(@.a == 'b' && @.c)]": "",
	} {
		notes := jsonpath.MustParse(text).Notes()
		if want == "" {
			if len(notes) > 0 {
				t.Errorf("%s: %v", text, notes)
			}
			continue
		}
		column, part, _ := strings.Cut(want, " ")
		if len(notes) != 1 || column != itoa(notes[0].Column) || !strings.Contains(notes[0].Message, part) {
			t.Errorf("%s: %v", text, notes)
		}
	}
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}

func TestCheck(t *testing.T) {
	cases := []struct {
		text string
		ok   string // the rules that accept it: a any, r reference, s result
	}{
		{"$", "ars"},
		{"$.a.b[0]['c d']", "ars"},
		{"$.a-b_c", "ars"},
		{"$$.Execution.Id", "ar"},
		{"$$", "ar"},
		{"$name", "ar"},
		{"$name.a[1]", "ar"},
		{"$.a[*]", "a"},
		{"$.a[0,1]", "a"},
		{"$.a[1:]", "a"},
		{"$..a", "a"},
		{"$.a[?(@.b)]", "a"},
		{"$['a','b']", "a"},
		{"$.a.length()", "a"},
		{"a.b", ""},
		{"$.", ""},
		{"States.UUID()", ""},
	}
	for _, c := range cases {
		for i, rule := range []jsonpath.Rule{jsonpath.AnyPath, jsonpath.ReferencePath, jsonpath.ResultPath} {
			_, err := jsonpath.Check(c.text, rule)
			if want := strings.Contains(c.ok, "ars"[i:i+1]); (err == nil) != want {
				t.Errorf("%s, rule %d: %v", c.text, rule, err)
			}
		}
	}
	seen := map[string]bool{}
	for _, f := range jsonpath.Fields() {
		if seen[f.Name] {
			t.Errorf("%s stands twice", f.Name)
		}
		seen[f.Name] = true
	}
}

func TestParsePrefix(t *testing.T) {
	for text, want := range map[string]string{
		"$.a, 1)": "$.a", "$.a[?(@.b == ',')].c)": "$.a[?(@.b == ',')].c", "$$ , x": "$$", "$v.x)": "$v.x",
		"$.a.length())": "$.a.length()", "$": "$",
	} {
		path, n, err := jsonpath.ParsePrefix(text)
		if err != nil || path.String() != want || n != len(want) {
			t.Errorf("%s: %v %d %v", text, path, n, err)
		}
	}
}
