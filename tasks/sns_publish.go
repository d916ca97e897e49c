package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var snsPublish = Descriptor{
	Name: "SNSPublish", Title: "publishes a message to a topic",
	Service: "sns", Action: "publish", Patterns: requestToken,
	Required: []string{"Message"},
	Grants: []Grant{
		{On: "topic", Actions: []string{"sns:Publish"}, Why: "publishes the message"},
		{On: "phone number", Actions: []string{"sns:Publish"}, Why: "sends a text message, which no ARN can limit", When: "PhoneNumber is set"},
		{
			On: "key", Actions: []string{"kms:Decrypt", "kms:GenerateDataKey"}, Why: "encrypts the message",
			When: "the topic has a customer-managed key",
		},
	},
	Doc: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-sns.html",
}

// SNSPublish publishes a message to a topic, or sends it to a phone. The result has the MessageId.
//
// The key of an encrypted topic needs both kms actions:
// https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
type SNSPublish struct {
	Topic Topic
	// PhoneNumber, in place of Topic, is where a text message goes: "+15550100". IAM cannot tell phone
	// numbers apart: the role may then publish to every number and topic of the account.
	PhoneNumber sfn.Text
	// Message is text, or any JSON, which is sent as its text.
	Message sfn.Value
	Subject sfn.Text // of e-mails, at most 100 characters
	// PerProtocol sends the member of Message that has the name of the protocol ("email", "sqs", ...),
	// or "default", which Message must have.
	PerProtocol bool
	// Attributes are message attributes: text, numbers, true and false, []byte, lists of these,
	// Expressions (text), or MessageAttribute.
	Attributes map[string]any
	// GroupID is the message group, which a FIFO topic needs.
	GroupID sfn.Text
	// DeduplicationID is for FIFO topics without content-based deduplication.
	DeduplicationID sfn.Text
	Pattern         sfn.Pattern // RequestResponse or WaitForTaskToken
	Extra           map[string]any
}

// Bind implements sfn.Integration.
func (t SNSPublish) Bind(c *sfn.TaskContext) sfn.Binding {
	b := snsPublish.bind(c, t.Pattern)
	switch phone := isSet(t.PhoneNumber); {
	case phone && isSet(t.Topic.ARN):
		b.report(exclusive("Topic", "PhoneNumber"))
	case phone:
		b.set("PhoneNumber", t.PhoneNumber)
		b.on("phone number", "*")
	default:
		b.need("TopicArn", t.Topic.ARN, "Topic")
	}
	b.need("Message", t.Message)
	if t.PerProtocol {
		b.set("MessageStructure", "json")
	}
	b.set("MessageAttributes", b.messageAttributes(t.Attributes, true))
	b.set("Subject", t.Subject)
	b.set("MessageDeduplicationId", t.DeduplicationID)
	if t.Topic.FIFO {
		b.need("MessageGroupId", t.GroupID, "GroupID")
	} else {
		b.set("MessageGroupId", t.GroupID)
	}
	b.on("topic", b.scoped("Topic", t.Topic.ARN, t.Topic.arns())...)
	b.on("key", t.Topic.KeyARN)
	return b.done(t.Extra)
}
