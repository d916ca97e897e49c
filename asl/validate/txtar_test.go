package validate_test

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/validate"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/golden"
)

// TestData checks the definitions in testdata, one archive a rule: name.json is a definition or some
// states of one, name.txt what is found. A name that ends in .express.json is of an Express machine.
func TestData(t *testing.T) {
	for _, rule := range validate.Rules() {
		if rule.Wrong == "" {
			continue // what no definition shows has a test of its own
		}
		t.Run(rule.Name, func(t *testing.T) {
			golden.Archive(t, filepath.Join("testdata", strings.ReplaceAll(rule.Name, "-", "_")+".txtar"), func(t *testing.T, was []txtar.File) []txtar.File {
				if len(was) == 0 {
					was = []txtar.File{{Name: exampleName(rule), Data: []byte(strings.TrimLeft(rule.Wrong, "\n") + "\n")}}
				}
				return check(t, was, rule.Code)
			})
		})
	}
}

// check adds to each definition what is found in it.
func check(t *testing.T, files []txtar.File, code string) []txtar.File {
	t.Helper()
	var out []txtar.File
	names := map[string]bool{}
	hits := 0
	for _, f := range files {
		if names[f.Name] {
			t.Fatalf("two cases are called %s", f.Name)
		}
		names[f.Name] = true
		name, isCase := strings.CutSuffix(f.Name, ".json")
		if !isCase {
			continue
		}
		opts := validate.Options{}
		if strings.HasSuffix(name, ".express") {
			opts.Type = validate.Express
		}
		list := findings(t, string(f.Data), opts)
		hits += strings.Count(codes(list), code)
		var text strings.Builder
		_ = diag.WriteText(&text, list, diag.TextOptions{})
		out = append(out, f, txtar.File{Name: name + ".txt", Data: []byte(text.String())})
	}
	if hits == 0 {
		t.Errorf("no case breaks %s", code)
	}
	return out
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
