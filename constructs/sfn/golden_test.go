package sfn_test

import (
	"bytes"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/stepwise-go/stepwise/internal/golden"
)

// sections runs remake for every section of a txtar file: its input is what stands before the line
// "---", what it returns has to be what stands after it.
func sections(t *testing.T, file string, remake func(t *testing.T, input string) string) {
	t.Helper()
	golden.Archive(t, file, func(t *testing.T, files []txtar.File) []txtar.File {
		for i, f := range files {
			t.Run(f.Name, func(t *testing.T) {
				input, _, _ := bytes.Cut(f.Data, []byte("---\n"))
				got := remake(t, string(bytes.TrimSuffix(input, []byte("\n"))))
				files[i].Data = append(append(bytes.Clone(input), "---\n"...), got...)
			})
		}
		return files
	})
}
