package cli_test

import "strings"

// bad are files that are no workflow, or hardly one.
func bad() map[string]string {
	deep := strings.Repeat(`{"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[`, 200)
	return map[string]string{
		"empty.json": "", "space.json": " \n", "binary.json": "\x00\x01\x02\xff\xfe", "utf16.json": "\xff\xfe{\x00}\x00",
		"null.json": "null", "list.json": "[]", "number.json": "1e999", "text.json": `"x"`, "half.json": `{"StartAt": "A", "States": {`,
		"trailing.json": `{} {}`, "comma.json": `{"StartAt": "A",}`, "comment.json": "{ // no\n}", "single.json": "{'a': 1}",
		"types.json":      `{"StartAt": 1, "States": [], "Comment": {}, "TimeoutSeconds": "x"}`,
		"states.json":     `{"StartAt": "A", "States": {"A": 1, "B": null, "C": [], "D": {"Type": 7}, "E": {}, "F": {"Type": "Nope", "Next": "F"}}}`,
		"fields.json":     `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": {}, "Retry": {}, "Catch": [1], "Next": 5, "End": "yes", "Parameters": null, "TimeoutSeconds": -1.5, "ResultPath": 3}}}`,
		"choice.json":     `{"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"And": []}, {"Not": {}}, {"Or": [{"Variable": ""}]}, {"Variable": "$.x", "StringEquals": [], "Next": "A"}], "Default": "Z"}}}`,
		"map.json":        `{"StartAt": "A", "States": {"A": {"Type": "Map", "End": true}, "B": {"Type": "Map", "Iterator": {"StartAt": "Q"}, "ItemProcessor": 1, "End": true}}}`,
		"empty-name.json": `{"StartAt": "", "States": {"": {"Type": "Pass", "Next": ""}}}`,
		"deep.json":       deep, "deep-list.json": strings.Repeat("[", 100_000), "deep-closed.json": strings.Repeat("[", 5000) + strings.Repeat("]", 5000),
		"deep-object.json": strings.Repeat(`{"a":`, 50_000),
		"huge.json":        `{"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": "` + strings.Repeat("x", 3<<20) + `", "End": true}}}`,
		"long-name.json":   `{"StartAt": "` + strings.Repeat("n", 100_000) + `", "States": {}}`,
		"bad.yaml":         "a: [", "tabs.yaml": "\ta: 1", "binary.yaml": "\x00\x01", "alias.yaml": "a: &a [*a]", "list.yaml": "- 1", "tag.yaml": "!!binary x",
		"bomb.yaml":      "a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]",
		"template.json":  `{"Resources": {"A": {"Type": "AWS::StepFunctions::StateMachine", "Properties": 1}, "B": 2, "C": {"Type": "AWS::Serverless::StateMachine", "Properties": {"DefinitionUri": "../../../nothing.json"}}}}`,
		"join.json":      `{"Resources": {"A": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": {"Fn::Join": [1]}}}}}`,
		"loop.json":      `{"Parameters": {"P": {"Default": {"Ref": "P"}}}, "Resources": {"A": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": {"Ref": "P"}}}}}`,
		"surrogate.json": `{"StartAt": "\ud800", "States": {"\ud800": {"Type": "Pass", "End": true}}}`,
	}
}
