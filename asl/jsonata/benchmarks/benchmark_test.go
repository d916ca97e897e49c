package benchmarks_test

import (
	"context"
	"encoding/json"
	"os"
	"testing"

	"github.com/recolabs/gnata"
	"github.com/stepwise-go/stepwise/asl/jsonata"
	"github.com/stepwise-go/stepwise/ordjson"
)

// expressions are typical of Step Functions workflows.
var expressions = []string{
	`$states.input.order.id`,
	`$states.input.order.total > 100 and $states.input.customer.tier = "gold"`,
	`$sum($states.input.order.items.(price * quantity))`,
	`$states.input.order.items[quantity > 2].sku`,
	`$count($states.input.order.items[inStock])`,
	`"Order " & $states.input.order.id & " for " & $states.input.customer.name`,
	`{"id": $states.input.order.id, "total": $states.input.order.total, "status": "NEW"}`,
	`$map($states.input.order.items, function($i) { {"sku": $i.sku, "cost": $i.price * $i.quantity} })`,
	`$filter($states.input.order.items, function($i) { $i.price > 20 })`,
	`$merge([$states.input.customer, {"verified": true}])`,
	`$states.result.Payload.statusCode = 200 ? $states.result.Payload.body : "failed"`,
	`$exists($states.input.order.discount) ? $states.input.order.discount : 0`,
	`$join($states.input.order.items.sku, ",")`,
	`$uppercase($substringBefore($states.input.customer.email, "@"))`,
	`$states.input.order.items^(>price)[0].sku`,
	`$states.input.order.items{category: $sum(quantity)}`,
	`$string($states.input.order.items[0])`,
	`($rate := 0.2; $net := $states.input.order.total; {"net": $net, "tax": $round($net * $rate, 2)})`,
	`$reduce($states.input.order.items.price, function($a, $b) { $a + $b }, 0)`,
	`$states.context.Execution.Name & "-" & $string($states.context.State.RetryCount)`,
}

func states(b *testing.B) []byte {
	data, err := os.ReadFile("testdata/states.json")
	if err != nil {
		b.Fatal(err)
	}
	return data
}

func BenchmarkCompile(b *testing.B) {
	b.Run("stepwise", func(b *testing.B) {
		b.ReportAllocs()
		for i := range b.N {
			if _, err := jsonata.Compile(expressions[i%len(expressions)]); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("gnata", func(b *testing.B) {
		b.ReportAllocs()
		for i := range b.N {
			if _, err := gnata.Compile(expressions[i%len(expressions)]); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkEval(b *testing.B) {
	ctx := context.Background()
	data := states(b)
	b.Run("stepwise", func(b *testing.B) {
		value, err := ordjson.Decode(data)
		if err != nil {
			b.Fatal(err)
		}
		env := &jsonata.Env{Vars: map[string]any{"states": value}}
		compiled := make([]*jsonata.Expr, len(expressions))
		for i, text := range expressions {
			compiled[i] = jsonata.MustCompile(text)
		}
		b.ReportAllocs()
		b.ResetTimer()
		for i := range b.N {
			_, defined, err := compiled[i%len(compiled)].Eval(ctx, jsonata.Undefined{}, env)
			if err != nil || !defined && i%len(compiled) != 11 {
				b.Fatal(expressions[i%len(compiled)], err)
			}
		}
	})
	b.Run("gnata", func(b *testing.B) {
		var value any
		if err := json.Unmarshal(data, &value); err != nil {
			b.Fatal(err)
		}
		vars := map[string]any{"states": value}
		compiled := make([]*gnata.Expression, len(expressions))
		for i, text := range expressions {
			e, err := gnata.Compile(text)
			if err != nil {
				b.Fatal(err)
			}
			compiled[i] = e
		}
		b.ReportAllocs()
		b.ResetTimer()
		for i := range b.N {
			if _, err := compiled[i%len(compiled)].EvalWithVars(ctx, nil, vars); err != nil {
				b.Fatal(expressions[i%len(compiled)], err)
			}
		}
	})
}
