package diagram_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/internal/golden"
)

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

// compare compares texts with the sections of testdata/NAME.txtar.
func compare(t *testing.T, name string, sections ...txtar.File) {
	t.Helper()
	golden.Archive(t, filepath.Join("testdata", name+".txtar"), func(*testing.T, []txtar.File) []txtar.File { return sections })
}

func section(name, text string) txtar.File { return txtar.File{Name: name, Data: []byte(text)} }

func TestGolden(t *testing.T) {
	for _, name := range machineNames(t) {
		t.Run(name, func(t *testing.T) {
			m := machine(t, name)
			compare(t, name, section("outline", diagram.Outline(m)), section("mermaid", diagram.Mermaid(m)), section("dot", diagram.DOT(m)))
		})
	}
}
