package tasks

import (
	"strings"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

// Topic is an SNS topic.
type Topic struct {
	ARN    sfn.Text // text, a token, or an Expression
	ARNs   []string // the topics an Expression may choose
	KeyARN string   // the customer-managed key that encrypts it, "" if there is none
	FIFO   bool     // if it is known to be one
}

// TopicOf returns the topic of a CDK construct (awssns.ITopic), its encryption key included.
func TopicOf[K Key](t interface {
	TopicArn() *string
	Fifo() *bool
	MasterKey() K
}) Topic {
	if isNil(t) {
		return Topic{}
	}
	fifo := t.Fifo()
	return Topic{ARN: text(t.TopicArn()), KeyARN: keyARN(t.MasterKey()), FIFO: fifo != nil && *fifo}
}

// TopicAt returns the topic with that ARN. An Expression needs the ARNs it may choose from.
func TopicAt(arn sfn.Text, arns ...string) Topic {
	t := Topic{ARN: arn, ARNs: arns}
	if s, ok := literal(arn); ok {
		t.FIFO = strings.HasSuffix(s, ".fifo")
	}
	return t
}

func (t Topic) arns() []string { return arnsOf(t.ARN, t.ARNs) }

// arnsOf returns the ARNs for the permissions on something that the state names by its ARN.
func arnsOf(arn sfn.Text, choices []string) []string {
	if s, ok := literal(arn); ok && len(choices) == 0 {
		return []string{s}
	}
	return choices
}
