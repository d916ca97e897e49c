package services

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// Notification is a message that was published to a topic.
type Notification struct {
	ID              string
	Topic           string // the name
	Subject         string
	Message         string
	Attributes      map[string]string // the values of MessageAttributes
	GroupID         string
	DeduplicationID string
}

// Decode decodes the message, which must be JSON, as json.Unmarshal does.
func (n Notification) Decode(into any) error { return json.Unmarshal([]byte(n.Message), into) }

// Topic is a topic of SNS. Subscriptions have no filter policies.
type Topic struct {
	account     *Account
	name        string
	published   []Notification
	subscribers []func(*request, Notification)
}

// Topic returns the topic of that name. It is made if it is not there.
//
// A call finds it if its TopicArn is the name, or is an ARN that ends in it.
func (a *Account) Topic(name string) *Topic {
	return made(a, a.topics, name, func() *Topic { return &Topic{account: a, name: name} })
}

// ARN returns the topic's ARN, in an invented account.
func (t *Topic) ARN() string { return "arn:aws:sns:us-east-1:123456789012:" + t.name }

// Subscribe gives every notification to a function.
func (t *Topic) Subscribe(f func(ctx context.Context, n Notification) error) *Topic {
	return t.subscribe(func(r *request, n Notification) {
		r.deliveries = append(r.deliveries, func() error { return f(r.ctx, n) })
	})
}

// SubscribeQueue gives every notification to a queue of the same account, in the envelope that SNS makes.
// https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html
func (t *Topic) SubscribeQueue(q *Queue) *Topic {
	return t.subscribe(func(r *request, n Notification) {
		body := object("Type", "Notification", "MessageId", n.ID, "TopicArn", t.ARN())
		if n.Subject != "" {
			body.Set("Subject", n.Subject)
		}
		body.Set("Message", n.Message)
		body.Set("Timestamp", r.run.Now().UTC().Format("2006-01-02T15:04:05.000Z"))
		q.put(r, Message{ID: r.run.UUID(), Body: ordjson.String(body), GroupID: n.GroupID, DeduplicationID: n.DeduplicationID})
	})
}

// SubscribeQueueRaw is SubscribeQueue with raw message delivery: the body is the message, with its attributes.
func (t *Topic) SubscribeQueueRaw(q *Queue) *Topic {
	return t.subscribe(func(r *request, n Notification) {
		q.put(r, Message{ID: r.run.UUID(), Body: n.Message, Attributes: n.Attributes, GroupID: n.GroupID, DeduplicationID: n.DeduplicationID})
	})
}

func (t *Topic) subscribe(s func(*request, Notification)) *Topic {
	t.account.mu.Lock()
	defer t.account.mu.Unlock()
	t.subscribers = append(t.subscribers, s)
	return t
}

// Published returns all that was published, oldest first.
func (t *Topic) Published() []Notification {
	t.account.mu.Lock()
	defer t.account.mu.Unlock()
	return slices.Clone(t.published)
}

var snsOperations = map[string]operation{
	"sns:publish":         publish,
	"aws-sdk:sns:publish": publish,
}

// https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
func publish(r *request) (*ordjson.Object, error) {
	arn := r.text("TopicArn")
	if arn == "" {
		arn = r.text("TargetArn")
	}
	if arn == "" {
		return nil, r.fail(snsBrand, "InvalidParameterException", "InvalidParameter", "400", msgNoTopicName)
	}
	t := r.account.topics[arn]
	if t == nil {
		t = r.account.topics[lastPart(arn, ":")]
	}
	n := Notification{ID: r.run.UUID(), Subject: r.text("Subject"), Message: r.text("Message"), Attributes: attributes(r.object("MessageAttributes")),
		GroupID: r.text("MessageGroupId"), DeduplicationID: r.text("MessageDeduplicationId")}
	switch {
	case t == nil:
		return nil, r.fail(snsBrand, "NotFoundException", "NotFound", "404", msgNoTopic)
	case n.Message == "":
		return nil, r.fail(snsBrand, "InvalidParameterException", "InvalidParameter", "400", msgNoMessage)
	}
	fifo := strings.HasSuffix(t.name, ".fifo")
	if fifo && n.GroupID == "" {
		return nil, r.fail(snsBrand, "InvalidParameterException", "InvalidParameter", "400", msgTopicGroup)
	}
	n.Topic = t.name
	t.published = append(t.published, n)
	for _, s := range t.subscribers {
		s(r, n)
	}
	out := object("MessageId", n.ID)
	if fifo {
		out.Set("SequenceNumber", sequence(len(t.published)))
	}
	return out, nil
}
