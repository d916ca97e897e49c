// Package iam holds IAM policy statements as plain values, each with the reason it is there.
//
// Integrations say which statements they need; Merge puts the statements of a whole machine
// together; the CDK binding writes them to the role, and Explain shows them to a reviewer.
// Resources and condition values may hold CDK tokens: they are opaque text here.
//
//	statements := iam.Merge([]iam.Statement{
//		iam.Allow("lambda:InvokeFunction").On(functionARN).Because("Submit Job", "invokes the function"),
//	})
package iam
