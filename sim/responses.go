package sim

import (
	"slices"

	"github.com/stepwise-go/stepwise/ordjson"
)

// answerShape is what a field of a service's answer must be.
type answerShape struct {
	kind     string // string, number, boolean, array, object, any
	required bool
	fields   answerFields // of an object
	element  *answerShape // of an array
	values   []string     // of an enum
	min, max float64      // of a number, if max is set
}

type answerFields map[string]answerShape

var (
	text     = answerShape{kind: "string"}
	needed   = answerShape{kind: "string", required: true}
	number   = answerShape{kind: "number"}
	boolean  = answerShape{kind: "boolean"}
	anything = answerShape{kind: "any"}
)

func object(fields answerFields) answerShape { return answerShape{kind: "object", fields: fields} }
func array(element answerShape) answerShape  { return answerShape{kind: "array", element: &element} }
func oneOf(values ...string) answerShape     { return answerShape{kind: "string", values: values} }
func between(low, high float64) answerShape {
	return answerShape{kind: "number", min: low, max: high}
}

var dynamoItem = answerFields{
	"Attributes": object(nil), "Item": object(nil), "ConsumedCapacity": object(nil), "ItemCollectionMetrics": object(nil),
}

// responses are the answers of common integrations, by the names that Step Functions gives the fields.
// Sources: the API references of the services.
var responses = map[string]answerFields{
	"lambda:invoke": {
		"StatusCode": number, "FunctionError": text, "LogResult": text, "Payload": anything, "ExecutedVersion": text,
	},
	"states:startExecution":      {"ExecutionArn": needed, "StartDate": needed},
	"aws-sdk:sfn:startExecution": {"ExecutionArn": needed, "StartDate": needed},
	"sqs:sendMessage": {
		"MD5OfMessageBody": text, "MD5OfMessageAttributes": text, "MD5OfMessageSystemAttributes": text, "MessageId": text, "SequenceNumber": text,
	},
	"sns:publish": {"MessageId": text, "SequenceNumber": text},
	"events:putEvents": {
		"Entries":          array(object(answerFields{"EventId": text, "ErrorCode": text, "ErrorMessage": text})),
		"FailedEntryCount": number,
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
		"Body": anything, "AcceptRanges": text, "ContentLength": number, "ContentType": text, "ContentEncoding": text, "ETag": text,
		"LastModified": text, "Metadata": object(nil), "VersionId": text, "ServerSideEncryption": oneOf("AES256", "aws:fsx", "aws:kms", "aws:kms:dsse"),
		"StorageClass": oneOf("STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE",
			"OUTPOSTS", "GLACIER_IR", "SNOW", "EXPRESS_ONEZONE", "FSX_OPENZFS", "FSX_ONTAP"),
		"DeleteMarker": boolean, "TagCount": number, "PartsCount": number,
	},
	"aws-sdk:s3:putObject": {
		"ETag": text, "Expiration": text, "VersionId": text, "ServerSideEncryption": text, "BucketKeyEnabled": boolean, "Size": number,
	},
	"aws-sdk:kms:encrypt": {"CiphertextBlob": text, "KeyId": text, "EncryptionAlgorithm": text},
	"aws-sdk:kms:decrypt": {"Plaintext": text, "KeyId": text, "EncryptionAlgorithm": text},
	"aws-sdk:lambda:getFunction": {
		"Code": object(nil), "Tags": object(nil), "Concurrency": object(nil),
		"Configuration": object(answerFields{
			"FunctionName": text, "FunctionArn": text, "Runtime": text, "Role": text, "Handler": text, "CodeSize": number, "Description": text,
			"Timeout": between(1, 900), "MemorySize": between(128, 10240), "LastModified": text, "CodeSha256": text, "Version": text,
			"PackageType": oneOf("Zip", "Image"), "State": oneOf("Pending", "Active", "Inactive", "Failed"),
		}),
	},
	"aws-sdk:secretsmanager:getSecretValue": {"ARN": text, "Name": text, "SecretString": text, "SecretBinary": text, "VersionId": text, "VersionStages": array(text)},
	"aws-sdk:ssm:getParameter":              {"Parameter": object(answerFields{"Name": text, "Type": oneOf("String", "StringList", "SecureString"), "Value": text, "Version": number, "ARN": text})},
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
