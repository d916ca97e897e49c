package readme_test

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl/diagram/svg"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/fragments"
	"github.com/stepwise-go/stepwise/tasks"
)

var update = flag.Bool("update", false, "draw the pictures of the README")

var block = regexp.MustCompile("(?s)```go\n// (\\S+)\n(.*?)```")

// TestPrograms puts the programs of the README into a module of their own and tests it.
func TestPrograms(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	blocks := block.FindAllStringSubmatch(string(text), -1)
	if len(blocks) != 3 {
		t.Fatalf("%d programs in the README, want 3", len(blocks))
	}
	for _, b := range blocks {
		write(t, filepath.Join(dir, b[1]), strings.ReplaceAll(b[2], "example.com/poller", "example.com/readme/poller"))
	}
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	own := strings.Replace(string(mod), "module github.com/stepwise-go/stepwise", "module example.com/readme", 1)
	write(t, filepath.Join(dir, "go.mod"), own+"\nrequire github.com/stepwise-go/stepwise v0.0.0\nreplace github.com/stepwise-go/stepwise => "+root+"\n")
	sum, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "go.sum"), string(sum))
	for _, args := range [][]string{{"vet", "-mod=mod", "./..."}, {"test", "-mod=mod", "./poller"}} {
		cmd := exec.Command("go", args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestPicture(t *testing.T) {
	definition, err := sfn.Build(fragments.JobPoller(fragments.JobPollerProps{
		Submit:   tasks.LambdaInvoke{Function: tasks.FunctionAt("submit")},
		Status:   tasks.LambdaInvoke{Function: tasks.FunctionAt("status")},
		Interval: sfn.At("$.wait_time"),
	}))
	if err != nil {
		t.Fatal(err)
	}
	for theme, file := range map[svg.Theme]string{svg.Light: "../../docs/job-poller-light.svg", svg.Dark: "../../docs/job-poller-dark.svg"} {
		got := svg.Render(definition, svg.Options{Theme: theme, Title: "Job poller"})
		if *update {
			write(t, file, got)
		}
		want, err := os.ReadFile(file)
		if err != nil || got != string(want) {
			t.Errorf("%s is not what is drawn today (%v): go test ./test/readme -update", file, err)
		}
	}
}

// TestLinks checks that what the README links to in the repository is there.
func TestLinks(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`(?:\]\(|src(?:set)?=")([a-zA-Z][^)":]*)[)"]`).FindAllStringSubmatch(string(text), -1) {
		if _, err := os.Stat(filepath.Join("../..", m[1])); err != nil {
			t.Errorf("the README links to %s: %v", m[1], err)
		}
	}
}
