package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles a program")
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"order.asl.json": `{"Comment": "", "StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${Fn}", "TimeoutSeconds": ${Seconds}, "End": true}}}`,
		"template.yaml": "Resources:\n  Good:\n    Type: AWS::Serverless::StateMachine\n    Properties: {Definition: {StartAt: A, States: {A: {Type: Succeed}}}}\n" +
			"  Away:\n    Type: AWS::Serverless::StateMachine\n    Properties: {DefinitionUri: s3://bucket/key}\n",
		"faulty.json": `{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}}}`,
		"notes.txt":   "StartAt",
		"other.json":  `{"name": "no machine"}`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs bytes.Buffer
	if status := run([]string{"-failures", "-errors", "-warnings", dir}, &out, &errs); status != 0 {
		t.Fatalf("status %d: %s", status, errs.String())
	}
	for _, want := range []string{
		"FAIL load", "the definition is not here", "FAIL import", "SWI02", "ERROR SW101",
		"files 3\nnot loaded 1\nmachines 3\n", "check 2/3\nrender 3/3\nmermaid 3/3\nsvg 3/3\nhtml 3/3\nimport 2/3\nrebuild 2/3\nrebuild of those without errors 2/2\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
}

func TestUsage(t *testing.T) {
	var out, errs bytes.Buffer
	if status := run(nil, &out, &errs); status != 2 {
		t.Errorf("without folders: status %d", status)
	}
	if status := run([]string{filepath.Join(t.TempDir(), "none")}, &out, &errs); status != 2 {
		t.Errorf("a folder that is not there: status %d", status)
	}
}
