package awssdk_test

import (
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/tasks/awssdk"
)

func ExampleCall() {
	d, err := sfn.Build(sfn.NewTask("List", awssdk.Call{
		Service: "s3", Action: "listObjectsV2", Parameters: sfn.Fields{{Name: "Bucket", Value: "orders"}}, Resources: []string{"arn:aws:s3:::orders"},
	}))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.Join(iam.Permissions(d.Statements()), "\n"))
	_, err = sfn.Build(sfn.NewTask("List", awssdk.Call{Service: "s3", Action: "listObject"}))
	fmt.Println(strings.Contains(err.Error(), `did you mean "listObjects"`))
	// Output:
	// Allow s3:listbucket on arn:aws:s3:::orders
	// true
}

func TestD38ActionsInIAM(t *testing.T) {
	for _, c := range []struct{ service, action, want string }{
		{"sesv2", "listContactLists", "ses:listcontactlists"},
		{"eventbridge", "listEventBuses", "events:listeventbuses"},
		{"emrserverless", "listApplications", "emr-serverless:listapplications"},
		{"cognitoidentityprovider", "listUserPools", "cognito-idp:listuserpools"},
		{"apigatewayv2", "getApis", "apigateway:get"},
		{"opensearch", "listDomainNames", "es:listdomainnames"},
	} {
		call := awssdk.Call{Service: c.service, Action: c.action, Resources: []string{"*"}}
		if c.service == "cognitoidentityprovider" {
			call.Parameters = map[string]any{"MaxResults": 1}
		}
		d, err := sfn.Build(sfn.NewTask("Task", call))
		if err != nil {
			t.Error(err)
			continue
		}
		if got := iam.Permissions(d.Statements()); !slices.Equal(got, []string{"Allow " + c.want + " on *"}) {
			t.Errorf("%s:%s needs %v, want %s", c.service, c.action, got, c.want)
		}
	}
}

func TestProblems(t *testing.T) {
	for code, call := range map[string]awssdk.Call{
		"SWT01": {Service: "s3", Action: "listBuckets", Pattern: sfn.RunJob},
		"SWT03": {Service: "s3", Action: "listBuckets", Pattern: sfn.WaitForTaskToken},
		"SWT20": {Service: "s4", Action: "listBuckets"},
		"SWT21": {Service: "s3", Action: "listObjectsV2", Resources: []string{"arn:aws:s3:::b"}},
		"SWT22": {Service: "s3", Action: "listBuckets", Parameters: sfn.Fields{{Name: "Buckets", Value: 1}}},
		"SWT23": {Service: "s3", Action: "listObjectsV2", Parameters: map[string]any{"Bucket.$": "$.b"}},
		"SWT24": {Service: "new", Action: "doIt", Unlisted: true},
	} {
		if _, err := sfn.Build(sfn.NewTask("Task", call)); err == nil || !strings.Contains(err.Error(), code) {
			t.Errorf("want %s, got %v", code, err)
		}
	}
	newer := awssdk.Call{Service: "newer", Action: "doIt", Unlisted: true, IAMActions: []string{"newer:DoIt"}, Resources: []string{"*"}}
	if _, err := sfn.Build(sfn.NewTask("Task", newer)); err != nil {
		t.Error(err)
	}
}

func TestCrossRegion(t *testing.T) {
	if _, err := sfn.Build(sfn.NewTask("Task", awssdk.CrossRegionCall{Service: "s3", Action: "listBuckets"})); err == nil || !strings.Contains(err.Error(), "SWT25") {
		t.Errorf("got %v", err)
	}
	statements, err := awssdk.CrossRegionCall{Service: "s3", Action: "listBuckets"}.Statements()
	if err != nil || len(statements) != 1 || statements[0].Actions[0] != "s3:ListAllMyBuckets" {
		t.Errorf("got %v, %v", statements, err)
	}
}

// TestTableStaysHere checks that programs without this package do not carry the table.
func TestTableStaysHere(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "github.com/stepwise-go/stepwise/tasks").Output()
	if err != nil {
		t.Skip("skipped: go list does not run here")
	}
	for _, p := range strings.Fields(string(out)) {
		if strings.HasSuffix(p, "/tasks/sdk") || strings.Contains(p, "aws-cdk-go") || strings.Contains(p, "jsii") {
			t.Errorf("package tasks needs %s", p)
		}
	}
}
