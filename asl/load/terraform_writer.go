package load

import (
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/stepwise-go/stepwise/diag"
)

// writer writes the text of a template, and knows where each part of it comes from.
type writer struct {
	source *terraformText
	text   strings.Builder
	json   bool // a token outside of a string needs quotes
	inside bool // of a string
	line   int  // lines written
	column int  // characters written in the last line
	parts  []piece
}

type piece struct {
	line, column int // in the text, from 0
	at           hcl.Pos
	indent       int // taken off from each line of it, as <<- does
}

// part writes a part of a template: text as it is, what is computed as a token.
func (w *writer) part(e hclsyntax.Expression) {
	p := piece{w.line, w.column, e.Range().Start, 0}
	text, literal := "", false
	if x, ok := e.(*hclsyntax.LiteralValueExpr); ok && x.Val.Type() == cty.String {
		text, literal = x.Val.AsString(), true
		p.indent = indent(w.source.source(e), text)
		if p.at.Column == 1 {
			p.at.Column += p.indent
		}
	}
	switch {
	case literal:
		for i, c := range []byte(text) {
			if c == '"' && !escaped(text[:i]) {
				w.inside = !w.inside
			}
		}
	case w.json && !w.inside:
		text = strconv.Quote(w.source.token(e))
	default:
		text = w.source.token(e)
	}
	w.parts = append(w.parts, p)
	w.text.WriteString(text)
	w.line += strings.Count(text, "\n")
	if i := strings.LastIndexByte(text, '\n'); i >= 0 {
		w.column, text = 0, text[i+1:]
	}
	w.column += utf8.RuneCountInString(text)
}

// escaped tells whether a backslash before it takes the meaning of a sign.
func escaped(before string) bool {
	return (len(before)-len(strings.TrimRight(before, `\`)))%2 == 1
}

// indent is how far the lines of a text stand more to the left than those of its source.
func indent(source, text string) int {
	out := 0
	lines := strings.Split(text, "\n")
	for i, line := range strings.Split(source, "\n") {
		if i < len(lines) {
			out = max(out, blanks(line)-blanks(lines[i]))
		}
	}
	return out
}

func blanks(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

// place is the place in the file of a place in the text.
func (w *writer) place(p diag.Place) diag.Place {
	line, column := p.Line-1, p.Column-1
	i := sort.Search(len(w.parts), func(i int) bool {
		q := w.parts[i]
		return q.line > line || q.line == line && q.column > column
	}) - 1
	if i < 0 {
		return diag.Place{File: w.source.file, Line: 1}
	}
	q := w.parts[i]
	out := diag.Place{File: w.source.file, Line: q.at.Line + line - q.line}
	switch {
	case p.Column == 0:
	case line == q.line:
		out.Column = q.at.Column + column - q.column
	default:
		out.Column = column + 1 + q.indent
	}
	return out
}
