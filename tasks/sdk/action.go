package sdk

import (
	"slices"
	"strings"
)

// Action is one API action of one service, as a task calls it.
type Action struct {
	// Service is the name in the resource ARN: "s3", "sfn", "cloudwatchlogs".
	Service string
	// Name is the API action, in camel case: "listObjectsV2".
	Name string
	// IAM lists the permissions that the call needs. None: the call is not
	// authorized by IAM policies, as sts:getCallerIdentity; but see Inferred.
	IAM []Permission
	// Dependent lists IAM actions that the call needs too in some uses, for
	// example "iam:PassRole" when a parameter names a role.
	Dependent []string
	// Required lists the parameters that the API model requires, idempotency
	// tokens included: the SDKs fill those in, Step Functions does not.
	Required []string
	// Parameters lists all parameters, required ones first. Names are as Step
	// Functions wants them: DbInstanceIdentifier for the API's
	// DBInstanceIdentifier. Members within parameters are not listed.
	Parameters []string
	// Modelled says that Required and Parameters are known. It is false for the
	// few services whose API model no package carries.
	Modelled bool
	// Inferred says that the authorization reference does not name this action
	// yet: IAM is then the operation's own name in the service's prefix, or
	// empty when not even the prefix is known, and which resources it can be
	// limited to is unknown too.
	Inferred bool

	client string
}

// Permission is an IAM action and what it can be limited to.
type Permission struct {
	// Action is the IAM action: "s3:ListBucket".
	Action string
	// Resources lists the resource types that a policy can name. None: the
	// action takes no resource, and "*" is the only resource that works.
	Resources []ResourceType
}

// ResourceType is a kind of resource that an IAM action can be limited to.
type ResourceType struct {
	// Name is the type's name in the authorization reference: "bucket".
	Name string
	// ARN is its format, with placeholders: "arn:${Partition}:s3:::${BucketName}".
	ARN string
	// Required says that a policy with resources must name one of this type.
	Required bool
}

// IAMActions returns the IAM actions of a, without resources.
func (a Action) IAMActions() []string {
	actions := make([]string, len(a.IAM))
	for i, p := range a.IAM {
		actions[i] = p.Action
	}
	return actions
}

// Operation returns the API's name of the action: "ListObjectsV2".
func (a Action) Operation() string { return upper(a.Name) }

// ResourceARN returns the Resource of a task that calls the action, in the
// partition "aws": "arn:aws:states:::aws-sdk:s3:listObjectsV2".
func (a Action) ResourceARN() string {
	return arnPrefix + "aws" + arnMiddle + a.Service + ":" + a.Name
}

// DocsURL returns the page that describes the action and its parameters.
func (a Action) DocsURL() string {
	return "https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/" + a.client + "/command/" + a.Operation() + "Command/"
}

// Missing returns the required parameters that are not among names. It returns
// none when the parameters are not known.
func (a Action) Missing(names ...string) []string {
	var missing []string
	for _, r := range a.Required {
		if !slices.Contains(names, r) {
			missing = append(missing, r)
		}
	}
	return missing
}

// Unknown returns those of names that are no parameters of the action, each with
// the nearest parameter, or "" when none is near. Step Functions refuses a
// definition with an unknown parameter. Pass names without a ".$" at the end.
func (a Action) Unknown(names ...string) map[string]string {
	if !a.Modelled {
		return nil
	}
	var unknown map[string]string
	for _, n := range names {
		if slices.Contains(a.Parameters, n) {
			continue
		}
		if unknown == nil {
			unknown = map[string]string{}
		}
		unknown[n] = strings.Join(nearest(n, slices.Values(a.Parameters), 1), "")
	}
	return unknown
}

func upper(name string) string {
	if name == "" {
		return ""
	}
	return strings.ToUpper(name[:1]) + name[1:]
}
