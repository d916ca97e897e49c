// Package integrations knows the services that Step Functions calls by itself: which actions have an
// optimised integration, how each can be called, and how the Resource of a Task is read.
//
//	r, err := integrations.Parse("arn:aws:states:::sqs:sendMessage.waitForTaskToken")
//	i, ok := integrations.Lookup(r.Service, r.Action)
//	fmt.Println(ok, i.Patterns.Has(r.Pattern))
//
// The tables are data; validation, tasks and the command read them.
//
// Source: https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html
package integrations
