// Package load finds state machines in files: States Language JSON and YAML, CloudFormation and SAM
// templates, the cdk.out folder of a CDK app, a serverless.yml, the files of Terraform, and whatever else has
// definitions in it, such as what the AWS CLI and terraform show print.
//
//	machines, err := load.Path("cdk.out")
//	for _, m := range machines {
//		fmt.Println(m.File, m.Name, m.Document.Machine.States.Len())
//	}
//
// References of a template that are known only at deployment stay as text: ${SubmitFunction.Arn}.
package load
