package tasks_test

import (
	"testing"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

// EventBridge takes an object only: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html
func TestDetailIsAnObject(t *testing.T) {
	for detail, right := range map[any]bool{"hello": false, "[1]": false, `{"a":1}`: true, "${Token[TOKEN.1]}": true, sfn.At("$.detail"): true} {
		_, err := sfn.Build(sfn.NewTask("Tell", tasks.EventBridgePutEvents{Entries: []tasks.EventBridgeEvent{{Source: "s", DetailType: "d", Detail: detail}}}))
		if (err == nil) != right {
			t.Errorf("%v: %v", detail, err)
		}
	}
}
