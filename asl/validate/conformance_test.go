package validate_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/validate"
	"github.com/stepwise-go/stepwise/internal/recorded"
	"github.com/stepwise-go/stepwise/ordjson"
)

// recording is one recorded case.
type recording struct {
	id, kind, machineType, api string
	valid                      bool
	text                       string // the definition
	expected                   *ordjson.Object
}

var repeat = regexp.MustCompile(`\{\{repeat:(.):(\d+)\}\}`)

// recordings returns the recorded cases that have a definition.
func recordings(t testing.TB) []recording {
	t.Helper()
	var out []recording
	for _, c := range recorded.Cases[*ordjson.Object](t, "*.json") {
		if r, ok := recordingOf(c); ok {
			out = append(out, r)
		}
	}
	return out
}

func recordingOf(o *ordjson.Object) (recording, bool) {
	str := func(name string) string { v, _ := o.Get(name); s, _ := v.(string); return s }
	r := recording{id: str("id"), kind: str("kind"), machineType: str("type"), api: str("api"), valid: true}
	if v, ok := o.Get("valid"); ok {
		r.valid = v.(bool)
	}
	if e, ok := o.Get("expected"); ok {
		r.expected, _ = e.(*ordjson.Object)
	}
	switch d, ok := o.Get("definition"); {
	case ok:
		r.text = ordjson.String(d)
	case o.Has("definitionText"):
		r.text = str("definitionText")
	default:
		return r, false
	}
	r.text = repeat.ReplaceAllStringFunc(r.text, func(s string) string {
		m := repeat.FindStringSubmatch(s)
		n, _ := strconv.Atoi(m[2])
		return strings.Repeat(m[1], n)
	})
	return r, r.kind == "execution" || r.kind == "validate"
}

// TestAccepted proves that no definition that AWS accepted is refused.
func TestAccepted(t *testing.T) {
	accepted, refused := 0, 0
	warnings := map[string]int{}
	for _, c := range recordings(t) {
		if !c.valid {
			continue
		}
		accepted++
		doc, err := asl.Parse("", []byte(c.text))
		if err != nil {
			t.Errorf("%s: %v", c.id, err)
			continue
		}
		list := validate.Machine(doc.Machine, validate.Options{Type: validate.MachineType(c.machineType)})
		if list.HasErrors() {
			refused++
			t.Errorf("%s:\n%v", c.id, list.Errors().Err())
		}
		for _, w := range list.Warnings() {
			warnings[w.Code]++
		}
	}
	t.Logf("accepted by AWS: %d, refused here: %d, warnings: %v", accepted, refused, warnings)
}

// TestRecordedValidation compares with what AWS answered to definitions.
func TestRecordedValidation(t *testing.T) {
	cases, verdicts, codes, messages, references, referenced := 0, 0, 0, 0, 0, 0
	for _, c := range recordings(t) {
		if c.kind != "validate" {
			continue
		}
		cases++
		got := validate.AWS([]byte(c.text), validate.MachineType(c.machineType))
		if (got.Result == "OK") == c.valid {
			verdicts++
		} else {
			t.Errorf("%s: valid %v, got %+v", c.id, c.valid, got)
		}
		if !c.valid {
			want := diagnosticsOf(c.expected)
			if places(got.Diagnostics) == places(want) {
				codes++
			} else {
				t.Errorf("%s:\n got %+v\nwant %+v", c.id, got.Diagnostics, want)
			}
			if message, ok := c.expected.Get("message"); len(got.Diagnostics) == len(want) && got.Diagnostics[0].Message == want[0].Message && (!ok || message == got.Message()) {
				messages++
			} else {
				t.Errorf("%s:\n got %s\nwant %+v", c.id, got.Message(), want)
			}
		}
		if v, ok := c.expected.Get("variableReferences"); ok {
			referenced++
			doc, _ := asl.Parse("", []byte(c.text))
			got, err := ordjson.From(validate.VariableReferences(doc.Machine))
			if err == nil && ordjson.Equal(got, v) {
				references++
			} else {
				t.Errorf("%s: variables %s, want %s", c.id, ordjson.String(got), ordjson.String(v))
			}
		}
	}
	t.Logf("verdicts %d/%d, codes and locations of the refused %d, messages %d, variable references %d/%d", verdicts, cases, codes, messages, references, referenced)
}

func diagnosticsOf(expected *ordjson.Object) []validate.AWSDiagnostic {
	list, _ := expected.Get("diagnostics")
	var out []validate.AWSDiagnostic
	for _, e := range list.([]any) {
		str := func(name string) string { v, _ := e.(*ordjson.Object).Get(name); s, _ := v.(string); return s }
		out = append(out, validate.AWSDiagnostic{Code: str("code"), Message: str("message"), Location: str("location")})
	}
	return out
}

func places(list []validate.AWSDiagnostic) string {
	var b strings.Builder
	for _, d := range list {
		b.WriteString(d.Code + " " + d.Location + "\n")
	}
	return b.String()
}
