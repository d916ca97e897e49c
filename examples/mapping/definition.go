package mapping

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

// Functions are the two steps.
type Functions struct {
	Price tasks.Function // of {"items": [...]} makes {"total": 12.5, "currency": "EUR", "debug": ...}
	Bill  tasks.Function // of {"customer": ..., "amount": ..., "reference": ...} makes {"bill": ...}
}

// Definition returns the workflow. Its input is {"customer": {"id": ...}, "items": [...]}; its output is
// the input with the price and the bill.
func Definition(f Functions) *sfn.Chain {
	price := sfn.NewTask("Price Order", tasks.LambdaInvoke{
		Function: f.Price,
		Payload:  map[string]any{"items": sfn.At("$.items")},
	}, sfn.TaskProps{
		ResultSelector: map[string]any{"total": sfn.At("$.Payload.total"), "currency": sfn.At("$.Payload.currency")},
		ResultPath:     "$.price",
	})
	bill := sfn.NewTask("Send Bill", tasks.LambdaInvoke{
		Function: f.Bill,
		Payload: map[string]any{
			"customer":  sfn.At("$.customer.id"),
			"amount":    sfn.Format("{} {}", sfn.At("$.price.total"), sfn.At("$.price.currency")),
			"reference": sfn.ExecutionName(),
		},
	}, sfn.TaskProps{
		ResultSelector: map[string]any{"number": sfn.At("$.Payload.bill")},
		ResultPath:     "$.bill",
	})
	return price.Next(bill)
}
