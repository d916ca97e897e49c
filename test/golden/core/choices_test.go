package core

import "github.com/stepwise-go/stepwise/constructs/sfn"

// choices are Choice states and their conditions.
var choices = map[string]workflow{
	"choice_afterwards": of(func() sfn.Chainable {
		return choice().When(sfn.StringEquals("$.color", "BLUE"), pass("Blue")).When(sfn.StringEquals("$.color", "RED"), pass("Red")).Otherwise(pass("Other")).
			Afterwards().Next(pass("Ship"))
	}),
	"choice_afterwards_error_handlers_true": of(func() sfn.Chainable {
		p := sfn.NewParallel("P").Branch(pass("Inner")).Catch(pass("Handler"))
		return choice().When(present("$.a"), p).Otherwise(pass("B")).Afterwards(sfn.AfterwardsProps{IncludeErrorHandlers: true}).Next(pass("Join"))
	}),
	"choice_afterwards_include_otherwise": of(func() sfn.Chainable { return choice().When(present("$.a"), pass("A")).Afterwards().Next(pass("Join")) }),
	"choice_afterwards_include_otherwise_conflict": of(func() sfn.Chainable {
		return choice().When(present("$.a"), pass("A")).Otherwise(pass("B")).Afterwards()
	}),
	"choice_afterwards_nested": of(func() sfn.Chainable {
		inner := sfn.NewChoice("Inner").When(present("$.x"), pass("X")).Otherwise(pass("Y"))
		return sfn.NewChoice("Outer").When(present("$.a"), pass("Before").Next(inner)).Otherwise(pass("B")).Afterwards().Next(pass("Join"))
	}),
	"choice_afterwards_terminal": of(func() sfn.Chainable {
		return choice().When(present("$.a"), pass("A")).When(present("$.b"), sfn.NewFail("F")).Otherwise(sfn.NewSucceed("S")).Afterwards().Next(pass("Join"))
	}),
	"choice_and_empty": of(func() sfn.Chainable { return choice().When(sfn.And(), pass("A")) }),
	"choice_and_single": of(func() sfn.Chainable {
		return choice().When(sfn.And(present("$.a")), pass("A")).When(sfn.Or(present("$.b")), pass("B"))
	}),
	"choice_bad_value_path": of(func() sfn.Chainable { return choice().When(sfn.StringEqualsPath("$.a", "b"), pass("A")) }),
	"choice_bad_variable":   of(func() sfn.Chainable { return choice().When(sfn.StringEquals("a.b", "x"), pass("A")) }),
	"choice_jsonata_bad_condition": of(func() sfn.Chainable {
		return sfn.NewJSONataChoice("Choice").When(sfn.JSONataCondition("$a > 1"), pass("A"))
	}),
	"choice_jsonata_condition_in_jsonpath": of(func() sfn.Chainable { return choice().When(sfn.JSONataCondition("{% true %}"), pass("A")) }),
	"choice_jsonpath_condition_in_jsonata": of(func() sfn.Chainable {
		return sfn.NewJSONataChoice("Choice").When(sfn.StringEquals("$.a", "x"), pass("A"))
	}),
	"choice_jsonpath_full": of(func() sfn.Chainable {
		return sfn.NewChoice("Named", sfn.ChoiceProps{Comment: "color comment", InputPath: "$.in", OutputPath: "$.out", Assign: m{"def": at("$.d")}}).
			When(sfn.StringEquals("$.color", "BLUE"), pass("Blue"), sfn.WhenProps{Comment: "blue item comment", Assign: m{"c": at("$.color"), "n": 1}}).Otherwise(pass("Other"))
	}),
	"choice_loop": of(func() sfn.Chainable {
		wait := pass("Wait")
		return wait.Next(sfn.NewChoice("Done?").When(sfn.BooleanEquals("$.done", true), sfn.NewSucceed("Yes")).Otherwise(wait))
	}),
	"choice_not_of_negated":  of(func() sfn.Chainable { return choice().When(sfn.Not(sfn.IsNotNull("$.a")), pass("Yes")) }),
	"choice_otherwise_twice": of(func() sfn.Chainable { return choice().Otherwise(pass("A")).Otherwise(pass("B")) }),
	"choice_toplevel_jsonata": in(func() sfn.Chainable {
		return choice().WhenJSONata(sfn.JSONataCondition("{% true %}"), pass("A"), sfn.JSONataWhenProps{Output: m{"r": ata("1")}, Assign: m{"x": ata("2")}}).Otherwise(pass("B"))
	}),
	"choice_variables_and_context": of(func() sfn.Chainable {
		return choice().When(sfn.StringEquals("$myVar.status", "x"), pass("A")).When(sfn.Expr("$$.State.RetryCount > 2"), pass("B")).When(present("$['a b'][0]"), pass("C"))
	}),
}
