package codegen_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/codegen"
	"github.com/stepwise-go/stepwise/internal/recorded"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/test/codegen/rebuild"
)

// subject is a definition that goes to Go and back.
type subject struct {
	id   string
	json *ordjson.Object
}

func TestRoundTrip(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles a large program")
	}
	roundTrip(t, append(specimens(t), accepted(t)...))
}

// roundTrip generates one program of all subjects, runs it, and compares what it builds.
func roundTrip(t *testing.T, subjects []subject) {
	t.Helper()
	var machines []codegen.Machine
	var kept []subject
	for _, s := range subjects {
		m := asl.FromJSON(s.json)
		opts := codegen.Options{Package: "main", Function: fmt.Sprintf("New%dDefinition", len(kept)), Name: s.id, Integration: integration}
		opts.Function = "NewMachine" + fmt.Sprint(len(kept)) + "Definition"
		if _, err := codegen.Go(m, opts); err != nil {
			t.Errorf("%s: %v", s.id, err)
			continue
		}
		machines = append(machines, codegen.Machine{ASL: m, Options: opts})
		kept = append(kept, s)
	}
	source, _, err := codegen.File(machines)
	if err != nil {
		t.Fatal(err)
	}
	results, err := rebuild.Run(source, len(kept))
	if err != nil {
		t.Fatal(err)
	}
	equal := 0
	for i, r := range results {
		switch built, err := ordjson.DecodeString(r.Definition); {
		case r.Error != "":
			t.Errorf("%s: %s", kept[i].id, r.Error)
		case err != nil || !ordjson.Equal(built, kept[i].json):
			t.Errorf("%s:\nbuilt %s\nfrom  %s", kept[i].id, r.Definition, ordjson.String(kept[i].json))
		default:
			equal++
		}
	}
	t.Logf("%d of %d definitions are equal after the round trip; %d lines of Go", equal, len(subjects), bytes.Count(source, []byte("\n")))
}

// specimens are the machines of testdata.
func specimens(t *testing.T) []subject {
	t.Helper()
	files, _ := filepath.Glob("testdata/*.json")
	if extra := os.Getenv("STEPWISE_SAMPLES"); extra != "" {
		more, _ := filepath.Glob(filepath.Join(extra, "*.json"))
		files = append(files, more...)
	}
	var out []subject
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		v, err := ordjson.Decode(raw)
		if err != nil {
			t.Errorf("%s: %v", f, err)
			continue
		}
		out = append(out, subject{filepath.Base(f), v.(*ordjson.Object)})
	}
	return out
}

// accepted are the definitions that AWS accepted, each once.
func accepted(t *testing.T) []subject {
	t.Helper()
	if len(recorded.Files("*.json")) == 0 {
		t.Log("the recorded definitions are not here: only the specimens are tried")
		return nil
	}
	var out []subject
	seen := map[string]bool{}
	for _, c := range recorded.Cases[*ordjson.Object](t, "*.json") {
		kind, _ := c.Get("kind")
		valid, judged := c.Get("valid")
		definition, _ := c.Get("definition")
		o, ok := definition.(*ordjson.Object)
		if !ok || kind == "test_state" || judged && valid != true || seen[ordjson.String(o)] {
			continue
		}
		seen[ordjson.String(o)] = true
		id, _ := c.Get("id")
		out = append(out, subject{fmt.Sprint(id), o})
	}
	return out
}
