package jsonata_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl/jsonata"
)

func ExampleExpr_Refs() {
	for _, r := range jsonata.MustCompile("$states.input.id & name").Refs() {
		fmt.Printf("%q %v bare %v at %d\n", r.Name, r.Path, r.Bare, r.Position)
	}
	// Output:
	// "states" [input id] bare false at 1
	// "" [name] bare true at 20
}

func TestRefs(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"1 + 2", ""},
		{"$x", "$x"},
		{"$", "$"},
		{"$$", "$$"},
		{"a.b.c", "a.b.c"},
		{"$x.a[b = 1].c", "$x.a"},
		{"$x[$ > 1]", "$x"},
		{"$x.(a & b)", "$x"},
		{"$x.a.($ & $y)", "$x.a $y"},
		{"{'a': b, 'c': $d}", "b $d"},
		{"[a, $b.c]", "a $b.c"},
		{"($x := 1; $x + $y)", "$y"},
		{"($x := 1; $x) + $x", "$x"},
		{"function($v) { $v.a & $w }($z)", "$w $z"},
		{"$map($x, function($v) { a })", "$map() $x a"},
		{"$x.($f := function($v) { a }; $f(1))", "$x"},
		{"$exists($x.y) ? $x : 1", "$exists() ?$x.y $x"},
		{"$x ~> $sum", "$x $sum"},
		{"$x^(a)", "$x"},
		{"$x{a: $sum(b)}", "$x $sum()"},
		{"$x ~> |a|{'b': c}|", "$x"},
		{"($f := function($n) { $n < 1 ? 1 : $f($n - 1) }; $f(3))", ""},
		{"$x#$i.{'i': $i}", "$x"},
		{"$x@$i.$y[$i.a = b]", "$x $y"},
		{"*.a", "*.a"},
		{"a ? b : c", "a b c"},
		{"-a", "a"},
	} {
		e, err := jsonata.Compile(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		var got []string
		for _, r := range e.Refs() {
			s := "$" + r.Name
			if r.Bare {
				s = ""
			}
			s = strings.TrimPrefix(strings.Join(append([]string{s}, r.Path...), "."), ".")
			if r.Called {
				s += "()"
			}
			if r.Guarded {
				s = "?" + s
			}
			got = append(got, s)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %q, want %q", c.text, strings.Join(got, " "), c.want)
		}
	}
}
