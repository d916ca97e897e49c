package jsonata_test

import (
	"bytes"
	"context"
	"errors"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl/jsonata"
	"github.com/stepwise-go/stepwise/ordjson"
)

// suiteDir is the official test suite of the language, as data.
const suiteDir = "../../../shared/conformance/jsonata-test-suite"

// TestSuite runs the cases that hold for version 2.0.6.
func TestSuite(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(suiteDir, "groups", "*.json"))
	if len(files) == 0 {
		t.Skipf("the official suite is not in %s", suiteDir)
	}
	passed, newer := 0, 0
	for _, file := range files {
		group := strings.TrimSuffix(filepath.Base(file), ".json")
		for _, c := range readJSON(t, file).([]any) {
			c := c.(*ordjson.Object)
			if c.Has("since") {
				newer++
				continue
			}
			id, _ := c.Get("id")
			t.Run(group+"/"+id.(string), func(t *testing.T) {
				if runCase(t, c) {
					passed++
				}
			})
		}
	}
	t.Logf("%d cases hold, %d are newer than 2.0.6", passed, newer)
}

func readJSON(t *testing.T, file string) any {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	// Go has no strings with half a surrogate pair; the language can escape one itself.
	data = bytes.ReplaceAll(data, []byte(`'\uD800'`), []byte(`'\\uD800'`))
	v, err := ordjson.Decode(data)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return v
}

func member(o *ordjson.Object, key string) any {
	v, _ := o.Get(key)
	return v
}

func runCase(t *testing.T, c *ordjson.Object) bool {
	text := member(c, "expr").(string)
	var input any = jsonata.Undefined{}
	if v, ok := c.Get("data"); ok {
		input = v
	} else if name, ok := member(c, "dataset").(string); ok {
		input = readJSON(t, filepath.Join(suiteDir, "datasets", name+".json"))
	}
	env := &jsonata.Env{Vars: map[string]any{}}
	if bindings, ok := member(c, "bindings").(*ordjson.Object); ok {
		for key, v := range bindings.All() {
			env.Vars[key] = v
		}
	}
	if depth, ok := ordjson.Int(member(c, "depth")); ok {
		env.MaxDepth = int(depth)
	}
	limit := time.Minute
	if ms, ok := ordjson.Int(member(c, "timelimit")); ok && !c.Has("result") {
		limit = time.Duration(ms) * time.Millisecond // the evaluation is to be stopped
	}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	var value any
	var defined bool
	expr, err := jsonata.Compile(text)
	if err == nil {
		value, defined, err = expr.Eval(ctx, input, env)
	}
	if code, token := wantedError(c); code != "" {
		var e *jsonata.Error
		switch {
		case err == nil:
			t.Errorf("%s\ngave %s, want error %s", text, show(value, defined), code)
		case !errors.As(err, &e) || e.Code != code && !(code == "U1001" && e.Code == "U1002"):
			t.Errorf("%s\ngave error %v, want %s", text, err, code)
		case token != "" && e.Token != token:
			t.Errorf("%s\ngave error %v with token %q, want %q", text, err, e.Token, token)
		}
		return !t.Failed()
	}
	if err != nil {
		t.Errorf("%s\ngave error %v", text, err)
		return false
	}
	want, hasResult := c.Get("result")
	if got := show(value, defined); !matches(value, defined, want, hasResult, member(c, "unordered") == true) {
		t.Errorf("%s\ngave %s\nwant %s", text, got, show(want, hasResult))
	}
	return !t.Failed()
}

func wantedError(c *ordjson.Object) (code, token string) {
	code, _ = member(c, "code").(string)
	token, _ = member(c, "token").(string)
	if e, ok := member(c, "error").(*ordjson.Object); ok {
		code, _ = member(e, "code").(string)
	}
	return code, token
}

func show(v any, defined bool) string {
	if !defined {
		return "undefined"
	}
	return ordjson.String(v)
}

func matches(got any, defined bool, want any, wanted, unordered bool) bool {
	if f, ok := got.(float64); ok && (math.IsNaN(f) || math.IsInf(f, 0)) {
		got = nil
	}
	if defined != wanted {
		return false
	}
	if unordered {
		got, want = sorted(got), sorted(want)
	}
	return !wanted || ordjson.Equal(got, want)
}

func sorted(v any) any {
	items, ok := v.([]any)
	if !ok {
		return v
	}
	out := append([]any(nil), items...)
	sort.Slice(out, func(i, j int) bool { return ordjson.String(out[i]) < ordjson.String(out[j]) })
	return out
}
