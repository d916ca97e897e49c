package sdk

import (
	"iter"
	"strings"
)

// Service is a service that Step Functions can call through the AWS SDK.
type Service struct {
	// Name is the name in the resource ARN, that of the AWS SDK for Java in lower
	// case: "cognitoidentityprovider", "sfn".
	Name string
	// ErrorPrefix begins the names of the service's errors: "CognitoIdentityProvider".
	ErrorPrefix string
	// IAMPrefix begins the service's IAM actions: "cognito-idp". It is empty when
	// it is not known. Single actions can have another one.
	IAMPrefix string
	// Modelled says that the service's API model is known. When it is not, its
	// actions are those of the authorization reference, and Lookup accepts others.
	Modelled bool

	entry *entry
}

// Services returns all services, by name.
func Services() iter.Seq[Service] {
	return func(yield func(Service) bool) {
		for i := range load().entries {
			if !yield(load().entries[i].service()) {
				return
			}
		}
	}
}

// LookupService returns the service with a name as in a resource ARN. The error
// is an [*UnknownServiceError].
func LookupService(name string) (Service, error) {
	e := load().find(name)
	if e == nil {
		return Service{}, &UnknownServiceError{Service: name, Nearest: nearestServices(name)}
	}
	return e.service(), nil
}

// Actions returns the actions of the service that Step Functions supports, by name.
func (s Service) Actions() iter.Seq[Action] {
	return func(yield func(Action) bool) {
		if s.entry == nil {
			return
		}
		for line := range s.entry.block().lines() {
			if line.unsupported() {
				continue
			}
			if !yield(line.action(s.entry)) {
				return
			}
		}
	}
}

// Len returns the number of actions that Actions gives, without reading them.
func (s Service) Len() int {
	if s.entry == nil {
		return 0
	}
	return s.entry.count
}

// Error returns the name by which a state catches an error of the service:
// "S3.NoSuchKeyException" for "NoSuchKey". Step Functions adds "Exception" to
// names that lack it. An error without a type of its own has the name of the
// service's exception, Error(s.ErrorPrefix): "DynamoDb.DynamoDbException".
//
// Source: https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
func (s Service) Error(name string) string {
	const suffix = "Exception"
	return s.ErrorPrefix + "." + strings.TrimSuffix(name, suffix) + suffix
}
