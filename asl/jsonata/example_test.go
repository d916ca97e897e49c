package jsonata_test

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/asl/jsonata"
	"github.com/stepwise-go/stepwise/ordjson"
)

func Example() {
	expr, err := jsonata.Compile(`{"total": $sum(items.(price * quantity)), "skus": items.sku}`)
	if err != nil {
		fmt.Println(err)
		return
	}
	input, err := ordjson.DecodeString(`{"items": [{"sku": "a", "price": 2, "quantity": 3}, {"sku": "b", "price": 1.5, "quantity": 2}]}`)
	if err != nil {
		fmt.Println(err)
		return
	}
	value, defined, err := expr.Eval(context.Background(), input, nil)
	fmt.Println(ordjson.String(value), defined, err)
	// Output: {"total":9,"skus":["a","b"]} true <nil>
}

func ExampleCompile() {
	_, err := jsonata.Compile(`{"a": 1`)
	var e *jsonata.Error
	if errors.As(err, &e) {
		fmt.Println(e.Code, e.Position)
	}
	fmt.Println(err)
	// Output:
	// S0203 7
	// S0203: Expected "}" before end of expression
}

func ExampleExpr_Eval_variables() {
	order := ordjson.NewObject(ordjson.Member{Key: "id", Value: "A-17"})
	env := &jsonata.Env{Vars: map[string]any{"order": order, "prefix": "order "}}
	value, _, err := jsonata.MustCompile(`$prefix & $order.id`).Eval(context.Background(), jsonata.Undefined{}, env)
	fmt.Println(value, err)
	// Output: order A-17 <nil>
}

func ExampleNewFunction() {
	shout, err := jsonata.NewFunction("shout", "<s-n?:s>", func(_ jsonata.Call, args []any) (any, error) {
		text, _ := args[0].(string)
		times, ok := ordjson.Int(args[1])
		if !ok {
			times = 1
		}
		return strings.ToUpper(text) + strings.Repeat("!", int(times)), nil
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	env := &jsonata.Env{Funcs: jsonata.Functions{"shout": shout, "eval": nil}}
	value, _, err := jsonata.MustCompile(`$shout("a") & " " & $shout("c", 3)`).Eval(context.Background(), nil, env)
	fmt.Println(value, err)
	_, _, err = jsonata.MustCompile(`$eval("1")`).Eval(context.Background(), nil, env)
	fmt.Println(err)
	// Output:
	// A! C!!! <nil>
	// T1006: Attempted to invoke a non-function
}
