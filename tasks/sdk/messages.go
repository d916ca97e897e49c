package sdk

import "strings"

// UnknownServiceError says that Step Functions has no SDK integration with a
// service of that name.
type UnknownServiceError struct {
	Service string
	// Nearest lists services with a name like it, the nearest first.
	Nearest []string
}

// Error says what is wrong and which names are near.
func (e *UnknownServiceError) Error() string {
	return "Step Functions has no AWS SDK integration with a service " + quote(e.Service) +
		" (as of " + AsOf() + ")" + didYouMean(e.Nearest, "; service names are those of the AWS SDK for Java in lower case")
}

// UnknownActionError says that a service has no such API action.
type UnknownActionError struct {
	Service, Action string
	// Nearest lists actions of the service with a name like it, the nearest first.
	Nearest []string
}

// Error says what is wrong and which names are near.
func (e *UnknownActionError) Error() string {
	return "the service " + quote(e.Service) + " has no API action " + quote(e.Action) +
		" (as of " + AsOf() + ")" + didYouMean(e.Nearest, "; action names are in camel case, as getObject")
}

// UnsupportedError says that Step Functions refuses an action that the service
// has: it streams, or AWS lists it as unsupported.
type UnsupportedError struct{ Service, Action string }

// Error says what is wrong and how to mend it.
func (e *UnsupportedError) Error() string {
	return "Step Functions does not support " + quote(e.Service+":"+e.Action) +
		" as an AWS SDK integration; call it from a Lambda function, or use an optimized integration"
}

func didYouMean(nearest []string, otherwise string) string {
	if len(nearest) == 0 {
		return otherwise
	}
	quoted := make([]string, len(nearest))
	for i, n := range nearest {
		quoted[i] = quote(n)
	}
	return "; did you mean " + strings.Join(quoted, ", ") + "?"
}

func quote(s string) string { return `"` + s + `"` }
