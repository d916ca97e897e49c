package golden

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// recorder notes what a test would print.
type recorder struct {
	testing.TB
	told []string
}

func (r *recorder) Helper() {}
func (r *recorder) Errorf(format string, args ...any) {
	r.told = append(r.told, fmt.Sprintf(format, args...))
}

func TestFile(t *testing.T) {
	defer func(was bool) { *update = was }(*update)
	*update = false
	r := &recorder{TB: t}
	File(r, "testdata/some.txtar", "What comes first.\n-- input --\n1 2\n-- sum --\n3\n")
	if len(r.told) > 0 {
		t.Error(r.told)
	}
	if File(r, "testdata/some.txtar", "4"); len(r.told) != 1 || !strings.Contains(r.told[0], "-update") {
		t.Error(r.told)
	}
}

func TestArchives(t *testing.T) {
	Archives(t, "testdata/*.txtar", func(t *testing.T, was []txtar.File) []txtar.File {
		var a, b int
		if _, err := fmt.Sscan(string(was[0].Data), &a, &b); err != nil {
			t.Fatal(err)
		}
		was[1].Data = fmt.Appendln(nil, a+b)
		return was
	})
}

func TestDiffers(t *testing.T) {
	r := &recorder{TB: t}
	was := []txtar.File{{Name: "same", Data: []byte("1\n")}, {Name: "other", Data: []byte("2\n")}, {Name: "gone"}}
	differs(r, "f.txtar", was, []txtar.File{was[0], {Name: "other", Data: []byte("3\n")}, {Name: "new"}})
	if got := strings.Join(r.told, "\n"); len(r.told) != 3 || !strings.Contains(got, "other: got\n3\n\nwant\n2\n") || !strings.Contains(got, "new: got") {
		t.Error(got)
	}
}
