package sim

import (
	"slices"

	"github.com/stepwise-go/stepwise/ordjson"
)

// answerShape is what a field of a service's answer must be.
type answerShape struct {
	kind     string // string, number, boolean, array, object, any
	required bool
	fields   answerFields // of an someObject
	element  *answerShape // of an someList
	values   []string     // of an enum
	min, max float64      // of a someNumber, if max is set
}

type answerFields map[string]answerShape

var (
	someText    = answerShape{kind: "string"}
	mustText    = answerShape{kind: "string", required: true}
	someNumber  = answerShape{kind: "number"}
	someBoolean = answerShape{kind: "boolean"}
	someValue   = answerShape{kind: "any"}
)

func someObject(fields answerFields) answerShape { return answerShape{kind: "object", fields: fields} }
func someList(element answerShape) answerShape   { return answerShape{kind: "array", element: &element} }
func someOf(values ...string) answerShape        { return answerShape{kind: "string", values: values} }
func someBetween(low, high float64) answerShape {
	return answerShape{kind: "number", min: low, max: high}
}

var dynamoItem = answerFields{
	"Attributes": someObject(nil), "Item": someObject(nil), "ConsumedCapacity": someObject(nil), "ItemCollectionMetrics": someObject(nil),
}

// responses are the answers of common integrations, by the names that Step Functions gives the fields.
// Sources: the API references of the services.
var responses = map[string]answerFields{
	"lambda:invoke": {
		"StatusCode": someNumber, "FunctionError": someText, "LogResult": someText, "Payload": someValue, "ExecutedVersion": someText,
	},
	// https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html
	"http:invoke":                {"ResponseBody": someValue, "Headers": someObject(nil), "StatusCode": someNumber, "StatusText": someText},
	"states:startExecution":      {"ExecutionArn": mustText, "StartDate": mustText},
	"aws-sdk:sfn:startExecution": {"ExecutionArn": mustText, "StartDate": mustText},
	"sqs:sendMessage": {
		"MD5OfMessageBody": someText, "MD5OfMessageAttributes": someText, "MD5OfMessageSystemAttributes": someText, "MessageId": someText, "SequenceNumber": someText,
	},
	"sns:publish": {"MessageId": someText, "SequenceNumber": someText},
	"events:putEvents": {
		"Entries":          someList(someObject(answerFields{"EventId": someText, "ErrorCode": someText, "ErrorMessage": someText})),
		"FailedEntryCount": someNumber,
	},
	"dynamodb:getItem":            dynamoItem,
	"dynamodb:putItem":            dynamoItem,
	"dynamodb:updateItem":         dynamoItem,
	"dynamodb:deleteItem":         dynamoItem,
	"aws-sdk:dynamodb:getItem":    dynamoItem,
	"aws-sdk:dynamodb:putItem":    dynamoItem,
	"aws-sdk:dynamodb:updateItem": dynamoItem,
	"aws-sdk:dynamodb:deleteItem": dynamoItem,
	"aws-sdk:s3:getObject": {
		"Body": someValue, "AcceptRanges": someText, "ContentLength": someNumber, "ContentType": someText, "ContentEncoding": someText, "ETag": someText,
		"LastModified": someText, "Metadata": someObject(nil), "VersionId": someText, "ServerSideEncryption": someOf("AES256", "aws:fsx", "aws:kms", "aws:kms:dsse"),
		"StorageClass": someOf("STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE",
			"OUTPOSTS", "GLACIER_IR", "SNOW", "EXPRESS_ONEZONE", "FSX_OPENZFS", "FSX_ONTAP"),
		"DeleteMarker": someBoolean, "TagCount": someNumber, "PartsCount": someNumber,
	},
	"aws-sdk:s3:putObject": {
		"ETag": someText, "Expiration": someText, "VersionId": someText, "ServerSideEncryption": someText, "BucketKeyEnabled": someBoolean, "Size": someNumber,
	},
	"aws-sdk:kms:encrypt": {"CiphertextBlob": someText, "KeyId": someText, "EncryptionAlgorithm": someText},
	"aws-sdk:kms:decrypt": {"Plaintext": someText, "KeyId": someText, "EncryptionAlgorithm": someText},
	"aws-sdk:lambda:getFunction": {
		"Code": someObject(nil), "Tags": someObject(nil), "Concurrency": someObject(nil),
		"Configuration": someObject(answerFields{
			"FunctionName": someText, "FunctionArn": someText, "Runtime": someText, "Role": someText, "Handler": someText, "CodeSize": someNumber, "Description": someText,
			"Timeout": someBetween(1, 900), "MemorySize": someBetween(128, 10240), "LastModified": someText, "CodeSha256": someText, "Version": someText,
			"PackageType": someOf("Zip", "Image"), "State": someOf("Pending", "Active", "Inactive", "Failed"),
		}),
	},
	"aws-sdk:secretsmanager:getSecretValue": {"ARN": someText, "Name": someText, "SecretString": someText, "SecretBinary": someText, "VersionId": someText, "VersionStages": someList(someText)},
	"aws-sdk:ssm:getParameter":              {"Parameter": someObject(answerFields{"Name": someText, "Type": someOf("String", "StringList", "SecureString"), "Value": someText, "Version": someNumber, "ARN": someText})},
}

// check tells what does not fit, in the words of the service. Fields it does not know may be there.
func (f answerFields) check(v any, lenient bool) string {
	o, ok := v.(*ordjson.Object)
	if !ok {
		return "Mock result must be a JSON object"
	}
	for _, name := range sortedKeys(f) {
		shape := f[name]
		value, present := o.Get(name)
		if !present {
			if shape.required && !lenient {
				return "Required field '" + name + "' is missing"
			}
			continue
		}
		if problem := shape.check(name, value, lenient); problem != "" {
			return problem
		}
	}
	return ""
}

func sortedKeys(f answerFields) []string {
	keys := make([]string, 0, len(f))
	for k := range f {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func (s *answerShape) check(name string, v any, lenient bool) string {
	if s.kind == "any" || v == nil {
		return ""
	}
	field := "Field '" + name + "' "
	if kind := ordjson.Kind(v); kind != s.kind {
		article := "a "
		if s.kind == "array" || s.kind == "object" {
			article = "an "
		}
		return field + "must be " + article + s.kind
	}
	switch t := v.(type) {
	case string:
		if s.values != nil && !slices.Contains(s.values, t) {
			return field + "is not an expected value"
		}
	case []any:
		for _, e := range t {
			if s.element == nil {
				break
			}
			if problem := s.element.check(name, e, lenient); problem != "" {
				return problem
			}
		}
	case *ordjson.Object:
		if s.fields != nil {
			return s.fields.check(t, lenient)
		}
	default:
		n, _ := ordjson.Float(v)
		switch {
		case s.max == 0:
		case n < s.min:
			return field + "is less than the minimum value"
		case n > s.max:
			return field + "is greater than the maximum value"
		}
	}
	return ""
}
