// Package golden compares what tests make with txtar archives; go test -update writes them instead.
package golden

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the golden files; read the difference")

// Update tells whether golden files are to be written.
func Update() bool { return *update }

// Archives calls Archive for each file that a pattern names, in a subtest. There has to be one.
func Archives(t *testing.T, pattern string, make func(t *testing.T, was []txtar.File) []txtar.File) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no files are %s: %v", pattern, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Helper()
			Archive(t, file, make)
		})
	}
}

// Archive compares the archive in a file with what make makes of it: inputs come back as they are, outputs anew.
func Archive(t *testing.T, file string, make func(t *testing.T, was []txtar.File) []txtar.File) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil && !(*update && errors.Is(err, fs.ErrNotExist)) {
		t.Fatal(err)
	}
	was := txtar.Parse(text)
	made := &txtar.Archive{Comment: was.Comment, Files: make(t, was.Files[:len(was.Files):len(was.Files)])}
	got := txtar.Format(made)
	if string(got) == string(text) {
		return
	}
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil { //nolint:gosec // golden files are meant to be read
			t.Fatal(err)
		}
		return
	}
	differs(t, file, was.Files, txtar.Parse(got).Files)
}

// differs shows the sections that are not as they were.
func differs(t *testing.T, file string, was, made []txtar.File) {
	t.Helper()
	before := map[string]string{}
	for _, f := range was {
		before[f.Name] = string(f.Data)
	}
	for _, f := range made {
		if want, there := before[f.Name]; !there || want != string(f.Data) {
			t.Errorf("%s, %s: got\n%s\nwant\n%s", file, f.Name, f.Data, want)
		}
	}
	if !t.Failed() {
		t.Errorf("%s has %d sections, now made are %d: run with -update, and look at the change", file, len(was), len(made))
	}
}
