package sfncdk

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// parse reads a workflow that comes as text. It is read twice where placeholders stand for numbers:
// with numbers that can be told apart, to be written, and with the numbers they stand for, to be checked.
func (w *workflow) parse(file string, text []byte, p StateMachineProps, at origin.Origin) {
	yaml := asl.IsYAML(file)
	doc, err := asl.Parse(file, w.guardNumbers(text, yaml))
	if err != nil {
		w.problems.Add(diagnostics(err)...)
		return
	}
	w.problems.Add(doc.Problems...)
	for _, d := range applyProps(doc.Machine, p) {
		w.add(at, d)
	}
	checked := doc
	if len(w.numbers) > 0 {
		if d, err := asl.Parse(file, withNumbers(text, yaml, p.Substitutions)); err == nil {
			checked = d
			applyProps(checked.Machine, p)
		}
	}
	w.problems.Add(checkText(checked.Machine, p).Place(checked.Source)...)
	for _, d := range ignoresNothing(checked.Machine, p.Ignore) {
		w.add(at, d)
	}
	w.derive(doc.Machine, p, doc.Source)
	w.machine = doc.Machine
}

// applyProps puts the props that belong into the definition there, unless it says something else.
func applyProps(m *asl.Machine, p StateMachineProps) diag.List {
	var out diag.List
	if p.Comment != "" {
		if m.Comment != "" && m.Comment != p.Comment {
			out.Add(propInText("Comment", strconv.Quote(m.Comment), strconv.Quote(p.Comment)))
		}
		m.Comment = p.Comment
	}
	if p.QueryLanguage != "" {
		if m.QueryLanguage != "" && m.QueryLanguage != p.QueryLanguage {
			out.Add(propInText("QueryLanguage", string(m.QueryLanguage), string(p.QueryLanguage)))
		}
		m.QueryLanguage = p.QueryLanguage
	}
	if p.Timeout != 0 {
		seconds := int64(p.Timeout / time.Second)
		if p.Timeout%time.Second != 0 {
			out.Add(wholeSeconds(p.Timeout))
		}
		if m.TimeoutSeconds.IsSet() && m.TimeoutSeconds.Or(-1) != seconds {
			out.Add(propInText("TimeoutSeconds", fmt.Sprint(m.TimeoutSeconds.Or(-1)), fmt.Sprint(seconds)))
		}
		m.TimeoutSeconds = asl.IntOf(seconds)
	}
	if d := p.Defaults; d.Retry != nil || d.Catch != nil || d.Timeout != nil {
		out.Add(notWithText("Defaults"))
	}
	if len(p.Patch) > 0 {
		out.Add(notWithText("Patch"))
	}
	return out
}

// bare finds a placeholder that stands where JSON has a number; in YAML any text can stand there, so
// that only the fields count that hold numbers.
var (
	bare     = regexp.MustCompile(`([:\[,]\s*)\$\{([A-Za-z0-9_]+)\}(\s*[,}\]\r\n])`)
	bareYAML = regexp.MustCompile(`(?m)(\b(?:Seconds|TimeoutSeconds|HeartbeatSeconds|IntervalSeconds|MaxDelaySeconds|MaxAttempts|BackoffRate|MaxConcurrency|` +
		`ToleratedFailureCount|ToleratedFailurePercentage|MaxItems|MaxItemsPerBatch|MaxInputBytesPerBatch): *)\$\{([A-Za-z0-9_]+)\}( *[,}\r\n])`)
)

// replaceBare puts a number in the place of each placeholder without quotes.
func replaceBare(text []byte, yaml bool, number func(name string) string) []byte {
	form := bare
	if yaml {
		form = bareYAML
	}
	var out []byte
	from := 0
	for {
		m := form.FindSubmatchIndex(text[from:])
		if m == nil {
			return append(out, text[from:]...)
		}
		before, after := from+m[3], from+m[6]
		out = append(out, text[from:before]...)
		if yaml || !inString(text[:before]) {
			out = append(out, number(string(text[from+m[4]:from+m[5]]))...)
		} else {
			out = append(out, text[before:after]...)
		}
		from = after
	}
}

// inString tells whether JSON text ends inside a string: after an odd number of quotes on its last line.
func inString(text []byte) bool {
	quotes := 0
	line := text[bytes.LastIndexByte(text, '\n')+1:]
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '"':
			quotes++
		}
	}
	return quotes%2 == 1
}

// guardNumbers puts numbers in the place of placeholders without quotes that can be found again.
func (w *workflow) guardNumbers(text []byte, yaml bool) []byte {
	w.numbers = map[string]string{}
	return replaceBare(text, yaml, func(name string) string {
		number := fmt.Sprint(7_770_000_000_000_000_001 + len(w.numbers))
		w.numbers[number] = "${" + name + "}"
		return number
	})
}

// withNumbers puts the values in the place of placeholders without quotes, 1 for one that is not known.
func withNumbers(text []byte, yaml bool, values map[string]string) []byte {
	return replaceBare(text, yaml, func(name string) string {
		if _, err := strconv.ParseFloat(values[name], 64); err == nil {
			return values[name]
		}
		return "1"
	})
}

// unguard puts the placeholders back.
func (w *workflow) unguard(text string) string {
	for number, placeholder := range w.numbers {
		text = strings.ReplaceAll(text, number, placeholder)
	}
	return text
}
