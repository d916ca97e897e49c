package sfn_test

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the golden files")

// golden runs make for every section of a txtar file: its input is what stands before the line
// "---", what it returns has to be what stands after it.
func golden(t *testing.T, file string, make func(t *testing.T, input string) string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	archive := txtar.Parse(data)
	for i, f := range archive.Files {
		t.Run(f.Name, func(t *testing.T) {
			input, want, _ := bytes.Cut(f.Data, []byte("---\n"))
			got := make(t, string(bytes.TrimSuffix(input, []byte("\n"))))
			if got != string(want) && !*update {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			archive.Files[i].Data = append(append(bytes.Clone(input), "---\n"...), got...)
		})
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
