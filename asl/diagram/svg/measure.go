package svg

import (
	"strings"
	"unicode"
)

// The advance widths of the printable ASCII characters in thousandths of the font size. Arial,
// Helvetica and Liberation Sans agree on them, so a table does without a font.
var (
	regularWidths = [95]int{
		278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
		556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
		667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
		556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
	}
	boldWidths = [95]int{
		278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
		556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
		667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611,
		611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
	}
)

// font is a size and weight of text.
type font struct {
	size float64
	bold bool
}

// width measures one line of text. Characters outside ASCII are estimated, on the generous side.
func (f font) width(text string) float64 {
	sum := 0
	for _, r := range text {
		sum += f.advance(r)
	}
	return float64(sum) * f.size / 1000
}

func (f font) advance(r rune) int {
	switch {
	case r >= ' ' && r <= '~':
		if f.bold {
			return boldWidths[r-' ']
		}
		return regularWidths[r-' ']
	case r == '·' || r == '’':
		return 278
	case r == '…' || r == '→' || isWide(r):
		return 1000
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	return 620
}

// isWide tells whether a character is drawn as wide as it is high: CJK, Hangul, Kana, emoji.
func isWide(r rune) bool {
	return r >= 0x1100 && r <= 0x115f || r >= 0x2e80 && r <= 0xa4cf || r >= 0xac00 && r <= 0xd7a3 ||
		r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe6f || r >= 0xff00 && r <= 0xff60 || r >= 0x1f300
}

// isExact tells whether the width of a text is known for sure.
func isExact(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// clean makes a text fit for one line: white space is one space, what cannot be shown is marked.
func clean(text string) string {
	text = strings.Join(strings.Fields(strings.ToValidUTF8(text, "\uFFFD")), " ")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF || unicode.Is(unicode.Bidi_Control, r) {
			return '\uFFFD'
		}
		return r
	}, text)
}

const ellipsis = "…"

// cut shortens a text to a width.
func (f font) cut(text string, most float64) string {
	if f.width(text) <= most {
		return text
	}
	room := most - f.width(ellipsis)
	used := 0.0
	for i, r := range text {
		used += float64(f.advance(r)) * f.size / 1000
		if used > room {
			return strings.TrimRight(text[:i], " ") + ellipsis
		}
	}
	return text
}

// wrap breaks a text into lines no wider than most: at spaces, and in a word that is too long for a
// line after marks such as "." and before capitals; what is left over after the last line is cut.
func (f font) wrap(text string, most float64, lines int) []string {
	var out []string
	line := ""
	rest := clean(text)
	for rest != "" {
		n := f.chunk(rest, most)
		piece := rest[:n]
		if f.width(strings.TrimRight(line+piece, " ")) <= most {
			line += piece
			rest = rest[n:]
			continue
		}
		if line == "" {
			n = f.fitting(piece, most)
			line, rest = piece[:n], rest[n:]
		}
		if len(out) == lines-1 {
			return append(out, f.cut(strings.TrimSpace(line+rest)+ellipsis, most))
		}
		out = append(out, strings.TrimSpace(line))
		line, rest = "", strings.TrimLeft(rest, " ")
	}
	if line = strings.TrimSpace(line); line != "" || len(out) == 0 {
		out = append(out, line)
	}
	return out
}

// wrapClauses is wrap for conditions: it keeps what stands between && and || together if it fits.
func (f font) wrapClauses(text string, most float64, lines int) []string {
	if f.width(text) <= most {
		return []string{text}
	}
	var out []string
	line := ""
	for rest := text; rest != ""; {
		clause := rest
		for _, op := range []string{" && ", " || ", " and ", " or "} {
			if i := strings.Index(rest, op); i >= 0 && i+len(op) < len(clause) {
				clause = rest[:i+len(op)]
			}
		}
		if f.width(strings.TrimSpace(clause)) > most || strings.Count(clause, `"`)%2 == 1 || len(out) == lines {
			return f.wrap(text, most, lines)
		}
		if f.width(strings.TrimSpace(line+clause)) > most {
			out = append(out, strings.TrimSpace(line))
			line = ""
		}
		line += clause
		rest = rest[len(clause):]
	}
	if len(out) >= lines {
		return f.wrap(text, most, lines)
	}
	return append(out, strings.TrimSpace(line))
}

// chunk returns the length of the first piece of a text that is best kept together: a word with the
// spaces behind it, or what fits of it.
func (f font) chunk(text string, most float64) int {
	word := len(text)
	if i := strings.IndexByte(text, ' '); i >= 0 {
		word = i + 1
	}
	if f.width(strings.TrimRight(text[:word], " ")) <= most && !hasWide(text[:word]) {
		return word
	}
	for _, isBreak := range []func(before, r rune) bool{isMark, isHump} {
		if n := f.piece(text[:word], most, isBreak); n > 0 {
			return n
		}
	}
	return word
}

// piece returns the length of the longest piece that fits and ends at a break, 0 if there is none.
func (f font) piece(word string, most float64, isBreak func(before, r rune) bool) int {
	used, before, found := 0.0, rune(0), 0
	for i, r := range word {
		if before != 0 && isBreak(before, r) {
			found = i
			if isWide(before) {
				return i
			}
		}
		if used += float64(f.advance(r)) * f.size / 1000; used > most {
			break
		}
		before = r
	}
	return found
}

func isMark(before, r rune) bool {
	return isWide(before) || strings.ContainsRune("-_./,:", before) && !unicode.IsDigit(r) && !unicode.IsPunct(r) && r != ' '
}

func isHump(before, r rune) bool { return unicode.IsLower(before) && unicode.IsUpper(r) }

func hasWide(text string) bool { return strings.ContainsFunc(text, isWide) }

// fitting returns how many bytes of a text fit, at least those of one character.
func (f font) fitting(text string, most float64) int {
	used := 0.0
	for i, r := range text {
		used += float64(f.advance(r)) * f.size / 1000
		if used > most && i > 0 {
			return i
		}
	}
	return len(text)
}

// widest returns the width of the widest line.
func (f font) widest(lines []string) float64 {
	most := 0.0
	for _, l := range lines {
		most = max(most, f.width(l))
	}
	return most
}
