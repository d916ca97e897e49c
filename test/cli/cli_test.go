package cli_test

import (
	"flag"
	"io"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/stepwise-go/stepwise/cmd/stepwise/run"
)

var update = flag.Bool("update", false, "write what the command prints into the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"stepwise": func() { os.Exit(run.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata", UpdateScripts: *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"status": status},
	})
}

// status runs the command and checks its exit status: status 2 stepwise validate nothing.json
func status(ts *testscript.TestScript, _ bool, args []string) {
	want := args[0]
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = err.Error()
		if n := len(got); n > 0 {
			got = got[n-1:] // exit status N
		}
	}
	if got != want {
		ts.Fatalf("exit status %s, want %s: %v", got, want, err)
	}
}

// TestNoPanic gives the command what is not a workflow.
func TestNoPanic(t *testing.T) {
	dir := t.TempDir()
	for name, text := range bad() {
		file := dir + "/" + name
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, c := range [][]string{
			{"validate", file}, {"validate", "--json", file}, {"run", file}, {"graph", file}, {"graph", "--format", "svg", file},
			{"diff", file, file}, {"import", file}, {"run", "--mocks", file, "--input", file, file}, {"graph", "--history", file, file},
		} {
			if got := run.Main(c, nil, io.Discard, io.Discard); got > 2 {
				t.Errorf("%s %v: exit status %d", name, c, got)
			}
		}
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

// TestFullDisk proves that what could not be written is no success.
func TestFullDisk(t *testing.T) {
	for _, c := range [][]string{{"help"}, {"explain"}, {"explain", "--json"}, {"tasks"}, {"version"}, {"completion", "bash"}} {
		if got := run.Main(c, nil, full{}, io.Discard); got != 2 {
			t.Errorf("%v: exit status %d", c, got)
		}
	}
}
