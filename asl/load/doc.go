// Package load finds state machines in files: States Language JSON and YAML, CloudFormation and SAM
// templates, and the cdk.out folder of a CDK app.
//
//	machines, err := load.Path("cdk.out")
//	for _, m := range machines {
//		fmt.Println(m.File, m.Name, m.Document.Machine.States.Len())
//	}
//
// References of a template that are known only at deployment stay as text: ${SubmitFunction.Arn}.
package load
