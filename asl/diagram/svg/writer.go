package svg

import (
	"strconv"
	"strings"
	"unicode"
)

// writer writes elements.
type writer struct{ strings.Builder }

// num writes a length: at most one decimal, no more digits than needed.
func num(v float64) string { return strconv.FormatFloat(tenth(v)+0, 'f', -1, 64) }

// put writes parts one after the other: text as it is, numbers as lengths.
func (w *writer) put(parts ...any) {
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			w.WriteString(p)
		case float64:
			w.WriteString(num(p))
		}
	}
}

// rect writes a rectangle with round corners.
func (w *writer) rect(class string, x, y, width, height, round float64) {
	w.put(`<rect`)
	if class != "" {
		w.put(` class="`, class, `"`)
	}
	w.put(` x="`, x, `" y="`, y, `" width="`, width, `" height="`, height, `" rx="`, round, `"/>`)
}

// text writes one line of text. Its width is fixed where it is known, so that another font cannot
// make it run over.
func (w *writer) text(class string, f font, x, y float64, text string) {
	if text == "" {
		return
	}
	w.put(`<text`)
	if class != "" {
		w.put(` class="`, class, `"`)
	}
	w.put(` x="`, x, `" y="`, y, `"`)
	if isExact(text) {
		w.put(` textLength="`, f.width(text), `" lengthAdjust="spacingAndGlyphs"`)
	}
	w.put(`>`, escape(text), `</text>`)
}

func (w *writer) title(text string) {
	if text != "" {
		w.put(`<title>`, escape(text), `</title>`)
	}
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// escape makes a text fit for XML, which has no place for most control characters at all.
func escape(text string) string {
	return escaper.Replace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD")))
}
