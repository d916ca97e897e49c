package diff_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diff"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/internal/golden"
	"github.com/stepwise-go/stepwise/ordjson"
)

func parse(t testing.TB, name string, text []byte) *asl.Machine {
	t.Helper()
	doc, err := asl.Parse(name+".yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	return doc.Machine
}

// Each archive of testdata holds two versions and what is said about them.
func TestCompare(t *testing.T) {
	golden.Archives(t, "testdata/*.txtar", func(t *testing.T, was []txtar.File) []txtar.File {
		if len(was) < 2 {
			t.Fatal("a case begins with the sections before and after")
		}
		d := diff.Compare(parse(t, "before", was[0].Data), parse(t, "after", was[1].Data))
		compact, err := ordjson.Pretty(d.JSON(), "  ")
		if err != nil {
			t.Fatal(err)
		}
		return append(was[:2], txtar.File{Name: "text", Data: []byte(d.Text())}, txtar.File{Name: "markdown", Data: []byte(d.Markdown())},
			txtar.File{Name: "json", Data: append(compact, '\n')})
	})
}

func TestSameIsEmpty(t *testing.T) {
	files, _ := filepath.Glob("../diagram/testdata/machines/*.yaml")
	if len(files) == 0 {
		t.Fatal("no machines")
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		m := parse(t, "m", text)
		turned := *m
		turned.States = asl.States{}
		for i := m.States.Len() - 1; i >= 0; i-- {
			n := m.States.Names()[i]
			turned.States.Set(n, m.States.Get(n))
		}
		if d := diff.Compare(m, &turned); !d.Empty() || d.Text() != "" || d.Summary() != "no change" {
			t.Errorf("%s: %s", file, d.Text())
		}
		all := diff.Compare(nil, m)
		none := diff.Compare(m, nil)
		if len(all.Added) == 0 || len(all.Removed) > 0 || len(none.Removed) != len(all.Added) {
			t.Errorf("%s: from nothing %s, to nothing %s", file, all.Summary(), none.Summary())
		}
	}
}

func TestPermissions(t *testing.T) {
	d := diff.Compare(nil, nil)
	d.Permissions(
		[]iam.Statement{iam.Allow("sqs:SendMessage").On("arn:q1"), iam.Allow("sns:Publish").On("arn:t")},
		[]iam.Statement{iam.Allow("sqs:SendMessage").On("arn:q1", "arn:q2")},
	)
	want := "1 permission added, 1 removed\n\n~ Permissions\n    + Allow sqs:sendmessage on arn:q2\n    - Allow sns:publish on arn:t\n"
	if got := d.Text(); got != want {
		t.Errorf("%s", got)
	}
	text, err := json.Marshal(d)
	if err != nil || string(text) != `{"added":[{"kind":"permission","permission":"Allow sqs:sendmessage on arn:q2"}],"removed":[{"kind":"permission","permission":"Allow sns:publish on arn:t"}],"changed":[]}` {
		t.Errorf("%s %v", text, err)
	}
}

// Names and values must not break out of a table row.
func TestMarkdownIsSafe(t *testing.T) {
	m := &asl.Machine{}
	m.States.Set("a|b\n|c`` @me <img> #1", &asl.Wait{Timestamp: "`|\n<script>", Flow: asl.Flow{Next: "``|``"}})
	text := diff.Compare(nil, m).Markdown()
	rows := strings.Split(strings.TrimSpace(text), "\n")
	row := rows[len(rows)-1]
	if len(rows) != 5 || strings.Count(strings.ReplaceAll(row, `\|`, ""), "|") != 4 || strings.Contains(row, "<img>") || strings.Contains(row, "@me") {
		t.Errorf("%s", text)
	}
}

func ExampleCompare() {
	before := &asl.Machine{Graph: asl.Graph{StartAt: "Wait"}}
	before.States.Set("Wait", &asl.Wait{Seconds: asl.IntOf(10), Flow: asl.Flow{End: true}})
	after := &asl.Machine{Graph: asl.Graph{StartAt: "Wait"}}
	after.States.Set("Wait", &asl.Wait{Seconds: asl.IntOf(60), Flow: asl.Flow{Next: "Done"}})
	after.States.Set("Done", &asl.Succeed{})
	fmt.Print(diff.Compare(before, after).Text())
	// Output:
	// 1 state added, 1 changed; 1 transition added, 1 removed
	//
	// + Done (Succeed state)
	// ~ Wait (Wait state)
	//     ~ Seconds: 10 → 60
	//     - End
	//     + Next → Done
}

func BenchmarkCompare(b *testing.B) {
	m, n := &asl.Machine{}, &asl.Machine{}
	for i := range 1000 {
		name := fmt.Sprint("State ", i)
		m.States.Set(name, &asl.Wait{Seconds: asl.IntOf(int64(i)), Flow: asl.Flow{Next: fmt.Sprint("State ", i+1)}})
		n.States.Set(name, &asl.Wait{Seconds: asl.IntOf(int64(i / 2)), Flow: asl.Flow{Next: fmt.Sprint("State ", i+1)}})
	}
	for b.Loop() {
		diff.Compare(m, n)
	}
}
