package sfncdk

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// parse reads a workflow that comes as text.
func (w *workflow) parse(file string, text []byte, p StateMachineProps, at origin.Origin) {
	text = w.guardNumbers(text)
	doc, err := asl.Parse(file, text)
	if err != nil {
		w.problems.Add(diagnostics(err)...)
		return
	}
	w.problems.Add(doc.Problems...)
	m := doc.Machine
	for _, d := range applyProps(m, p) {
		w.add(at, d)
	}
	w.problems.Add(checkText(m, p).Place(doc.Source)...)
	w.derive(m, p, doc.Source)
	w.machine = m
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
		if m.TimeoutSeconds.IsSet() && m.TimeoutSeconds.Or(-1) != seconds {
			out.Add(propInText("TimeoutSeconds", fmt.Sprint(m.TimeoutSeconds.Or(-1)), fmt.Sprint(seconds)))
		}
		m.TimeoutSeconds = asl.IntOf(seconds)
	}
	if d := p.Defaults; d.Retry != nil || d.Catch != nil || d.Timeout != nil {
		out.Add(defaultsWithText())
	}
	return out
}

// bare finds a placeholder that stands where a number or another bare value does.
var bare = regexp.MustCompile(`([:\[,]\s*)(\$\{[A-Za-z0-9_]+\})(\s*[,}\]\r\n])`)

// guardNumbers puts numbers in the place of placeholders without quotes, so that the text is JSON.
func (w *workflow) guardNumbers(text []byte) []byte {
	w.numbers = map[string]string{}
	return bare.ReplaceAllFunc(text, func(found []byte) []byte {
		if inString(text, found) {
			return found
		}
		parts := bare.FindSubmatch(found)
		number := guard(len(w.numbers))
		w.numbers[number] = string(parts[2])
		return []byte(string(parts[1]) + number + string(parts[3]))
	})
}

// inString tells whether a part of JSON text stands inside a string: an odd number of quotes is before it on its line.
func inString(text, part []byte) bool {
	at := cap(text) - cap(part)
	line := text[:at]
	if i := strings.LastIndexByte(string(line), '\n'); i >= 0 {
		line = line[i+1:]
	}
	quotes := 0
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

// guard is the text of a number that stands for a placeholder: a CDK number token that no CDK makes.
func guard(n int) string {
	bits := uint64(0xFBFF)<<48 | 0xFFFF_0000_0000 | uint64(n)
	return strconv.FormatFloat(math.Float64frombits(bits), 'g', -1, 64)
}

// unguard puts the placeholders back.
func (w *workflow) unguard(text string) string {
	for number, placeholder := range w.numbers {
		text = strings.ReplaceAll(text, number, placeholder)
	}
	return text
}
