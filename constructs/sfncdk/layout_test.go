package sfncdk

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/ordjson"
)

func TestLayout(t *testing.T) {
	text := `{"StartAt":"A","States":{"A":{"Type":"Map","ItemProcessor":{"StartAt":"B","States":{"B":{"Type":"Pass","End":true}}},` +
		`"Retry":[{"ErrorEquals":["States.ALL"],"MaxAttempts":2}],"Next":"C"},` +
		`"C":{"Type":"Task","Resource":"r","Parameters":{},"Retry":[{"ErrorEquals":["Lambda.ClientExecutionTimeoutException","Lambda.ServiceException","Lambda.AWSLambdaException"]}],"End":true}}}`
	want := `{
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Map",
      "ItemProcessor": {
        "StartAt": "B",
        "States": {
          "B": {
            "Type": "Pass",
            "End": true
          }
        }
      },
      "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 2}],
      "Next": "C"
    },
    "C": {
      "Type": "Task",
      "Resource": "r",
      "Parameters": {},
      "Retry": [
        {
          "ErrorEquals": [
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException"
          ]
        }
      ],
      "End": true
    }
  }
}`
	v, err := ordjson.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	got, err := layout(v)
	if err != nil || got != want {
		t.Errorf("got %v\n%s", err, got)
	}
	again, err := ordjson.DecodeString(got)
	if err != nil || !ordjson.Equal(v, again) {
		t.Error("the value changed")
	}
}

func TestLargeDefinitionsHaveAStateOnEachLine(t *testing.T) {
	states := ordjson.NewObject()
	for i := range 5000 {
		states.Set(fmt.Sprint("State ", i), ordjson.NewObject(ordjson.Member{Key: "Type", Value: "Pass"}, ordjson.Member{Key: "Next", Value: fmt.Sprint("State ", i+1)}))
	}
	graph := ordjson.NewObject(ordjson.Member{Key: "StartAt", Value: "State 0"}, ordjson.Member{Key: "States", Value: states})
	got, err := layout(graph)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(got, "\n"); n != 5000+4 {
		t.Errorf("%d lines", n)
	}
	if !strings.Contains(got, "\n\"State 7\":{\"Type\":\"Pass\",\"Next\":\"State 8\"},\n") {
		t.Error(got[:300])
	}
}
