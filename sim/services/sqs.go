package services

import (
	"context"
	"crypto/md5"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

// Message is a message of a queue.
type Message struct {
	ID              string
	Body            string
	Attributes      map[string]string // the values of MessageAttributes
	GroupID         string
	DeduplicationID string
	SequenceNumber  string        // of a FIFO queue
	Delay           time.Duration // the DelaySeconds; a Consume function is called at once all the same
	SentAt          time.Time     // virtual; zero for those of Queue.Send

	receipt string
}

// Decode decodes the body, which must be JSON, as json.Unmarshal does.
func (m Message) Decode(into any) error { return json.Unmarshal([]byte(m.Body), into) }

// Queue is a queue of SQS. With a name that ends in .fifo it is a FIFO queue: messages need a group, and
// one whose MessageDeduplicationId was sent in the five minutes before is accepted but not delivered.
// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html
type Queue struct {
	account  *Account
	name     string
	waiting  []Message
	taken    []Message
	sent     map[string]time.Time // FIFO: when a deduplication ID was seen
	serial   int
	consumer func(context.Context, Message) error
}

// Queue returns the queue of that name. It is made if it is not there.
//
// A call finds it if its QueueUrl is the name, or is a URL that ends in it.
func (a *Account) Queue(name string) *Queue {
	return made(a, a.queues, name, func() *Queue { return &Queue{account: a, name: name, sent: map[string]time.Time{}} })
}

// URL returns the queue's URL, in an invented account.
func (q *Queue) URL() string { return "https://sqs.us-east-1.amazonaws.com/123456789012/" + q.name }

// ARN returns the queue's ARN, in an invented account.
func (q *Queue) ARN() string { return "arn:aws:sqs:us-east-1:123456789012:" + q.name }

// Consume gives every message to a function, as an event source mapping gives them to a Lambda function.
// The function may answer the task's token by sim.ControlFrom, at once or After a time.
// Messages that it got are not for Receive.
func (q *Queue) Consume(f func(ctx context.Context, m Message) error) *Queue {
	q.account.mu.Lock()
	defer q.account.mu.Unlock()
	q.consumer = f
	return q
}

// Send puts a message on the queue for a receiveMessage of the workflow. It is not given to Consume.
func (q *Queue) Send(body string) *Queue {
	q.account.mu.Lock()
	defer q.account.mu.Unlock()
	q.serial++
	q.waiting = append(q.waiting, Message{ID: "sent-" + strconv.Itoa(q.serial), Body: body})
	return q
}

// Receive takes the oldest message off the queue. It returns false if there is none.
func (q *Queue) Receive() (Message, bool) {
	q.account.mu.Lock()
	defer q.account.mu.Unlock()
	if len(q.waiting) == 0 {
		return Message{}, false
	}
	m := q.waiting[0]
	q.waiting = q.waiting[1:]
	return m, true
}

// Messages returns the messages that wait, oldest first.
func (q *Queue) Messages() []Message {
	q.account.mu.Lock()
	defer q.account.mu.Unlock()
	return slices.Clone(q.waiting)
}

func (q *Queue) fifo() bool { return strings.HasSuffix(q.name, ".fifo") }

// put delivers a message, with the account locked. It returns the sequence number of a FIFO queue.
func (q *Queue) put(r *request, m Message) string {
	m.SentAt = r.run.Now()
	if q.fifo() {
		q.serial++
		m.SequenceNumber = sequence(q.serial)
		if m.DeduplicationID != "" {
			before, again := q.sent[m.DeduplicationID]
			age := m.SentAt.Sub(before)
			if again && age >= 0 && age < 5*time.Minute {
				return m.SequenceNumber
			}
			q.sent[m.DeduplicationID] = m.SentAt
		}
	}
	if f := q.consumer; f != nil {
		r.deliveries = append(r.deliveries, func() error { return f(r.ctx, m) })
	} else {
		q.waiting = append(q.waiting, m)
	}
	return m.SequenceNumber
}

var sqsOperations = map[string]operation{
	"sqs:sendMessage":            sendMessage,
	"aws-sdk:sqs:sendMessage":    sendMessage,
	"aws-sdk:sqs:receiveMessage": receiveMessage,
	"aws-sdk:sqs:deleteMessage":  deleteMessage,
}

// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
func sendMessage(r *request) (*ordjson.Object, error) {
	q, err := r.queue()
	if err != nil {
		return nil, err
	}
	m := Message{ID: r.run.UUID(), Body: r.text("MessageBody"), Attributes: attributes(r.object("MessageAttributes")),
		GroupID: r.text("MessageGroupId"), DeduplicationID: r.text("MessageDeduplicationId")}
	if seconds, ok := r.int("DelaySeconds"); ok {
		m.Delay = time.Duration(seconds) * time.Second
	}
	switch {
	case m.Body == "":
		return nil, r.fail(sqsBrand, "", "MissingParameter", "400", msgNoBody)
	case q.fifo() && m.GroupID == "":
		return nil, r.fail(sqsBrand, "", "MissingParameter", "400", msgNoGroup)
	}
	out := object(r.md5Name("OfMessageBody"), md5Hex(m.Body), "MessageId", m.ID)
	if sequence := q.put(r, m); sequence != "" {
		out.Set("SequenceNumber", sequence)
	}
	return out, nil
}

// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html
// What was received stays invisible until it is deleted: there is no visibility timeout.
func receiveMessage(r *request) (*ordjson.Object, error) {
	q, err := r.queue()
	if err != nil {
		return nil, err
	}
	most, ok := r.int("MaxNumberOfMessages")
	if !ok {
		most = 1
	}
	n := max(0, min(most, len(q.waiting)))
	if n == 0 {
		return object(), nil
	}
	var list []any
	for _, m := range q.waiting[:n] {
		m.receipt = r.run.UUID()
		q.taken = append(q.taken, m)
		list = append(list, object("Body", m.Body, r.md5Name("OfBody"), md5Hex(m.Body), "MessageId", m.ID, "ReceiptHandle", m.receipt))
	}
	q.waiting = q.waiting[n:]
	return object("Messages", list), nil
}

func deleteMessage(r *request) (*ordjson.Object, error) {
	q, err := r.queue()
	if err != nil {
		return nil, err
	}
	receipt := r.text("ReceiptHandle")
	q.taken = slices.DeleteFunc(q.taken, func(m Message) bool { return m.receipt == receipt })
	return object(), nil
}

// queue finds the queue of a call. A QueueUrl that is no URL fails before it gets to SQS.
func (r *request) queue() (*Queue, error) {
	url := r.text("QueueUrl")
	if q := r.account.queues[url]; q != nil {
		return q, nil
	}
	if q := r.account.queues[lastPart(url, "/")]; q != nil {
		return q, nil
	}
	if !strings.Contains(url, "://") {
		prefix := sqsBrand.prefix
		if r.sdk() {
			prefix = sqsBrand.sdkPrefix
		}
		return nil, sim.Fail(prefix+".SdkClientException", fmt.Sprintf(msgNoHost, url))
	}
	return nil, r.fail(sqsBrand, "QueueDoesNotExistException", "AWS.SimpleQueueService.NonExistentQueue", "400", msgNoQueue)
}

// md5Name is MD5OfBody, or Md5OfBody as the SDK integration has it.
func (r *request) md5Name(rest string) string {
	if r.sdk() {
		return "Md5" + rest
	}
	return "MD5" + rest
}

func md5Hex(s string) string {
	sum := md5.Sum([]byte(s))
	return hex.EncodeToString(sum[:])
}

// attributes are the values of message attributes by name.
func attributes(o *ordjson.Object) map[string]string {
	if o.Len() == 0 {
		return nil
	}
	out := map[string]string{}
	for name, v := range o.All() {
		a, _ := v.(*ordjson.Object)
		for _, field := range []string{"StringValue", "BinaryValue"} {
			if s, ok := a.Get(field); ok {
				out[name] = asText(s)
			}
		}
	}
	return out
}

// sequence is a sequence number as SQS and SNS give them: twenty digits.
func sequence(n int) string { return fmt.Sprintf("%020d", n) }
