package services_test

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
	"github.com/stepwise-go/stepwise/sim/services"
)

// call runs one task and returns its result as JSON, without the metadata, or its error.
func call(t *testing.T, aws *services.Account, resource, parameters string, options ...sim.Option) string {
	t.Helper()
	text := fmt.Sprintf(`{"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::%s", "Parameters": %s, "End": true}}}`, resource, parameters)
	doc, err := asl.Parse("t.asl.json", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	run, err := sim.MustNew(doc.Machine).Run(context.Background(), nil, append(options, sim.WithService(aws))...)
	if err != nil {
		return "test is wrong: " + err.Error()
	}
	if run.Status != sim.Succeeded {
		return ids.ReplaceAllString(run.Failure.Error(), "ID")
	}
	out, _ := ordjson.From(run.Output)
	if problem := sim.CheckResult("arn:aws:states:::"+resource, out, sim.ValidateStrict); problem != "" {
		t.Errorf("%s answers what the service does not: %s", resource, problem)
	}
	if o, ok := out.(*ordjson.Object); ok {
		o = o.Clone()
		o.Delete("SdkHttpMetadata")
		o.Delete("SdkResponseMetadata")
		out = o
	}
	return ids.ReplaceAllString(ordjson.String(out), "ID")
}

var ids = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)

func check(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s\n got %s\nwant %s", what, got, want)
	}
}

const dynamoCause = " (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: %s; Request ID: ID; Proxy: null)"

func TestErrors(t *testing.T) {
	aws := services.New()
	aws.Table("T", "id")
	aws.Queue("q")
	aws.Queue("q.fifo")
	aws.Topic("t")
	aws.Bus("default")
	for _, c := range []struct{ resource, parameters, want string }{
		{"dynamodb:putItem", `{"TableName": "/test-table", "Item": {"id": {"S": "1"}}}`,
			"DynamoDB.AmazonDynamoDBException: 1 validation error detected: Value '/test-table' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+" + fmt.Sprintf(dynamoCause, "ValidationException")},
		{"aws-sdk:dynamodb:putItem", `{"TableName": "T", "Item": null}`,
			"DynamoDb.DynamoDbException: 1 validation error detected: Value null at 'item' failed to satisfy constraint: Member must not be null (Service: DynamoDb, Status Code: 400, Request ID: ID)"},
		{"aws-sdk:dynamodb:putItem", `{"TableName": "none", "Item": {"id": {"S": "1"}}}`,
			"DynamoDb.ResourceNotFoundException: Requested resource not found (Service: DynamoDb, Status Code: 400, Request ID: ID)"},
		{"dynamodb:deleteItem", `{"TableName": "T", "Key": {"id": {"S": "1"}}, "ConditionExpression": "attribute_exists(id)"}`,
			"DynamoDB.ConditionalCheckFailedException: The conditional request failed" + fmt.Sprintf(dynamoCause, "ConditionalCheckFailedException")},
		{"dynamodb:getItem", `{"TableName": "T", "Key": {"other": {"S": "1"}}}`,
			"DynamoDB.AmazonDynamoDBException: The provided key element does not match the schema" + fmt.Sprintf(dynamoCause, "ValidationException")},
		{"dynamodb:updateItem", `{"TableName": "T", "Key": {"id": {"S": "1"}}, "UpdateExpression": "SET a = :b"}`,
			"DynamoDB.AmazonDynamoDBException: Invalid UpdateExpression: An expression attribute value used in expression is not defined; attribute value: :b" + fmt.Sprintf(dynamoCause, "ValidationException")},
		{"aws-sdk:s3:getObject", `{"Bucket": "b", "Key": "k"}`,
			"S3.NoSuchKeyException: The specified key does not exist. (Service: S3, Status Code: 404, Request ID: ID, Extended Request ID: ID)"},
		{"sqs:sendMessage", `{"QueueUrl": "no-such-queue", "MessageBody": "m"}`,
			"SQS.SdkClientException: Unable to execute HTTP request: no-such-queue: Name or service not known"},
		{"sqs:sendMessage", `{"QueueUrl": "https://sqs.us-east-1.amazonaws.com/1/none", "MessageBody": "m"}`,
			"SQS.QueueDoesNotExistException: The specified queue does not exist. (Service: AmazonSQS; Status Code: 400; Error Code: AWS.SimpleQueueService.NonExistentQueue; Request ID: ID; Proxy: null)"},
		{"aws-sdk:sqs:sendMessage", `{"QueueUrl": "q.fifo", "MessageBody": "m"}`,
			"Sqs.SqsException: The request must contain the parameter MessageGroupId. (Service: Sqs, Status Code: 400, Request ID: ID)"},
		{"sns:publish", `{"TopicArn": "arn:aws:sns:us-east-1:111111111111:none", "Message": {"a": 1}}`,
			"SNS.NotFoundException: Topic does not exist (Service: AmazonSNS; Status Code: 404; Error Code: NotFound; Request ID: ID; Proxy: null)"},
		{"events:putEvents", `{"Entries": [{"Detail": "\"text\"", "DetailType": "d", "Source": "s"}]}`,
			`EventBridge.FailedEntry: {"Entries":[{"ErrorCode":"MalformedDetail","ErrorMessage":"Detail is malformed."}],"FailedEntryCount":1}`},
		{"events:putEvents", `{"Entries": [{"Detail": {"a": 1}, "DetailType": "d", "Source": "s"}, {"Detail": {}, "DetailType": "d"}]}`,
			`EventBridge.FailedEntry: {"Entries":[{"EventId":"ID"},{"ErrorCode":"InvalidArgument","ErrorMessage":"Parameter Source is not valid. Reason: Source is a required argument."}],"FailedEntryCount":1}`},
	} {
		check(t, c.resource+c.parameters, call(t, aws, c.resource, c.parameters), c.want)
	}
}

func TestUnmadeIsNotServed(t *testing.T) {
	got := call(t, services.New(), "sqs:sendMessage", `{"QueueUrl": "q", "MessageBody": "m"}`)
	if !strings.Contains(got, `no mock for task "T"`) {
		t.Error(got)
	}
}

func TestMessages(t *testing.T) {
	aws := services.New()
	q, raw := aws.Queue("q"), aws.Queue("raw.fifo")
	var seen []string
	topic := aws.Topic("t").SubscribeQueue(q).SubscribeQueueRaw(raw).Subscribe(func(_ context.Context, n services.Notification) error {
		seen = append(seen, n.Message)
		return nil
	})
	aws.Bus("default").Rule(services.Pattern{Source: []string{"shop"}}, func(_ context.Context, e services.Event) error {
		seen = append(seen, e.DetailType+string(e.Detail))
		return nil
	})
	check(t, "publish", call(t, aws, "sns:publish", `{"TopicArn": "`+topic.ARN()+`", "Message": {"a": 1}, "MessageDeduplicationId": "d"}`), `{"MessageId":"ID"}`)
	check(t, "publish again", call(t, aws, "aws-sdk:sns:publish", `{"TopicArn": "t", "Message": "m", "MessageDeduplicationId": "d"}`), `{"MessageId":"ID"}`)
	check(t, "put", call(t, aws, "events:putEvents", `{"Entries": [{"Detail": {"b": 2}, "DetailType": "d", "Source": "shop"}, {"Detail": {}, "DetailType": "d", "Source": "other"}]}`),
		`{"Entries":[{"EventId":"ID"},{"EventId":"ID"}],"FailedEntryCount":0}`)
	check(t, "seen", fmt.Sprint(seen), `[{"a":1} m d{"b":2}]`)
	check(t, "counts", fmt.Sprint(len(topic.Published()), len(q.Messages()), len(raw.Messages()), len(aws.Bus("default").Events())), "2 2 1 2")
	m, _ := raw.Receive()
	check(t, "raw", m.Body+" "+m.SequenceNumber, `{"a":1} 00000000000000000001`)
	if _, ok := raw.Receive(); ok {
		t.Error("a message was received twice")
	}

	check(t, "send", call(t, aws, "sqs:sendMessage", `{"QueueUrl": "`+aws.Queue("x").URL()+`", "MessageBody": "test"}`), `{"MD5OfMessageBody":"098f6bcd4621d373cade4e832627b4f6","MessageId":"ID"}`)
	check(t, "receive", call(t, aws, "aws-sdk:sqs:receiveMessage", `{"QueueUrl": "x"}`), `{"Messages":[{"Body":"test","Md5OfBody":"098f6bcd4621d373cade4e832627b4f6","MessageId":"ID","ReceiptHandle":"ID"}]}`)
	check(t, "receive", call(t, aws, "aws-sdk:sqs:receiveMessage", `{"QueueUrl": "x"}`), `{}`)
}

func TestConsumerErrorEndsTheRun(t *testing.T) {
	aws := services.New()
	aws.Queue("q").Consume(func(context.Context, services.Message) error { return fmt.Errorf("broken consumer") })
	if got := call(t, aws, "sqs:sendMessage", `{"QueueUrl": "q", "MessageBody": "m"}`); !strings.Contains(got, "broken consumer") || !strings.HasPrefix(got, "test is wrong") {
		t.Error(got)
	}
}

func TestObjects(t *testing.T) {
	aws := services.New()
	text := `{"StartAt": "Put", "States": {
		"Put": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:putObject", "Parameters": {"Bucket": "b", "Key": "a/1", "Body": {"Dict": "Value"}}, "ResultPath": "$.put", "Next": "Get"},
		"Get": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": {"Bucket": "b", "Key": "a/1"}, "ResultPath": "$.get", "Next": "List"},
		"List": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listObjectsV2", "Parameters": {"Bucket": "b", "Delimiter": "/", "MaxKeys": 2}, "ResultPath": "$.list", "Next": "Delete"},
		"Delete": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:deleteObject", "Parameters": {"Bucket": "b", "Key": "a/1"}, "ResultPath": "$.delete", "Next": "Head"},
		"Head": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:headObject", "Parameters": {"Bucket": "b", "Key": "a/1"}, "ResultPath": "$.head", "Catch": [{"ErrorEquals": ["S3.NoSuchKeyException"], "ResultPath": null, "Next": "Done"}], "End": true},
		"Done": {"Type": "Pass", "End": true}}}`
	doc, err := asl.Parse("t.asl.json", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	run, err := sim.MustNew(doc.Machine).Run(context.Background(), map[string]any{}, sim.WithService(aws),
		sim.WithObject("b", "a/2", "x"), sim.WithObject("b", "c", "y"), sim.WithObject("b", "d", ""))
	if err != nil {
		t.Fatal(err)
	}
	out, _ := ordjson.From(run.Output)
	for pointer, want := range map[string]string{
		"/put":                 `{"ChecksumCRC32":"hnEfWw==","ChecksumType":"FULL_OBJECT","ETag":"\"49e31cee5aec8faf3345893addb14346\"","ServerSideEncryption":"AES256"}`,
		"/get/Body":            `"{\"Dict\":\"Value\"}"`,
		"/get/ContentLength":   `16`,
		"/list/CommonPrefixes": `[{"Prefix":"a/"}]`,
		"/list/Contents/0/Key": `"c"`,
		"/list/IsTruncated":    `true`,
		"/list/KeyCount":       `2`,
		"/delete":              `{}`,
	} {
		v, _ := ordjson.Lookup(out, pointer)
		check(t, pointer, ordjson.String(v), want)
	}
	check(t, "path", fmt.Sprint(run.Path()), "[Put Get List Delete Head Done]")
}

func TestManyRunsAtOnce(t *testing.T) {
	aws := services.New()
	counter := aws.Table("T", "id")
	aws.Queue("q").Consume(func(context.Context, services.Message) error { return nil })
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			call(t, aws, "dynamodb:updateItem", `{"TableName": "T", "Key": {"id": {"S": "n"}}, "UpdateExpression": "ADD n :one", "ExpressionAttributeValues": {":one": {"N": "1"}}}`)
			call(t, aws, "sqs:sendMessage", `{"QueueUrl": "q", "MessageBody": "m"}`)
		})
	}
	all.Wait()
	item, _ := counter.Get("n")
	check(t, "sum", fmt.Sprint(item), "map[id:n n:8]")
}
