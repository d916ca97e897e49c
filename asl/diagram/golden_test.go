package diagram_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diagram"
)

var update = flag.Bool("update", false, "write the golden files")

func machine(t testing.TB, name string) *asl.Machine {
	t.Helper()
	file := filepath.Join("testdata", "machines", name+".asl.yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := asl.Parse(file, text)
	if err != nil {
		t.Fatal(err)
	}
	return doc.Machine
}

func machineNames(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/machines/*.asl.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no machines", err)
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(filepath.Base(f), ".asl.yaml")
	}
	return files
}

// golden compares a text with a section of testdata/NAME.txtar.
func golden(t *testing.T, name string, sections ...txtar.File) {
	t.Helper()
	file := filepath.Join("testdata", name+".txtar")
	got := txtar.Format(&txtar.Archive{Files: sections})
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i, w := range txtar.Parse(want).Files {
		if i < len(sections) && (w.Name != sections[i].Name || string(w.Data) != string(sections[i].Data)) {
			t.Errorf("%s, %s differs; run with -update and look at the change. Got:\n%s", file, w.Name, sections[i].Data)
		}
	}
	if string(want) != string(got) && !t.Failed() {
		t.Errorf("%s differs; run with -update and look at the change", file)
	}
}

func section(name, text string) txtar.File { return txtar.File{Name: name, Data: []byte(text)} }

func TestGolden(t *testing.T) {
	for _, name := range machineNames(t) {
		t.Run(name, func(t *testing.T) {
			m := machine(t, name)
			golden(t, name, section("outline", diagram.Outline(m)), section("mermaid", diagram.Mermaid(m)), section("dot", diagram.DOT(m)))
		})
	}
}
