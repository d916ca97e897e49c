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
