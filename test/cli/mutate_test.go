package cli_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl/validate"
	"github.com/stepwise-go/stepwise/cmd/stepwise/run"
	"github.com/stepwise-go/stepwise/diag/report"
	"github.com/stepwise-go/stepwise/ordjson"
)

// wrong are put in the place of every value of a definition.
var wrong = []any{
	nil, true, ordjson.FromInt(1), ordjson.FromInt(-1), 1.5, "", "x", "$.", "{% $ %}", "arn:aws:states:::", "${Token}",
	[]any{}, []any{nil}, []any{"a", ordjson.FromInt(2)}, ordjson.NewObject(), ordjson.NewObject(ordjson.Member{Key: "", Value: nil}),
}

// TestMutations puts values of the wrong kind in every place of the definitions on the help pages: no command
// panics, each exits with 0, 1 or 2, and what it says is no dump of Go.
func TestMutations(t *testing.T) {
	runs := 0
	for i, r := range validate.Rules() {
		if r.Right == "" {
			continue
		}
		text := strings.TrimSpace(r.Right)
		if !strings.HasPrefix(text, "{") {
			text = `{"StartAt": "` + strings.SplitN(text, `"`, 3)[1] + `", "States": {` + text + `}}`
		}
		v, err := ordjson.DecodeString(text)
		if err != nil {
			t.Fatalf("%s: %v", r.Code, err)
		}
		n := 0
		mutations(v, func(set func(any)) {
			for j, w := range wrong {
				n++
				if testing.Short() && (n+i)%10 != 0 {
					continue
				}
				set(w)
				mutated := ordjson.String(v)
				commands := [][]string{{"validate", "--json", "-"}, {"graph", "-"}, {"run", "-"}, {"import", "-"}}
				for _, c := range [][]string{commands[0], commands[1+(n+j)%3]} {
					runs++
					command(t, c, mutated)
				}
			}
		})
	}
	t.Logf("%d runs", runs)
}

// command runs one command on a text.
func command(t *testing.T, args []string, text string) {
	t.Helper()
	var said, printed bytes.Buffer
	status := -1
	func() {
		defer func() {
			if p := recover(); p != nil {
				said.WriteString(fmt.Sprint("panic: ", p))
			}
		}()
		status = run.Main(args, strings.NewReader(text), &printed, &said)
	}()
	if status < 0 || status > 2 || strings.Contains(said.String(), "panic") || strings.Contains(said.String(), "%!") || strings.Contains(said.String(), "goroutine") {
		t.Errorf("%v: exit status %d, %s\n%s", args, status, said.String(), text)
	}
	if args[0] == "validate" {
		rows(t, printed.Bytes(), status, text)
	}
}

// rows checks the contract of validate --json: a code with a page, a place, a message.
func rows(t *testing.T, printed []byte, status int, text string) {
	t.Helper()
	var list []report.Row
	if err := json.Unmarshal(printed, &list); err != nil {
		t.Errorf("%v in\n%s", err, printed)
	}
	errors := 0
	for _, r := range list {
		_, known := validate.RuleByCode(r.Code)
		if r.Severity == "error" {
			errors++
		}
		if !known || r.Line < 1 || r.Column < 1 || r.Message == "" || r.Fix == "" || r.File != "stdin" || strings.Contains(r.Message+r.Fix, "%!") {
			t.Errorf("%+v of\n%s", r, text)
		}
	}
	if (errors > 0) != (status > 0) {
		t.Errorf("%d errors, but exit status %d of\n%s", errors, status, text)
	}
}

// mutations visits every place in a value with a function that puts another value there. What was there
// comes back afterwards.
func mutations(v any, visit func(set func(any))) {
	switch v := v.(type) {
	case *ordjson.Object:
		for _, key := range v.Keys() {
			was, _ := v.Get(key)
			visit(func(w any) { v.Set(key, w) })
			v.Set(key, was)
			mutations(was, visit)
		}
	case []any:
		for i, was := range v {
			visit(func(w any) { v[i] = w })
			v[i] = was
			mutations(was, visit)
		}
	}
}

// TestTruncated cuts a definition off after every byte: each is unreadable, with the place where it ends.
func TestTruncated(t *testing.T) {
	r, _ := validate.RuleByCode("SW604")
	whole := `{"StartAt": "Each", "States": {` + strings.TrimSpace(r.Right) + `}}`
	for n := range len(whole) {
		var printed, said bytes.Buffer
		status := run.Main([]string{"validate", "--json", "-"}, strings.NewReader(whole[:n]), &printed, &said)
		var list []report.Row
		if err := json.Unmarshal(printed.Bytes(), &list); err != nil || status != 2 || len(list) != 1 || list[0].Code != "SW001" || list[0].Line < 1 || list[0].Column < 1 {
			t.Errorf("after %d bytes: exit status %d, %v, %s", n, status, err, printed.String())
		}
	}
}
