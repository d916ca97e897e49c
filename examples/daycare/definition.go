package daycare

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

// Functions are the steps that ask other systems.
type Functions struct {
	CheckInformation tasks.Function // makes {"statusCode": 200, "child": {...}} or another status code
	FindSpot         tasks.Function // of {"age": ...} makes {"free": 2}
	Register         tasks.Function // makes {"registration": ...}
}

// Definition returns the workflow, for a machine with the query language JSONata. Its input is
// {"child": {"name": ..., "age": ...}, "parent": {...}}. Every LambdaInvoke is tried again, with full
// jitter, after the errors of Lambda that pass by themselves.
func Definition(f Functions) *sfn.Chain {
	check := sfn.NewJSONataTask("Check Information", tasks.LambdaInvoke{Function: f.CheckInformation}, sfn.JSONataTaskProps{
		Assign: map[string]any{
			"child":      sfn.JSONata("$states.result.Payload.child"),
			"statusCode": sfn.JSONata("$states.result.Payload.statusCode"),
		},
		Output: sfn.JSONata("$states.result.Payload"),
	})

	spot := sfn.NewJSONataTask("Find Spot", tasks.LambdaInvoke{
		Function: f.FindSpot,
		Payload:  map[string]any{"age": sfn.JSONata("$child.age")},
	}, sfn.JSONataTaskProps{
		Assign: map[string]any{"free": sfn.JSONata("$states.result.Payload.free")},
	})

	register := sfn.NewJSONataTask("Register Child", tasks.LambdaInvoke{
		Function: f.Register,
		Payload:  map[string]any{"child": sfn.JSONata("$child"), "registered": sfn.JSONata("$now()")},
	}, sfn.JSONataTaskProps{
		Output: map[string]any{
			"registration": sfn.JSONata("$states.result.Payload.registration"),
			"welcome":      sfn.JSONata(`"Welcome, " & $child.name`),
		},
	})

	incomplete := sfn.NewFail("Information Incomplete", sfn.FailProps{
		Error: "InformationIncomplete", Cause: sfn.JSONata(`"The check answered " & $string($statusCode)`),
	})
	wrongAge := sfn.NewFail("Wrong Age", sfn.FailProps{
		Error: "WrongAge", Cause: sfn.JSONata(`$child.name & " is " & $string($child.age)`),
	})
	full := sfn.NewFail("No Free Spot", sfn.FailProps{Error: "NoFreeSpot", Cause: "All spots of this age are taken"})

	return check.Next(sfn.NewJSONataChoice("Information OK?").
		When(sfn.JSONataCondition("$statusCode = 200"),
			sfn.NewJSONataChoice("Age In Range?").
				When(sfn.JSONataCondition("$child.age >= 2 and $child.age <= 5"),
					spot.Next(sfn.NewJSONataChoice("Spot Free?").
						When(sfn.JSONataCondition("$free > 0"), register).
						Otherwise(full))).
				Otherwise(wrongAge)).
		Otherwise(incomplete))
}
