package jsonata_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl/jsonata"
	"github.com/stepwise-go/stepwise/ordjson"
)

func evalIn(t *testing.T, text string, input any, env *jsonata.Env) (any, bool, error) {
	t.Helper()
	expr, err := jsonata.Compile(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return expr.Eval(context.Background(), input, env)
}

func code(err error) string {
	var e *jsonata.Error
	if errors.As(err, &e) {
		return e.Code
	}
	return fmt.Sprint(err)
}

func TestClockAndRandom(t *testing.T) {
	calls := 0
	env := &jsonata.Env{
		Now: func() time.Time {
			calls++
			return time.UnixMilli(1700000000123 + int64(calls-1))
		},
		Random: func() float64 { return 0.25 },
	}
	v, _, err := evalIn(t, `[$now(), $millis(), $millis(), $now("[Y]"), $random(), $shuffle([1, 2, 3])]`, nil, env)
	want := `["2023-11-14T22:13:20.123Z",1700000000123,1700000000123,"2023",0.25,3,1,2]`
	if got := ordjson.String(v); err != nil || got != want {
		t.Errorf("gave %s, %v, want %s", got, err, want)
	}
	if calls != 1 {
		t.Errorf("the clock was read %d times", calls)
	}
}

func TestLimits(t *testing.T) {
	endless := `($f := function($x) { $f($x + 1) }; $f(0))`
	deep := `($f := function($x) { 1 + $f($x) }; $f(0))`
	for _, c := range []struct {
		text string
		env  jsonata.Env
		want string
	}{
		{deep, jsonata.Env{}, "U1001"},
		{deep, jsonata.Env{MaxDepth: 50}, "U1001"},
		{endless, jsonata.Env{MaxSteps: 10000}, "U1010"},
		{`[1..1000].[1..1000]`, jsonata.Env{MaxSteps: 10000}, "U1010"},
		{`$pad("a", 1e9)`, jsonata.Env{}, "U1003"},
		{`($f := function($s) { $f($s & $s) }; $f("abc"))`, jsonata.Env{}, "U1003"},
		{`$contains("` + strings.Repeat("a", 40) + `", /(a+)+b/)`, jsonata.Env{}, "U1005"},
		{strings.Repeat("(", 20000), jsonata.Env{}, "U1001"},
		{strings.Repeat("1+", 20000) + "1", jsonata.Env{}, "U1001"},
		{`/a**/`, jsonata.Env{}, "U1004"},
	} {
		expr, err := jsonata.Compile(c.text)
		if err == nil {
			_, _, err = expr.Eval(context.Background(), nil, &c.env)
		}
		if code(err) != c.want {
			t.Errorf("%.60s gave %.100s, want %s", c.text, fmt.Sprint(err), c.want)
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	_, _, err := jsonata.MustCompile(endless).Eval(ctx, nil, nil)
	if code(err) != "U1002" || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a context that ended gave %v", err)
	}
}

func TestValuesPassThrough(t *testing.T) {
	input, err := ordjson.DecodeString(`{"big": 12345678901234567890, "float": 1.0, "z": 1, "a": null, "list": [{"n": 9007199254740993}]}`)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		`$`:              `{"big":12345678901234567890,"float":1.0,"z":1,"a":null,"list":[{"n":9007199254740993}]}`,
		`{"x": big}`:     `{"x":12345678901234567890}`,
		`list.n`:         `9007199254740993`,
		`list[n > 1].n`:  `9007199254740993`,
		`float + 1`:      `2`,
		`$string(float)`: `"1"`,
		`a`:              `null`,
		`big > 5`:        `true`,
	} {
		if v, defined, err := evalIn(t, text, input, nil); err != nil || !defined || ordjson.String(v) != want {
			t.Errorf("%s gave %s, %v, want %s", text, ordjson.String(v), err, want)
		}
	}
}

func TestFunctionsAreResults(t *testing.T) {
	for text, isJSON := range map[string]bool{
		`$sum`: false, `function($x) { $x }`: false, `/a/`: false, `[1, $sum]`: false, `{"a": {"b": $sum}}`: false,
		`1/0`: false, `[1, {"a": [2]}]`: true, `null`: true,
	} {
		v, defined, err := evalIn(t, text, nil, nil)
		if err != nil || !defined || jsonata.IsJSON(v) != isJSON {
			t.Errorf("%s gave %v, %v, %v", text, v, defined, err)
		}
	}
}

func TestHostFunctions(t *testing.T) {
	boom := errors.New("boom")
	twice, err := jsonata.NewFunction("twice", "<f:x>", func(c jsonata.Call, args []any) (any, error) {
		v, err := c.Apply(args[0].(*jsonata.Function), 1.0)
		if err != nil {
			return nil, err
		}
		return c.Apply(args[0].(*jsonata.Function), v)
	})
	if err != nil {
		t.Fatal(err)
	}
	fails, err := jsonata.NewFunction("fails", "<x?:x>", func(jsonata.Call, []any) (any, error) { return nil, boom })
	if err != nil {
		t.Fatal(err)
	}
	env := &jsonata.Env{Funcs: jsonata.Functions{"twice": twice, "fails": fails}}
	if v, _, err := evalIn(t, `$twice(function($x) { $x + 20 })`, nil, env); v != 41.0 {
		t.Errorf("$twice gave %v, %v", v, err)
	}
	_, _, err = evalIn(t, `1 + $fails()`, nil, env)
	var e *jsonata.Error
	if !errors.As(err, &e) || !errors.Is(err, boom) || e.Code != "U1008" || e.Token != "fails" || e.Position == 0 {
		t.Errorf("$fails gave %#v", err)
	}
	if _, err := jsonata.NewFunction("bad", "<s<n>>", nil); code(err) != "S0401" {
		t.Errorf("a bad signature gave %v", err)
	}
}

// TestConcurrentUse is for the race detector: one expression, one input, one environment.
func TestConcurrentUse(t *testing.T) {
	input, err := ordjson.DecodeString(documents[0])
	if err != nil {
		t.Fatal(err)
	}
	env := &jsonata.Env{Vars: map[string]any{"limit": 30.0}}
	expr := jsonata.MustCompile(`(
		$f := function($p) { $p.Price * $p.Quantity };
		{"total": $sum(Account.Order.Product.$f($)), "names": Account.Order.Product[Price > $limit].%.OrderID,
		 "match": $match("abc", /[a-c]/), "group": Account.Order.Product{SKU: Price}, "t": Account ~> |Order|{"x": 1}|}
	)`)
	first, _, err := expr.Eval(context.Background(), input, env)
	if err != nil {
		t.Fatal(err)
	}
	want := ordjson.String(first)
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				v, _, err := expr.Eval(context.Background(), input, env)
				if got := ordjson.String(v); err != nil || got != want {
					t.Errorf("gave %s, %v", got, err)
					return
				}
			}
		}()
	}
	wg.Wait()
	if got := ordjson.String(input); got != compact(documents[0]) {
		t.Error("the input has changed")
	}
}

// TestDoubling: an evaluation whose values double again and again ends with its context, not when memory does.
func TestDoubling(t *testing.T) {
	for _, body := range []string{
		`$f([$x, $x])`, `$f($append($x, $x))`, `$f($x & $x)`, `$f($x.($x))`, `$f({"a": $x, "b": $x})`, `$f($zip($x, $x))`, `$f($reverse([$x, $x]))`,
		`$f($join([$string($x), $string($x)]))`, `$f($replace($string($x), /1/, "11"))`, `$f($x#$i.[$i, $])`, `$f($distinct([$x, [$x]]))`, `$f($string([$x, $x]))`,
		`$f($split($join($x), ""))`, `$f($match($string($x) & "11", /./).match)`, `$f($map([$x, $x], function($v) { $v }))`, `$f($merge([$x, {$string($count($keys($x))): $x}]))`,
	} {
		ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
		start := time.Now()
		_, _, err := jsonata.MustCompile(`($f := function($x) { `+body+` }; $f([1, 1]))`).Eval(ctx, nil, nil)
		cancel()
		if err == nil {
			t.Errorf("%s: no error", body)
		}
		if took := time.Since(start); took > time.Minute {
			t.Errorf("%s took %v", body, took)
		}
	}
}
