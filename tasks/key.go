package tasks

// Key is an encryption key of KMS: every awskms.IKey.
type Key interface{ KeyArn() *string }

// keyARN returns the ARN of a key that may be nil.
func keyARN(k Key) string {
	if isNil(k) {
		return ""
	}
	return text(k.KeyArn())
}

// KeyRef is the ARN of a key that is not a construct of the CDK.
type KeyRef string

// KeyArn returns the ARN. It makes a KeyRef a Key.
func (k KeyRef) KeyArn() *string { return (*string)(&k) }
