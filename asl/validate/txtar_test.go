package validate_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/validate"
	"github.com/stepwise-go/stepwise/diag"
)

var update = flag.Bool("update", false, "write what is found into testdata")

// TestData checks the definitions in testdata, one archive a rule: name.json is a definition or some
// states of one, name.txt what is found. A name that ends in .express.json is of an Express machine.
func TestData(t *testing.T) {
	for _, rule := range validate.Rules() {
		file := filepath.Join("testdata", strings.ReplaceAll(rule.Name, "-", "_")+".txtar")
		archive, err := txtar.ParseFile(file)
		switch {
		case rule.Wrong == "":
			continue // what no definition shows has a test of its own
		case os.IsNotExist(err) && *update:
			archive, err = &txtar.Archive{Files: []txtar.File{{Name: exampleName(rule), Data: []byte(strings.TrimLeft(rule.Wrong, "\n") + "\n")}}}, nil
		}
		if err != nil {
			t.Errorf("%s has no test data: %v", rule.Code, err)
			continue
		}
		t.Run(rule.Name, func(t *testing.T) {
			checkArchive(t, archive, rule.Code)
			if *update {
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

func checkArchive(t *testing.T, archive *txtar.Archive, code string) {
	want := map[string]string{}
	var cases []txtar.File
	names := map[string]bool{}
	for _, f := range archive.Files {
		if names[f.Name] {
			t.Fatalf("two cases are called %s", f.Name)
		}
		names[f.Name] = true
		if strings.HasSuffix(f.Name, ".json") {
			cases = append(cases, f)
		} else {
			want[strings.TrimSuffix(f.Name, ".txt")] = string(f.Data)
		}
	}
	archive.Files = nil
	hits := 0
	for _, f := range cases {
		name := strings.TrimSuffix(f.Name, ".json")
		opts := validate.Options{}
		if strings.HasSuffix(name, ".express") {
			opts.Type = validate.Express
		}
		list := findings(t, string(f.Data), opts)
		hits += strings.Count(codes(list), code)
		var text strings.Builder
		_ = diag.WriteText(&text, list, diag.TextOptions{})
		if !*update && text.String() != want[name] {
			t.Errorf("%s: got\n%s\nwant\n%s", name, text.String(), want[name])
		}
		archive.Files = append(archive.Files, f, txtar.File{Name: name + ".txt", Data: []byte(text.String())})
	}
	if hits == 0 {
		t.Errorf("no case breaks %s", code)
	}
}

func findings(t *testing.T, text string, opts validate.Options) diag.List {
	t.Helper()
	if !strings.HasPrefix(strings.TrimSpace(text), "{") {
		return validate.Machine(machineOf(t, text), opts)
	}
	doc, err := asl.Parse("", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return validate.Machine(doc.Machine, opts)
}

func exampleName(r validate.Rule) string {
	if r.Type == validate.Express {
		return "example.express.json"
	}
	return "example.json"
}
