package book

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/ordjson"
)

// Walk runs a test for each recording of a folder with the case of its name. Recordings that skip
// names have none.
func Walk[C any](t *testing.T, folder string, cases map[string]C, skip []string, run func(t *testing.T, file, name string, c C)) {
	t.Helper()
	files, _ := filepath.Glob(folder + "/*.json")
	if len(files) == 0 {
		t.Skip("skipped: there are no recordings in " + folder)
	}
	met := map[string]bool{}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		if slices.ContainsFunc(skip, func(prefix string) bool { return strings.HasPrefix(name, prefix) }) {
			continue
		}
		c, ok := cases[name]
		if !ok {
			t.Errorf("%s has no case", name)
			continue
		}
		met[name] = true
		t.Run(name, func(t *testing.T) { run(t, file, name, c) })
	}
	for name := range cases {
		if !met[name] {
			t.Errorf("the case %s has no recording", name)
		}
	}
}

// Recording reads a recording.
func Recording[R any](t *testing.T, file string) (r R) {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(raw, &r)
	}
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Refused explains each error of a report.
func (b *Book) Refused(t *testing.T, recording, report string) {
	t.Helper()
	for line := range strings.SplitSeq(report, "\n") {
		if text, ok := strings.CutPrefix(line, "Error "); ok {
			b.Explain(t, recording, "+ refused: "+text)
		}
	}
}

// Compare explains each line that only one side has.
func (b *Book) Compare(t *testing.T, recording string, theirs, ours []string) {
	t.Helper()
	for _, l := range theirs {
		if !slices.Contains(ours, l) {
			b.Explain(t, recording, "- "+l)
		}
	}
	for _, l := range ours {
		if !slices.Contains(theirs, l) {
			b.Explain(t, recording, "+ "+l)
		}
	}
}

// Lines writes every value of a document that is no object or list, with its pointer: the order of
// members does not count, that of lists does.
func Lines(t *testing.T, text []byte) []string {
	t.Helper()
	v, err := ordjson.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	out := leaves(nil, "", v)
	slices.Sort(out)
	return out
}

func leaves(out []string, at string, v any) []string {
	switch t := v.(type) {
	case *ordjson.Object:
		for k, e := range t.All() {
			out = leaves(out, at+"/"+ordjson.EscapePointer(k), e)
		}
		if t.Len() > 0 {
			return out
		}
	case []any:
		for i, e := range t {
			out = leaves(out, at+"/"+strconv.Itoa(i), e)
		}
		if len(t) > 0 {
			return out
		}
	}
	if f, ok := ordjson.Float(v); ok {
		v = f // numbers are compared as numbers
	}
	return append(out, at+" "+ordjson.String(v))
}
