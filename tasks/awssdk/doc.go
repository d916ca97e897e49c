// Package awssdk calls any API action of any AWS service from a Task, through the AWS SDK integration.
//
//	sfn.NewTask("List", awssdk.Call{
//		Service: "s3", Action: "listObjectsV2",
//		Parameters: sfn.Fields{{"Bucket", "orders"}},
//		Resources:  []string{"arn:aws:s3:::orders"},
//	})
//
// The table of package tasks/sdk says which actions there are, which parameters they need and what
// they are called in IAM: listObjectsV2 needs s3:ListBucket. Only programs that import this package
// carry the table. Where an optimised integration exists in package tasks, it does more.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
package awssdk
