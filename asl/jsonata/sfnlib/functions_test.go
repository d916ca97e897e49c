package sfnlib_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl/jsonata"
	"github.com/stepwise-go/stepwise/asl/jsonata/sfnlib"
	"github.com/stepwise-go/stepwise/internal/recorded"
	"github.com/stepwise-go/stepwise/ordjson"
)

func eval(text string, vars map[string]any) (any, bool, error) {
	expr, err := jsonata.Compile(text)
	if err != nil {
		return nil, false, err
	}
	return expr.Eval(context.Background(), jsonata.Undefined{}, &jsonata.Env{Vars: vars, Funcs: sfnlib.Functions()})
}

func TestFunctions(t *testing.T) {
	for _, c := range []struct{ expr, want string }{
		{`$partition([1,2,3,4,5], 2)`, `[[1,2],[3,4],[5]]`},
		{`$partition([0], 1)`, `[[0]]`},
		{`$partition([], 3)`, `[]`},
		{`$partition(missing, 3)`, `undefined`},
		{`$partition([1], 0)`, `U2001`},
		{`$range(0, 10, 2)`, `[0,2,4,6,8,10]`},
		{`$range(1, 9, 9)`, `1`},
		{`$range(3, 1, -1)`, `[3,2,1]`},
		{`$range(3, 1, 1)`, `undefined`},
		{`$range(3, 1, 0)`, `U2002`},
		{`$range(0, 1e9, 1)`, `U2003`},
		{`$hash("input data", "SHA-1")`, `"aaff4a450a104cd177d28d18d74485e8cae074b7"`},
		{`$hash("x", "CRC")`, `U2004`},
		{`$length($hash("x", "SHA-512"))`, `128`},
		{`$random(7) = $random(7)`, `true`},
		{`$random(7) = $random(8)`, `false`},
		{`$parse('{"a": [1, 2.50]}')`, `{"a":[1,2.50]}`},
		{`$parse('-0')`, `0`},
		{`$parse('{')`, `U2005`},
		{`$map(["1", "[2]"], $parse)`, `[1,[2]]`},
		{`$eval("1")`, `T1006`},
		{`$hash(1, "MD5")`, `T0410`},
	} {
		got := "undefined"
		value, defined, err := eval(c.expr, nil)
		var e *jsonata.Error
		switch {
		case errors.As(err, &e):
			got = e.Code
		case defined:
			got = ordjson.String(value)
		}
		if got != c.want {
			t.Errorf("%s gave %s (%v), want %s", c.expr, got, err, c.want)
		}
	}
}

func TestUUID(t *testing.T) {
	v, _, err := eval("$uuid()", nil)
	if ok := regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`).MatchString(fmt.Sprint(v)); !ok {
		t.Errorf("$uuid() gave %v, %v", v, err)
	}
}

// TestRecorded evaluates the expressions of recorded Pass states whose whole output is one expression.
func TestRecorded(t *testing.T) {
	type execution struct {
		ID         string
		Definition struct {
			StartAt string
			States  map[string]struct {
				Type   string
				Output any
				End    bool
			}
		}
		Input    json.RawMessage
		Expected struct{ Output json.RawMessage }
	}
	checked := 0
	for _, c := range recorded.Cases[execution](t, "*jsonata*.json") {
		state := c.Definition.States[c.Definition.StartAt]
		text, isText := state.Output.(string)
		if state.Type != "Pass" || !state.End || !isText || !strings.HasPrefix(text, "{%") || c.Expected.Output == nil {
			continue
		}
		input, err := ordjson.Decode(c.Input)
		if err != nil {
			t.Fatal(err)
		}
		text = strings.TrimSuffix(strings.TrimPrefix(text, "{%"), "%}")
		states := ordjson.NewObject(ordjson.Member{Key: "input", Value: input})
		got, defined, err := eval(text, map[string]any{"states": states})
		want, _ := ordjson.Decode(c.Expected.Output)
		if err != nil || !defined || !ordjson.Equal(got, want) {
			t.Errorf("%s: %s gave %s (%v), want %s", c.ID, text, ordjson.String(got), err, c.Expected.Output)
		}
		checked++
	}
	t.Logf("%d recorded expressions", checked)
}

func ExampleFunctions() {
	expr := jsonata.MustCompile(`$partition($range(1, 5, 1), 2)`)
	value, _, err := expr.Eval(context.Background(), jsonata.Undefined{}, &jsonata.Env{Funcs: sfnlib.Functions()})
	fmt.Println(ordjson.String(value), err)
	// Output: [[1,2],[3,4],[5]] <nil>
}
