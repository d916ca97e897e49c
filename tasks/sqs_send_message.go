package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var sqsSendMessage = Descriptor{
	Name: "SQSSendMessage", Title: "sends a message to a queue",
	Service: "sqs", Action: "sendMessage", Patterns: requestToken,
	Required: []string{"QueueUrl", "MessageBody"},
	Grants: []Grant{
		{On: "queue", Actions: []string{"sqs:SendMessage"}, Why: "sends the message"},
		{
			On: "key", Actions: []string{"kms:Decrypt", "kms:GenerateDataKey"}, Why: "encrypts the message",
			When: "the queue has a customer-managed key",
		},
	},
	Doc: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-sqs.html",
}

// SQSSendMessage sends a message to a queue. The result has the MessageId.
//
// The key of an encrypted queue needs both kms actions, as for every sender:
// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
type SQSSendMessage struct {
	Queue Queue
	// Body is the message: text, or any JSON, which is sent as its text.
	Body sfn.Value
	// Delay is the time until the message can be received, 0 to 900 s; nil is what the queue says.
	// A FIFO queue does not take it.
	Delay sfn.Seconds
	// GroupID is the message group. A FIFO queue needs it; on a standard queue it makes the queue fair.
	GroupID sfn.Text
	// DeduplicationID is for FIFO queues without content-based deduplication.
	DeduplicationID sfn.Text
	// Attributes are message attributes: text, numbers, []byte, Expressions (text), or MessageAttribute.
	Attributes map[string]any
	Pattern    sfn.Pattern // RequestResponse or WaitForTaskToken
	Extra      map[string]any
}

// Bind implements sfn.Integration.
func (t SQSSendMessage) Bind(c *sfn.TaskContext) sfn.Binding {
	b := sqsSendMessage.bind(c, t.Pattern)
	b.need("QueueUrl", t.Queue.URL, "Queue")
	b.need("MessageBody", t.Body, "Body")
	b.seconds("DelaySeconds", t.Delay)
	b.within("Delay", t.Delay, 0, 900)
	b.set("MessageDeduplicationId", t.DeduplicationID)
	b.set("MessageAttributes", b.messageAttributes(t.Attributes, false))
	if t.Queue.FIFO {
		b.need("MessageGroupId", t.GroupID, "GroupID")
		if isSet(t.Delay) {
			b.report(notAllowed("Delay", "a FIFO queue has one delay for all messages"))
		}
	} else {
		b.set("MessageGroupId", t.GroupID)
	}
	b.on("queue", b.scoped("Queue", t.Queue.URL, t.Queue.arns())...)
	b.on("key", t.Queue.KeyARN)
	return b.done(t.Extra)
}
