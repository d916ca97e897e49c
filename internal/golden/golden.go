// Package golden compares what tests make with files of testdata; go test -update writes them instead.
package golden

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the golden files; read the difference")

// File compares a text with a file.
func File(t testing.TB, file, text string) {
	t.Helper()
	if was := read(t, file); was != text && !wrote(t, file, text) {
		t.Errorf("%s differs; run with -update, and look at the change. Got\n%s", file, text)
	}
}

// Archives calls Archive for each txtar archive that a pattern names, in a subtest. There has to be one.
func Archives(t *testing.T, pattern string, remake func(t *testing.T, was []txtar.File) []txtar.File) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no files %s: %v", pattern, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Helper()
			Archive(t, file, remake)
		})
	}
}

// Archive compares a txtar archive with what a function makes of its sections: it gives inputs back as they are, and
// the outputs anew. A new archive has no sections yet.
func Archive(t *testing.T, file string, remake func(t *testing.T, was []txtar.File) []txtar.File) {
	t.Helper()
	text := read(t, file)
	was := txtar.Parse([]byte(text))
	got := txtar.Format(&txtar.Archive{Comment: was.Comment, Files: remake(t, slices.Clone(was.Files))})
	if string(got) != text && !wrote(t, file, string(got)) {
		differs(t, file, was.Files, txtar.Parse(got).Files)
	}
}

// differs shows the sections that are not as they were.
func differs(t testing.TB, file string, was, made []txtar.File) {
	t.Helper()
	before := map[string]string{}
	for _, f := range was {
		before[f.Name] = string(f.Data)
	}
	t.Errorf("%s differs; run with -update, and look at the change", file)
	for _, f := range made {
		if want, there := before[f.Name]; !there || want != string(f.Data) {
			t.Errorf("%s: got\n%s\nwant\n%s", f.Name, f.Data, want)
		}
	}
}

// read reads a golden file, which need not be there if it is to be written.
func read(t testing.TB, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil && !(*update && errors.Is(err, fs.ErrNotExist)) {
		t.Fatal(err)
	}
	return string(text)
}

// wrote writes a golden file if it is to be written.
func wrote(t testing.TB, file, text string) bool {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil { //nolint:gosec // golden files are meant to be read
			t.Fatal(err)
		}
	}
	return *update
}
