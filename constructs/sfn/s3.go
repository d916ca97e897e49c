package sfn

import (
	"reflect"
	"strings"

	"github.com/stepwise-go/stepwise/iam"
)

// Bucket is an S3 bucket that a distributed Map reads from or writes to.
type Bucket struct {
	Name   Text   // text, a token, or an Expression
	ARN    string // for the permissions; "" is made from the name
	KeyARN string // of the customer-managed KMS key that encrypts it, "" if there is none
	// Owner is the account that must own the bucket, or S3 refuses; "" is any.
	Owner Text
	// AllowedARNs are the buckets an Expression may name; it needs at least one.
	AllowedARNs []string
}

// BucketOf returns the bucket of a CDK construct (awss3.IBucket), its encryption key included.
func BucketOf[K interface{ KeyArn() *string }](b interface {
	BucketName() *string
	BucketArn() *string
	EncryptionKey() K
}) Bucket {
	out := Bucket{Name: text(b.BucketName()), ARN: text(b.BucketArn())}
	if key := b.EncryptionKey(); !isNilInterface(key) {
		out.KeyARN = text(key.KeyArn())
	}
	return out
}

// BucketNamed returns the bucket of that name.
func BucketNamed(name string) Bucket { return Bucket{Name: name} }

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func isNilInterface(v any) bool {
	if v == nil {
		return true
	}
	r := reflect.ValueOf(v)
	return (r.Kind() == reflect.Pointer || r.Kind() == reflect.Interface) && r.IsNil()
}

// arns returns the ARNs of the buckets it can be.
func (b Bucket) arns() []string {
	if b.ARN != "" {
		return []string{b.ARN}
	}
	if name, ok := deref(b.Name).(string); ok && name != "" {
		return []string{"arn:${AWS::Partition}:s3:::" + name}
	}
	return b.AllowedARNs
}

func (b Bucket) dynamic() bool {
	_, ok := deref(b.Name).(Expression)
	return ok
}

// grants returns the permissions on objects of the bucket, and those on its key.
func (b Bucket) grants(why, objects string, actions []string, keyActions []string) []iam.Statement {
	var resources []string
	for _, arn := range b.arns() {
		resources = append(resources, arn+"/"+objects)
	}
	out := []iam.Statement{iam.Allow(actions...).On(resources...).Because("", why)}
	if b.KeyARN != "" {
		out = append(out, iam.Allow(keyActions...).On(b.KeyARN).Because("", why+" with the bucket's key"))
	}
	return out
}

// keyPattern is what of an object key is known, for a permission: a literal as it is, a dynamic one "*".
func keyPattern(key Text) string {
	s, ok := deref(key).(string)
	if !ok || s == "" {
		return "*"
	}
	return strings.TrimPrefix(s, "/")
}
