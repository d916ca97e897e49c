package snapshot

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// Updating tells whether the tests run with -update. Golden files of your own can ask it: a program
// cannot have a second flag of that name.
func Updating() bool { return *update }

// Definition builds a workflow and compares its States Language text with the file
// testdata/snapshots/<test>.asl.json. A workflow with errors fails the test with the report.
func Definition(t testing.TB, start sfn.Chainable, props ...sfn.MachineProps) {
	t.Helper()
	d, err := sfn.Build(start, props...)
	if err != nil {
		t.Fatalf("the workflow has errors:\n%v", err)
	}
	text, err := d.Render()
	if err != nil {
		t.Fatal(err)
	}
	Text(t, FileName(t, ".asl.json"), string(text)+"\n")
}

// FileName returns testdata/snapshots/<test><suffix>, without characters that a file system may refuse.
func FileName(t testing.TB, suffix string) string {
	name := unsafe.ReplaceAllString(t.Name(), "_")
	return filepath.Join("testdata", "snapshots", name+suffix)
}

var unsafe = regexp.MustCompile(`[^A-Za-z0-9._-]+`)

// Text compares a text with a file, and fails the test with the lines that differ. With -update it
// writes the file.
func Text(t testing.TB, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Errorf("no snapshot yet, run the test with -update: %v", err)
		return
	}
	if string(want) != got {
		t.Errorf("%s differs, run the test with -update if that is right:\n%s", file, Diff(string(want), got))
	}
}

// Diff returns the lines that differ, "-" before those of the first text and "+" before those of the
// second, with two lines around them.
func Diff(want, got string) string {
	edits := compare(strings.Split(want, "\n"), strings.Split(got, "\n"))
	var b strings.Builder
	for i, e := range edits {
		if !near(edits, i) {
			if i > 0 && near(edits, i-1) {
				b.WriteString("  ...\n")
			}
			continue
		}
		b.WriteString(string(e.sign) + " " + e.line + "\n")
	}
	return b.String()
}

type edit struct {
	sign byte
	line string
}

func near(edits []edit, i int) bool {
	for j := max(0, i-2); j <= min(len(edits)-1, i+2); j++ {
		if edits[j].sign != ' ' {
			return true
		}
	}
	return false
}

// compare finds the longest common lines, after what is equal at the beginning and the end.
func compare(a, b []string) []edit {
	var head, tail []edit
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		head = append(head, edit{' ', a[0]})
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		tail = append([]edit{{' ', a[len(a)-1]}}, tail...)
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a)*len(b) > 10_000_000 {
		return append(append(head, all('-', a)...), append(all('+', b), tail...)...)
	}
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	for len(a) > 0 || len(b) > 0 {
		i, j := len(common)-1-len(a), len(common[0])-1-len(b)
		switch {
		case len(a) > 0 && len(b) > 0 && a[0] == b[0]:
			head = append(head, edit{' ', a[0]})
			a, b = a[1:], b[1:]
		case len(b) == 0 || len(a) > 0 && common[i+1][j] >= common[i][j+1]:
			head = append(head, edit{'-', a[0]})
			a = a[1:]
		default:
			head = append(head, edit{'+', b[0]})
			b = b[1:]
		}
	}
	return append(head, tail...)
}

func all(sign byte, lines []string) []edit {
	out := make([]edit, len(lines))
	for i, l := range lines {
		out[i] = edit{sign, l}
	}
	return out
}
