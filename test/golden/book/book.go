package book

import (
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Book is the list of reasons for differences.
type Book struct {
	reasons     []*reason
	unexplained bool
}

type reason struct {
	title, text string
	patterns    []*regexp.Regexp
	used        []int
	lines       map[string][]string // differences, by the name of the recording
}

// Read reads the reasons in a file.
func Read(t *testing.T, file string) *Book {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	b := &Book{}
	for block := range strings.SplitSeq(strings.TrimSpace(string(raw)), "\n\n") {
		r := &reason{lines: map[string][]string{}}
		for line := range strings.SplitSeq(block, "\n") {
			switch {
			case strings.HasPrefix(line, "# "):
				r.title = line[2:]
			case strings.HasPrefix(line, "> "):
				p, err := regexp.Compile("^(?:" + line[2:] + ")$")
				if err != nil {
					t.Fatal(err)
				}
				r.patterns = append(r.patterns, p)
			default:
				r.text = strings.TrimSpace(r.text + " " + line)
			}
		}
		r.used = make([]int, len(r.patterns))
		b.reasons = append(b.reasons, r)
	}
	return b
}

// Explain looks for the reason of a difference; without one, the test fails.
func (b *Book) Explain(t *testing.T, recording, difference string) {
	t.Helper()
	for _, r := range b.reasons {
		for i, p := range r.patterns {
			if p.MatchString(recording + " " + difference) {
				r.used[i]++
				r.lines[recording] = append(r.lines[recording], difference)
				return
			}
		}
	}
	b.unexplained = true
	t.Errorf("no reason for: %s", difference)
}

// Finish reports reasons without a difference, and compares the section of the page between two
// marks with the reasons, or writes it.
func (b *Book) Finish(t *testing.T, page, begin, end string, write bool) {
	t.Helper()
	if b.unexplained {
		return
	}
	for _, r := range b.reasons {
		for i, n := range r.used {
			if n == 0 {
				t.Errorf("nothing differs as %q says: %s", r.title, r.patterns[i])
			}
		}
	}
	raw, _ := os.ReadFile(page)
	before, rest, found := strings.Cut(string(raw), begin)
	_, after, ended := strings.Cut(rest, end)
	if !found || !ended {
		t.Fatalf("%s has no part between %s and %s", page, begin, end)
	}
	want := before + begin + b.markdown() + end + after
	switch {
	case want == string(raw):
	case write:
		if err := os.WriteFile(page, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s is out of date: run the test with -update", page)
	}
}

func (b *Book) markdown() string {
	var out strings.Builder
	for _, r := range b.reasons {
		fmt.Fprintf(&out, "### %s\n\n%s\n\n", r.title, r.text)
		names := slices.Sorted(maps.Keys(r.lines))
		if len(names) == 0 {
			continue
		}
		fmt.Fprintf(&out, "In %d recordings; `%s`:\n\n```diff\n%s\n```\n\n", len(names), names[0], strings.Join(r.lines[names[0]], "\n"))
	}
	return out.String()
}
