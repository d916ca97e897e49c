package fakeaws_test

import (
	"os"
	"testing"

	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/test/deploy/fakeaws"
)

func TestSchema(t *testing.T) {
	path := os.Getenv("STEPWISE_CDK_DB")
	if path == "" {
		t.Skip("STEPWISE_CDK_DB does not name the db.json.gz of aws-cdk")
	}
	s, err := fakeaws.ReadSchema(path)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{
		`{"RoleArn": "a", "DefinitionString": "{}", "StateMachineType": "EXPRESS"}`: true,
		`{"RoleArn": "a", "StateMachineType": "FAST"}`:                              false,
		`{"DefinitionString": "{}"}`:                                                false,
		`{"RoleArn": "a", "Nope": 1}`:                                               false,
		`{"RoleArn": "a", "LoggingConfiguration": {"Levle": "ALL"}}`:                false,
	} {
		v, _ := ordjson.DecodeString(text)
		if err := s.Check("AWS::StepFunctions::StateMachine", v.(*ordjson.Object)); (err == nil) != want {
			t.Errorf("%s: %v", text, err)
		}
	}
}
