package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// testCase is one recorded case.
type testCase struct {
	Kind string
	ID   string
	Type string
	Body *ordjson.Object
	all  []testCase // of the run
}

func readAll(folders []string) ([]testCase, error) {
	var out []testCase
	for _, folder := range folders {
		var files []string
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && strings.HasSuffix(path, ".json") {
				files = append(files, path)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
		sort.Strings(files)
		for _, f := range files {
			cases, err := readFile(f)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", f, err)
			}
			out = append(out, cases...)
		}
	}
	return out, nil
}

func readFile(file string) ([]testCase, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	v, err := ordjson.Decode(data)
	if err != nil {
		return nil, err
	}
	list, ok := get(v, "cases").([]any)
	if !ok {
		return nil, fmt.Errorf("the file has no list of cases")
	}
	var out []testCase
	for i, raw := range list {
		body, ok := raw.(*ordjson.Object)
		c := testCase{Kind: text(raw, "kind"), ID: text(raw, "id"), Type: text(raw, "type"), Body: body}
		if !ok || c.ID == "" {
			return nil, fmt.Errorf("case %d is no object with an id", i)
		}
		switch c.Kind {
		case "execution", "validate", "test_state":
		default:
			return nil, fmt.Errorf("case %s has the unknown kind %q", c.ID, c.Kind)
		}
		out = append(out, c)
	}
	return out, nil
}

// judge runs the case. A panic of the code under test is a failure of the case, not of the run.
func (c *testCase) judge() (v *verdict) {
	v = &verdict{Kind: c.Kind, ID: c.ID, Levels: map[string]bool{}}
	defer func() {
		if p := recover(); p != nil {
			for level := range v.Levels {
				v.Levels[level] = false
			}
			v.Diff = append(v.Diff, fmt.Sprint("panic: ", p))
		}
	}()
	switch c.Kind {
	case "execution":
		c.execution(v)
	case "validate":
		v.Levels["validate"] = false
		c.validate(v)
	case "test_state":
		v.Levels["test_state"] = false
		c.testState(v)
	}
	return v
}

func get(v any, key string) any {
	o, _ := v.(*ordjson.Object)
	m, _ := o.Get(key)
	return m
}

func text(v any, key string) string {
	s, _ := get(v, key).(string)
	return s
}

func has(v any, key string) bool {
	o, _ := v.(*ordjson.Object)
	return o.Has(key)
}

func list(v any, key string) []any {
	l, _ := get(v, key).([]any)
	return l
}

// expand writes out {{repeat:C:N}} in all texts of a value.
func expand(v any) any {
	switch t := v.(type) {
	case string:
		return expandText(t)
	case []any:
		out := make([]any, len(t))
		for i := range t {
			out[i] = expand(t[i])
		}
		return out
	case *ordjson.Object:
		out := &ordjson.Object{}
		for k, m := range t.All() {
			out.Set(expandText(k), expand(m))
		}
		return out
	}
	return v
}

func expandText(s string) string {
	for {
		i := strings.Index(s, "{{repeat:")
		if i < 0 {
			return s
		}
		marker, rest, ok := strings.Cut(s[i+len("{{repeat:"):], "}}")
		colon := strings.LastIndexByte(marker, ':')
		if !ok || colon < 0 {
			return s
		}
		n, err := strconv.Atoi(marker[colon+1:])
		if err != nil {
			return s
		}
		s = s[:i] + strings.Repeat(marker[:colon], n) + rest
	}
}
