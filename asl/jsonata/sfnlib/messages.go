package sfnlib

// AWS does not publish the codes and texts of errors in its own functions; these are ours.
const (
	codeSize      = "U2001"
	codeStep      = "U2002"
	codeTooMany   = "U2003"
	codeAlgorithm = "U2004"
	codeJSON      = "U2005"

	msgSize      = "The second argument of the partition function must be a number of at least 1"
	msgStep      = "The third argument of the range function must not be zero"
	msgTooMany   = "The range function must not give more than 10000000 numbers"
	msgAlgorithm = "The second argument of the hash function must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512. Given %q"
	msgJSON      = "The argument of the parse function is not JSON: %v"
)
