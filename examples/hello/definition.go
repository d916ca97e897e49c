package hello

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

// Functions are the two steps.
type Functions struct {
	Hello      tasks.Function // of {"name": ...} makes {"greeting": ...}
	NiceToMeet tasks.Function // of {"name": ..., "greeting": ...} makes a text
}

// Definition returns the workflow. Its input is {"name": "Ada"}, its output a text.
func Definition(f Functions) *sfn.Chain {
	hello := sfn.NewTask("Hello World", tasks.LambdaInvoke{Function: f.Hello}, sfn.TaskProps{
		ResultSelector: map[string]any{"greeting": sfn.At("$.Payload.greeting")},
		ResultPath:     "$.said",
	})
	nice := sfn.NewTask("Nice To Meet You", tasks.LambdaInvoke{
		Function: f.NiceToMeet,
		Payload:  map[string]any{"name": sfn.At("$.name"), "greeting": sfn.At("$.said.greeting")},
	}, sfn.TaskProps{OutputPath: "$.Payload"})
	return hello.Next(nice)
}
