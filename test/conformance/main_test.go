package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/sim"
)

const recordings = "../../../shared/conformance/aws-executions"

// least is what each level must reach, in percent.
var least = map[string]float64{"level1": 98, "level2": 95, "level3": 90, "validate": 97, "test_state": 90}

func TestRecordings(t *testing.T) {
	if _, err := os.Stat(recordings); err != nil {
		t.Skip("no recorded cases beside the repository: ../shared/conformance is missing")
	}
	var out, errs bytes.Buffer
	if code := run([]string{"--failures", recordings}, &out, &errs); code != 0 {
		t.Fatalf("exit status %d: %s", code, errs.String())
	}
	t.Log(out.String())
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	for _, line := range lines[len(lines)-len(levels):] {
		var level string
		var passed, total float64
		if _, err := fmt.Sscanf(strings.Replace(line, "/", " ", 1), "%s %f %f", &level, &passed, &total); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if 100*passed/total < least[level] {
			t.Errorf("%s is below %v %%", line, least[level])
		}
	}
}

func TestUnreadable(t *testing.T) {
	for name, text := range map[string]string{"no JSON": "{", "no cases": "{}", "no kind": `{"cases": [{"id": "x"}]}`} {
		dir := t.TempDir()
		if err := os.WriteFile(dir+"/x.json", []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if code := run([]string{dir}, &bytes.Buffer{}, &bytes.Buffer{}); code != 2 {
			t.Errorf("%s: exit status %d", name, code)
		}
	}
	for _, args := range [][]string{nil, {"--nonsense"}, {"no such folder"}} {
		if code := run(args, &bytes.Buffer{}, &bytes.Buffer{}); code != 2 {
			t.Errorf("%v: exit status %d", args, code)
		}
	}
}

// TestLanes: the same iterations in another order are the same history.
func TestLanes(t *testing.T) {
	history := func(limit int, item string) []event {
		text := fmt.Sprintf(`{"StartAt": "M", "States": {"M": {"Type": "Map", "MaxConcurrency": %d, "Next": "E",
			"ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Parallel", "Next": "I", "Branches": [
				{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": true}}},
				{"StartAt": "C", "States": {"C": {"Type": "Pass", "End": true}}}]},
				"I": {"Type": "Map", "MaxConcurrency": %d, "End": true, "ItemProcessor": {"StartAt": "D", "States": {"D": {"Type": "Pass", "End": true}}}}}}},
			"E": {"Type": "Pass", "End": true}}}`, limit, limit)
		doc, err := asl.Parse("", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		x, err := sim.MustNew(doc.Machine).Run(context.Background(), sim.JSON(item))
		if err != nil || x.Status != sim.Succeeded {
			t.Fatal(err, x.Failure)
		}
		return historyOf(x)
	}
	one, all := history(1, "[1, 2, 3]"), history(0, "[1, 2, 3]")
	if d := compareEvents("concurrent", one, all, true); d != nil {
		t.Error(d)
	}
	if d := compareEvents("concurrent", one, history(0, "[1, 2, 4]"), true); d == nil {
		t.Error("another item makes no difference")
	}
	if d := compareEvents("", one, all, false); d == nil {
		t.Error("the order makes no difference where it counts")
	}
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		want, got string
		same      bool
	}{
		{`{"a": 1, "b": [2.0]}`, `{"b": [2], "a": 1.0}`, true},
		{`"x-{{any:ID}}-y"`, `"x-123-y"`, true},
		{`"x-{{any:ID}}-y"`, `"x-123"`, false},
		{`{"a": "{{any:X}}"}`, `{"a": {"b": 1}}`, true},
		{`{"cause": {"a": 1}}`, `{"cause": "{\"a\":1}"}`, true},
		{`"{{repeat:ab:3}}"`, `"ababab"`, true},
		{`{"a": 1}`, `{"a": 1, "b": 2}`, false},
		{`{"a": 1, "b": 2}`, `{"a": 1}`, false},
	} {
		w, g := parsed(c.want), parsed(c.got)
		if d := differ("", w, g); (d == "") != c.same {
			t.Errorf("%s and %s: %q", c.want, c.got, d)
		}
	}
}

// TestNoDoubts: what the services of AWS answered is what sim.Execution.Doubts expects of them.
func TestNoDoubts(t *testing.T) {
	if _, err := os.Stat(recordings); err != nil {
		t.Skip("no recorded cases beside the repository: ../shared/conformance is missing")
	}
	cases, err := readAll([]string{recordings})
	if err != nil {
		t.Fatal(err)
	}
	calls := 0
	for i := range cases {
		c := &cases[i]
		if c.Kind != "execution" {
			continue
		}
		x, err := c.simulate()
		if err != nil {
			continue // TestRecordings tells
		}
		calls += len(x.Calls)
		for _, doubt := range x.Doubts() {
			t.Errorf("%s: %s", c.ID, doubt)
		}
	}
	t.Logf("%d calls", calls)
}
