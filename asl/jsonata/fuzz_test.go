package jsonata_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl/jsonata"
	"github.com/stepwise-go/stepwise/ordjson"
)

func FuzzEval(f *testing.F) {
	g := &generator{Rand: rand.New(rand.NewPCG(3, 3))}
	for range 200 {
		f.Add(g.expr('x', 1+g.IntN(4)))
	}
	for _, text := range []string{
		`λ()<aa!s>`, `λ($x)<s-n?:x>{$x}(1)`, `((((((`, `a[][][0].%.b#$i@$v`, `$f := function(){$f()}; $f()`, `/(a+)+b/`, "`", `"\u12`,
		`$pad("a", 1e9)`, `[1..1e7].[1..1e7]`, `$string([[[[]]]])`, `|a|{}|`, `$x{}{}`, `**.**.**.**`, `$replace("aaaa", /a*?/, "$")`,
		`($f := function($x) { $f([$x, $x]) }; $f(1))`, `($f := function($s) { $f($s & $s) }; $f("ab"))`, `$map([1..9], $map)`,
		`$formatNumber(0, "0.0e0")`, `$fromMillis(1e300, "[Y]")`, `$formatInteger(1e300, "I")`, `$eval("$eval(\"1\")")`,
	} {
		f.Add(text)
	}
	var inputs []any
	for _, text := range documents {
		v, err := ordjson.DecodeString(text)
		if err != nil {
			f.Fatal(err)
		}
		inputs = append(inputs, v)
	}
	f.Fuzz(func(t *testing.T, text string) {
		expr, err := jsonata.Compile(text)
		if err != nil {
			checkError(t, text, err)
			return
		}
		expr.Refs()
		for _, input := range inputs {
			ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
			start := time.Now()
			value, _, err := expr.Eval(ctx, input, nil)
			cancel()
			if took := time.Since(start); took > time.Minute {
				t.Errorf("%q took %v", text, took)
			}
			if err != nil {
				checkError(t, text, err)
			} else if jsonata.IsJSON(value) {
				if _, err := ordjson.Encode(value); err != nil {
					t.Errorf("%q gave what is not JSON: %v", text, err)
				}
			}
		}
	})
}

func checkError(t *testing.T, text string, err error) {
	var e *jsonata.Error
	if !errors.As(err, &e) || len(e.Code) != 5 || e.Message == "" || e.Position < 0 || e.Position > len(text)+1 {
		t.Errorf("%q gave the error %#v", text, err)
	}
}
