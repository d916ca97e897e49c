package sim_test

import (
	"context"
	"errors"
	"testing"

	"github.com/aws/aws-lambda-go/lambda"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/sim"
)

type soldOut struct{}

func (soldOut) Error() string { return "nothing left" }

// TestLambdaHandler runs a handler as it is given to lambda.Start.
func TestLambdaHandler(t *testing.T) {
	doc, err := asl.Parse("x.json", []byte(`{"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
		"Parameters": {"FunctionName": "f", "Payload.$": "$"}, "OutputPath": "$.Payload", "End": true}}}`))
	if err != nil {
		t.Fatal(err)
	}
	type order struct{ Items int }
	handler := lambda.NewHandler(func(_ context.Context, o order) (map[string]int, error) {
		switch {
		case o.Items == 0:
			return nil, soldOut{}
		case o.Items < 0:
			return nil, errors.New("negative")
		}
		return map[string]int{"total": o.Items * 5}, nil
	})
	plan := sim.MustNew(doc.Machine, sim.OnTask("T").Handle(handler))
	for items, want := range map[int]string{2: "", 0: "soldOut", -1: "errorString"} {
		x, err := plan.Run(context.Background(), map[string]int{"Items": items})
		if err != nil || x.Failure.Name != want {
			t.Errorf("%d items: %v %v", items, err, x.Failure)
		}
	}
}
