package golden

import (
	"time"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

// Shorthand of the cases.

const (
	token = tasks.WaitForTaskToken
	job   = tasks.RunJob
)

var (
	at = sfn.At
	in = func(name string) sfn.Expression { return sfn.JSONata("$states.input." + name) }

	queue = tasks.QueueAt("${Queue.Ref}", "${Queue.Arn}")
	fifo  = tasks.Queue{URL: "${Queue.Ref}", ARNs: []string{"${Queue.Arn}"}, FIFO: true}
	topic = tasks.TopicAt("${Topic.Ref}")
	bus   = tasks.EventBusAt("${Bus.Arn}", "${Bus.Arn}")
	event = tasks.EventBridgeEvent{Detail: m{"k": "v"}, DetailType: "MyDetail", Source: "my.source"}
)

type (
	m = map[string]any
	l = []any
)

const noPattern = doesNotCompile("the integration has no Pattern")

// attributes are the message attributes of the cases with all props.
func attributes(place, pic, attr any) m {
	return m{
		"place": place, "pic": tasks.MessageAttribute{Type: "Binary", Value: pic}, "people": 4,
		"ratio": tasks.MessageAttribute{Type: "Number", Value: 0.5}, "flag": true,
		"word": tasks.MessageAttribute{Type: "String", Value: "w"}, "handles": l{"@a", "@b", nil, 3, false}, "input": attr,
	}
}

var messaging = cases{
	"SqsSendMessage__jsonata_min":            tasks.SQSSendMessage{Queue: queue, Body: in("body")},
	"SqsSendMessage__jsonpath_fifo":          tasks.SQSSendMessage{Queue: fifo, Body: "x", GroupID: "g"},
	"SqsSendMessage__jsonpath_min":           tasks.SQSSendMessage{Queue: queue, Body: "hello"},
	"SqsSendMessage__jsonpath_fifo_no_group": tasks.SQSSendMessage{Queue: fifo, Body: "x"},
	"SqsSendMessage__jsonata_token_full": tasks.SQSSendMessage{
		Queue: queue, Body: m{"token": sfn.TaskToken(), "input": in("in")}, Delay: time.Minute, GroupID: in("group"), DeduplicationID: in("dedup"), Pattern: token,
	},
	"SqsSendMessage__jsonpath_rr_full": tasks.SQSSendMessage{
		Queue: queue, Body: m{"a": at("$.a"), "list": l{1, "two", m{"three": at("$.three")}}, "empty": m{}}, Delay: time.Minute, GroupID: at("$.group"), DeduplicationID: at("$.dedup"),
	},
	"SqsSendMessage__jsonpath_token_full": tasks.SQSSendMessage{
		Queue: queue, Body: m{"token": sfn.TaskToken(), "input": at("$.in")}, Delay: time.Minute, GroupID: at("$.group"), DeduplicationID: at("$.dedup"), Pattern: token,
	},
	"SqsSendMessage__toplevel_jsonata_ctor_min": tasks.SQSSendMessage{Queue: queue, Body: in("body")},

	"SnsPublish__jsonata_min": tasks.SNSPublish{Topic: topic, Message: in("message")},
	"SnsPublish__jsonata_token_full": tasks.SNSPublish{
		Topic: topic, Message: m{"token": sfn.TaskToken(), "body": in("body")}, Subject: in("subject"), PerProtocol: true,
		Attributes: attributes(in("place"), in("pic"), in("attr")), Pattern: token,
	},
	"SnsPublish__jsonpath_attribute_string_array":  tasks.SNSPublish{Topic: topic, Message: "hi", Attributes: m{"a": tasks.MessageAttribute{Type: "String.Array", Value: l{"x", "y"}}}},
	"SnsPublish__jsonpath_attribute_type_mismatch": tasks.SNSPublish{Topic: topic, Message: "hi", Attributes: m{"a": tasks.MessageAttribute{Type: "Number", Value: "text"}}},
	"SnsPublish__jsonpath_imported_topic":          tasks.SNSPublish{Topic: tasks.TopicAt("arn:aws:sns:eu-west-1:111122223333:my-topic"), Message: at("$")},
	"SnsPublish__jsonpath_min":                     tasks.SNSPublish{Topic: topic, Message: "hello"},
	"SnsPublish__jsonpath_rr_full": tasks.SNSPublish{
		Topic: topic, Message: m{"default": at("$.message"), "email": "fixed", "nested": m{"n": 1, "b": true}}, Subject: at("$.subject"), PerProtocol: true,
		Attributes: attributes(at("$.place"), at("$.pic"), at("$.attr")),
	},
	"SnsPublish__jsonpath_token_full": tasks.SNSPublish{
		Topic: topic, Message: m{"token": sfn.TaskToken(), "body": at("$.body")}, Subject: at("$.subject"), PerProtocol: true,
		Attributes: attributes(at("$.place"), at("$.pic"), at("$.attr")), Pattern: token,
	},
	"SnsPublish__jsonpath_token_min":        tasks.SNSPublish{Topic: topic, Message: m{"token": sfn.TaskToken(), "body": at("$.body")}, Pattern: token},
	"SnsPublish__toplevel_jsonata_ctor_min": tasks.SNSPublish{Topic: topic, Message: in("message")},

	"EventBridgePutEvents__jsonpath_rr_full": tasks.EventBridgePutEvents{Entries: []tasks.EventBridgeEvent{
		{Detail: m{"k": at("$.k"), "deep": m{"n": 1}}, DetailType: at("$.detailType"), Source: "my.source", Bus: bus},
		{Detail: at("$.detail"), DetailType: "Second", Source: at("$.source")},
	}},
	"EventBridgePutEvents__jsonpath_same_bus_twice": tasks.EventBridgePutEvents{Entries: []tasks.EventBridgeEvent{
		{Detail: m{"n": 1}, DetailType: "T", Source: "my.source", Bus: bus}, {Detail: m{"n": 2}, DetailType: "T", Source: "my.source", Bus: bus},
	}},
	"EventBridgePutEvents__jsonpath_token_full": tasks.EventBridgePutEvents{Pattern: token, Entries: []tasks.EventBridgeEvent{
		{Detail: m{"token": sfn.TaskToken()}, DetailType: "MyDetail", Source: "my.source", Bus: bus},
	}},
	"EventBridgePutEvents__jsonpath_unsupported_job":  tasks.EventBridgePutEvents{Entries: []tasks.EventBridgeEvent{event}, Pattern: job},
	"EventBridgePutEvents__toplevel_jsonata_ctor_min": tasks.EventBridgePutEvents{Entries: []tasks.EventBridgeEvent{event}},
	"EventBridgePutEvents__toplevel_jsonata_min":      tasks.EventBridgePutEvents{Entries: []tasks.EventBridgeEvent{event}},
}
