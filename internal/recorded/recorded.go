// Package recorded reads what AWS was recorded to do. The recordings lie beside the repository; tests that want them
// are skipped where they are not.
package recorded

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// Files returns the files of recordings whose names match a pattern, none if they are not there.
func Files(pattern string) []string {
	dir, err := os.Getwd()
	for ; err == nil; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil || dir == filepath.Dir(dir) {
			break
		}
	}
	files, _ := filepath.Glob(filepath.Join(dir, "..", "shared", "conformance", "aws-executions", pattern))
	return files
}

// Cases returns the cases of all files whose names match a pattern: as *ordjson.Object, or as a struct with some of
// their members.
func Cases[C any](t testing.TB, pattern string) []C {
	t.Helper()
	files := Files(pattern)
	if len(files) == 0 {
		t.Skip("no recorded cases beside the repository: ../shared/conformance is missing")
	}
	var out []C
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var content struct{ Cases []C }
		if err := json.Unmarshal(text, &content); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		out = append(out, content.Cases...)
	}
	return out
}
