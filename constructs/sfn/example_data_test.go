package sfn_test

import (
	"fmt"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
)

func ExampleExpr() {
	choice := sfn.NewChoice("Check").
		When(sfn.Expr(`$.order.total > 100 && !$.order.vip`), sfn.NewPass("Review")).
		When(sfn.Expr(`$.due < timestamp("2030-01-01T00:00:00Z") || number($.tries) >= $limit`), sfn.NewPass("Hurry")).
		Otherwise(sfn.NewSucceed("Done"))
	for _, language := range []asl.QueryLanguage{asl.JSONPath, asl.JSONata} {
		definition, err := sfn.Build(choice, sfn.MachineProps{QueryLanguage: language})
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, rule := range definition.ASL().States.Get("Check").(*asl.Choice).Choices {
			if language == asl.JSONata {
				fmt.Println(rule.Condition.Any())
			} else {
				fmt.Println(len(rule.And), len(rule.Or))
			}
		}
	}
	// Output:
	// 2 0
	// 0 2
	// {% $states.input.order.total > 100 and $not($states.input.order.vip = true) %}
	// {% $toMillis($states.input.due) < $toMillis("2030-01-01T00:00:00Z") or $states.input.tries >= $limit %}
}

func ExampleExpr_wrong() {
	_, err := sfn.Build(sfn.NewChoice("Check").When(sfn.Expr(`$.total => 100`), sfn.NewSucceed("Done")).Otherwise(sfn.NewFail("No")))
	fmt.Println(problems(err)[0].Summary)
	fmt.Println("  " + problems(err)[0].Detail)
	// Output:
	// condition, column 9: "=>" is no operator
	//   $.total => 100
	//           ^
}

func ExampleFormat() {
	printDefinition(sfn.NewPass("Greet", sfn.PassProps{Parameters: sfn.Fields{
		{Name: "text", Value: sfn.Format("Hello {}, you are {}", sfn.At("$.name"), sfn.MathAdd(sfn.At("$.age"), 1))},
		{Name: "both", Value: []any{"a", sfn.At("$.b")}}, // a list with a path in it
	}}))
	// Output:
	// {"StartAt":"Greet","States":{"Greet":{"Type":"Pass","Parameters":{"text.$":"States.Format('Hello {}, you are {}', $.name, States.MathAdd($.age, 1))","both.$":"States.Array('a', $.b)"},"End":true}}}
}

func ExampleInput() {
	pass := sfn.NewPass("Keep", sfn.PassProps{Assign: map[string]any{"id": sfn.Input("order.id"), "run": sfn.ExecutionName(), "again": sfn.Variable("tries")}})
	printDefinition(pass)
	printDefinition(pass, sfn.MachineProps{QueryLanguage: asl.JSONata})
	// Output:
	// {"StartAt":"Keep","States":{"Keep":{"Type":"Pass","Assign":{"again.$":"$tries","id.$":"$.order.id","run.$":"$$.Execution.Name"},"End":true}}}
	// {"QueryLanguage":"JSONata","StartAt":"Keep","States":{"Keep":{"Type":"Pass","Assign":{"again":"{% $tries %}","id":"{% $states.input.order.id %}","run":"{% $states.context.Execution.Name %}"},"End":true}}}
}

func ExampleJSONata() {
	printDefinition(sfn.NewJSONataPass("Total", sfn.JSONataPassProps{
		Output: map[string]any{"total": sfn.JSONata("$sum($states.input.lines.(price * count))")}, Assign: map[string]any{"n": sfn.JSONata("$count($states.input.lines)")},
	}))
	// Output:
	// {"StartAt":"Total","States":{"Total":{"Type":"Pass","QueryLanguage":"JSONata","Assign":{"n":"{% $count($states.input.lines) %}"},"Output":{"total":"{% $sum($states.input.lines.(price * count)) %}"},"End":true}}}
}

func ExampleNewRaw() {
	printDefinition(sfn.NewRaw("New", sfn.RawProps{JSON: map[string]any{
		"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:demo:new", "Parameters": map[string]any{"Id": sfn.At("$.id")},
	}}).Next(sfn.NewSucceed("Done")))
	// Output:
	// {"StartAt":"New","States":{"New":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:demo:new","Parameters":{"Id.$":"$.id"},"Next":"Done"},"Done":{"Type":"Succeed"}}}
}
