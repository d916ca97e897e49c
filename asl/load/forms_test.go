package load_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/stepwise-go/stepwise/asl/load"
	"github.com/stepwise-go/stepwise/ordjson"
)

var update = flag.Bool("update", false, "rewrite what the tests want; read the difference")

// TestForms reads each testdata/*.txtar: the first of its files is loaded among the others, or the folder it is in; the
// last, want, tells for each machine the type, the name and the definition, and for each fault its text.
func TestForms(t *testing.T) {
	archives, _ := filepath.Glob("testdata/*.txtar")
	if len(archives) == 0 {
		t.Fatal("no testdata")
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			for _, f := range archive.Files {
				path := filepath.Join(dir, f.Name)
				if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, f.Data, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			first, want := archive.Files[0], archive.Files[len(archive.Files)-1]
			top, _, _ := strings.Cut(first.Name, "/")
			machines, err := load.Path(filepath.Join(dir, top))
			got := told(dir, machines, err)
			if *update {
				archive.Files[len(archive.Files)-1].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != string(want.Data) {
				t.Errorf("got\n%swant\n%s", got, want.Data)
			}
		})
	}
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
