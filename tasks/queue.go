package tasks

import (
	"strings"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

// Queue is an SQS queue.
type Queue struct {
	URL    sfn.Text // text, a token, or an Expression
	ARNs   []string // the queue, or those an Expression may choose; none is derived from a literal URL
	KeyARN string   // the customer-managed key that encrypts it, "" if there is none
	FIFO   bool     // if it is known to be one
}

// QueueOf returns the queue of a CDK construct (awssqs.IQueue), its encryption key included.
func QueueOf[K Key](q interface {
	QueueUrl() *string
	QueueArn() *string
	Fifo() *bool
	EncryptionMasterKey() K
}) Queue {
	if isNil(q) {
		return Queue{}
	}
	fifo := q.Fifo()
	return Queue{URL: text(q.QueueUrl()), ARNs: []string{text(q.QueueArn())}, KeyARN: keyARN(q.EncryptionMasterKey()), FIFO: fifo != nil && *fifo}
}

// QueueAt returns the queue with that URL. An Expression needs the ARNs it may choose from.
func QueueAt(url sfn.Text, arns ...string) Queue {
	q := Queue{URL: url, ARNs: arns}
	if s, ok := literal(url); ok {
		q.FIFO = strings.HasSuffix(s, ".fifo")
	}
	return q
}

// arns returns the ARNs for the permissions.
func (q Queue) arns() []string {
	if len(q.ARNs) > 0 {
		return q.ARNs
	}
	url, ok := literal(q.URL)
	if !ok || sfn.HasToken(url) {
		return nil
	}
	// https://sqs.REGION.amazonaws.com/ACCOUNT/NAME
	parts := strings.Split(strings.TrimPrefix(url, "https://"), "/")
	host := strings.Split(parts[0], ".")
	if len(parts) != 3 || len(host) < 3 || host[0] != "sqs" {
		return nil
	}
	return []string{"arn:${AWS::Partition}:sqs:" + host[1] + ":" + parts[1] + ":" + parts[2]}
}
