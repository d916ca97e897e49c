package integrations

import (
	"errors"
	"fmt"
	"strings"
)

// Kind is the kind of a Resource.
type Kind uint8

const (
	Other     Kind = iota // an ARN that none of the others is
	Optimised             // arn:aws:states:::sqs:sendMessage
	SDK                   // arn:aws:states:::aws-sdk:ec2:startInstances
	Function              // arn:aws:lambda:REGION:ACCOUNT:function:NAME
	Activity              // arn:aws:states:REGION:ACCOUNT:activity:NAME
)

// Resource is the Resource of a Task, taken apart.
type Resource struct {
	Kind      Kind
	Partition string // aws, aws-cn, aws-us-gov
	Service   string // sqs; of an SDK integration ec2
	Action    string // sendMessage; of a function or activity its name
	Pattern   Pattern
	Suffix    string // as written: .sync:2
}

// Parse reads a Resource. The error says what is not right about its form; whether the service has
// such an action is not looked at.
func Parse(text string) (Resource, error) {
	parts := strings.SplitN(text, ":", 6)
	if parts[0] != "arn" || len(parts) < 6 {
		return Resource{}, fmt.Errorf(msgNotARN, text)
	}
	res := Resource{Partition: parts[1], Service: parts[2], Pattern: RequestResponse}
	rest := parts[5]
	switch {
	case parts[1] == "" || parts[2] == "" || rest == "":
		return res, fmt.Errorf(msgNotARN, text)
	case parts[2] == "lambda":
		return function(res, rest, parts)
	case parts[2] == "states" && strings.HasPrefix(rest, "activity:"):
		res.Kind, res.Action = Activity, strings.TrimPrefix(rest, "activity:")
		if res.Action == "" {
			return res, errors.New(msgNoActivity)
		}
		return res, nil
	case parts[2] == "states" && parts[3] == "" && parts[4] == "":
		return integration(res, rest)
	}
	return res, nil
}

func function(res Resource, rest string, parts []string) (Resource, error) {
	name, ok := strings.CutPrefix(rest, "function:")
	if !ok || name == "" {
		return res, fmt.Errorf(msgNoFunction, rest)
	}
	res.Kind, res.Action = Function, name
	if parts[3] == "" || parts[4] == "" {
		return res, errors.New(msgNoRegion)
	}
	return res, nil
}

func integration(res Resource, rest string) (Resource, error) {
	name, suffix, _ := strings.Cut(rest, ".")
	if suffix != "" || strings.HasSuffix(rest, ".") {
		suffix = "." + suffix
	}
	res.Suffix = suffix
	switch suffix {
	case "":
	case ".sync", ".sync:2":
		res.Pattern = Sync
	case ".waitForTaskToken":
		res.Pattern = Callback
	default:
		return res, fmt.Errorf(msgSuffix, suffix)
	}
	parts := strings.Split(name, ":")
	switch {
	case parts[0] == "aws-sdk" && len(parts) == 3 && parts[1] != "" && parts[2] != "":
		res.Kind, res.Service, res.Action = SDK, parts[1], parts[2]
	case parts[0] == "aws-sdk":
		return res, errors.New(msgSDKForm)
	case len(parts) == 2 && parts[0] != "" && parts[1] != "":
		res.Kind, res.Service, res.Action = Optimised, parts[0], parts[1]
	default:
		return res, fmt.Errorf(msgIntegrationForm, rest)
	}
	return res, nil
}
