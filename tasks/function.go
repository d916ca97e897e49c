package tasks

import (
	"strings"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

// Function is a Lambda function, version or alias: every awslambda.IFunction, or what FunctionAt returns.
type Function interface{ FunctionArn() *string }

// FunctionRef is a function that is not a construct of the CDK.
type FunctionRef struct {
	ARN  sfn.Text // also a name, or an Expression that gives either
	ARNs []string // the functions an Expression may choose, with their versions and aliases if it has them
}

// FunctionAt returns the function with that ARN or name. An Expression needs the ARNs it may choose from.
func FunctionAt(arn sfn.Text, arns ...string) FunctionRef { return FunctionRef{arn, arns} }

// FunctionArn returns the ARN, nil if an Expression chooses it. It makes a FunctionRef a Function.
func (f FunctionRef) FunctionArn() *string {
	if s, ok := literal(f.ARN); ok {
		return &s
	}
	return nil
}

// function returns what the state names and what the role may invoke.
func (b *call) function(f Function) (name sfn.Text, arns []string) {
	if isNil(f) {
		return nil, nil
	}
	if ref, ok := f.(FunctionRef); ok {
		if isExpression(ref.ARN) {
			return ref.ARN, b.scoped("Function", ref.ARN, ref.ARNs)
		}
		if arn, ok := literal(ref.ARN); ok {
			return deref(ref.ARN), functionARNs(arn)
		}
		return nil, nil
	}
	arn := b.Once(f, f.FunctionArn)
	return arn, functionARNs(arn)
}

// functionARNs returns the ARN of a function that is known by its ARN or its name.
func functionARNs(function string) []string {
	if function != "" && !strings.HasPrefix(function, "arn:") && !sfn.HasToken(function) {
		function = localARN("lambda", "function:"+function)
	}
	return []string{function}
}
