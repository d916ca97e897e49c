package services

import (
	"context"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

// request is one call on its way through a service.
type request struct {
	ctx        context.Context
	account    *Account
	call       *sim.Call
	run        *sim.Control
	in         *ordjson.Object
	deliveries []func() error // what to tell the functions of the test once the account is unlocked
}

// sdk tells whether the call came through the SDK integration.
func (r *request) sdk() bool { return strings.HasPrefix(r.call.Resource.Service, "aws-sdk:") }

// text returns a parameter as a text: a text as it is, any other value as JSON, as Step Functions sends it.
func (r *request) text(name string) string {
	v, ok := r.in.Get(name)
	if !ok || v == nil {
		return ""
	}
	return asText(v)
}

func asText(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	return ordjson.String(v)
}

func (r *request) object(name string) *ordjson.Object {
	v, _ := r.in.Get(name)
	o, _ := v.(*ordjson.Object)
	return o
}

func (r *request) int(name string) (int, bool) {
	v, _ := r.in.Get(name)
	n, ok := ordjson.Int(v)
	return int(n), ok
}

func (r *request) flag(name string, otherwise bool) bool {
	v, _ := r.in.Get(name)
	if b, ok := v.(bool); ok {
		return b
	}
	return otherwise
}

// brand is how a service is called in errors: of the optimized integrations, which use version 1 of the
// SDK for Java, and of the SDK integrations, which use version 2.
type brand struct {
	prefix, service, general          string
	sdkPrefix, sdkGeneral, sdkDetails string
}

// The names are those of recorded executions; where AWS was not recorded, those of the classes of the SDKs.
var (
	sqsBrand    = brand{"SQS", "AmazonSQS", "AmazonSQSException", "Sqs", "SqsException", ""}
	snsBrand    = brand{"SNS", "AmazonSNS", "AmazonSNSException", "Sns", "SnsException", ""}
	dynamoBrand = brand{"DynamoDB", "AmazonDynamoDBv2", "AmazonDynamoDBException", "DynamoDb", "DynamoDbException", ""}
	s3Brand     = brand{sdkPrefix: "S3", sdkGeneral: "S3Exception", sdkDetails: ", Extended Request ID: "}
)

// fail is an error of a service. The exception is "" for one that has no class of its own.
func (r *request) fail(b brand, exception, code, status, message string) error {
	id := r.run.UUID()
	if r.sdk() {
		if exception == "" {
			exception = b.sdkGeneral
		}
		details := ""
		if b.sdkDetails != "" {
			details = b.sdkDetails + r.run.UUID()
		}
		return sim.Fail(b.sdkPrefix+"."+exception, message+" (Service: "+b.sdkPrefix+", Status Code: "+status+", Request ID: "+id+details+")")
	}
	if exception == "" {
		exception = b.general
	}
	return sim.Fail(b.prefix+"."+exception, message+" (Service: "+b.service+"; Status Code: "+status+"; Error Code: "+code+"; Request ID: "+id+"; Proxy: null)")
}

// object makes an object of names and values.
func object(pairs ...any) *ordjson.Object {
	o := &ordjson.Object{}
	for i := 0; i+1 < len(pairs); i += 2 {
		o.Set(pairs[i].(string), pairs[i+1])
	}
	return o
}

// lastPart is what is after the last of some separator: the name in a URL or an ARN.
func lastPart(s, separator string) string { return s[strings.LastIndex(s, separator)+1:] }
