package load_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/stepwise-go/stepwise/asl/load"
	"github.com/stepwise-go/stepwise/internal/golden"
	"github.com/stepwise-go/stepwise/ordjson"
)

// TestForms reads each testdata/*.txtar: the first of its files is loaded among the others, or the folder it is in; the
// last, want, tells for each machine the type, the name and the definition, and for each fault its text.
func TestForms(t *testing.T) {
	golden.Archives(t, "testdata/*.txtar", func(t *testing.T, files []txtar.File) []txtar.File {
		dir := t.TempDir()
		for _, f := range files {
			path := filepath.Join(dir, f.Name)
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, f.Data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		top, _, _ := strings.Cut(files[0].Name, "/")
		machines, err := load.Path(filepath.Join(dir, top))
		files[len(files)-1].Data = []byte(told(dir, machines, err))
		return files
	})
}

func told(dir string, machines []load.Machine, err error) string {
	var b strings.Builder
	for _, m := range machines {
		b.WriteString(strings.TrimSpace(m.Type+" "+m.Name+" "+ordjson.String(m.ASL().JSON())) + "\n")
	}
	if err != nil {
		b.WriteString(strings.TrimSpace(strings.ReplaceAll(err.Error(), dir+string(filepath.Separator), "")) + "\n")
	}
	return b.String()
}
