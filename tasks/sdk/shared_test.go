package sdk

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// Every SDK integration in AWS's recorded executions is in the table.
func TestRecordedExecutions(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "conformance")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no recorded executions beside the repository")
	}
	resource := regexp.MustCompile(`arn:aws:states:::aws-sdk:([a-z0-9]+):([A-Za-z0-9]+)`)
	seen := map[string]bool{}
	_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range resource.FindAllStringSubmatch(string(text), -1) {
			if seen[m[0]] {
				continue
			}
			seen[m[0]] = true
			if _, err := Lookup(m[1], m[2]); err != nil {
				t.Errorf("%s: %v", path, err)
			}
		}
		return nil
	})
	if len(seen) == 0 {
		t.Error("no SDK integration found")
	}
}
