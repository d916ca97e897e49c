package sdk_test

import (
	"fmt"

	"github.com/stepwise-go/stepwise/tasks/sdk"
)

func Example() {
	a, err := sdk.Lookup("s3", "listObjectsV2")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.ResourceARN())
	fmt.Println(a.IAMActions(), a.Required)

	// Output:
	// arn:aws:states:::aws-sdk:s3:listObjectsV2
	// [s3:ListBucket] [Bucket]
}

func ExampleLookup_unknown() {
	_, err := sdk.Lookup("sqs", "SendMesage")
	if unknown, ok := err.(*sdk.UnknownActionError); ok {
		fmt.Println(unknown.Nearest)
	}
	_, err = sdk.Lookup("states", "startExecution")
	if unknown, ok := err.(*sdk.UnknownServiceError); ok {
		fmt.Println(unknown.Nearest)
	}

	// Output:
	// [sendMessage]
	// [sfn]
}

func ExampleAction_Missing() {
	a, err := sdk.Lookup("dynamodb", "getItem")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Missing("TableName"))
	fmt.Println(a.Unknown("Tablename"))

	// Output:
	// [Key]
	// map[Tablename:TableName]
}

func ExampleService_Error() {
	s, err := sdk.LookupService("s3")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Error("NoSuchKey"))

	// Output:
	// S3.NoSuchKeyException
}

func ExampleServices() {
	for s := range sdk.Services() {
		if s.IAMPrefix == "states" {
			fmt.Println(s.Name, s.ErrorPrefix)
		}
	}

	// Output:
	// sfn Sfn
}
