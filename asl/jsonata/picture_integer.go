package jsonata

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// How an integer is written (XPath functions, fn:format-integer).
type numbering uint8

const (
	inDecimal numbering = iota
	inAlphabet
	inRomans
	inEnglish
	inSequence // a numbering that nobody supports
)

type letterCase uint8

const (
	lowerCase letterCase = iota
	upperCase
	titleCase
)

// integerPicture is an analysed picture of $formatInteger.
type integerPicture struct {
	style     numbering
	letters   letterCase
	ordinal   bool
	zero      rune
	mandatory int
	optional  int
	groups    []grouping // from the right
	regular   int        // digits in each group, if all are alike
	token     string
}

// grouping is a separator and how many digits are to its right.
type grouping struct {
	position  int
	separator rune
}

// digitZeros are the zeros of the decimal digits that pictures may use.
var digitZeros = []rune{
	0x30, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6,
	0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40,
	0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
}

func digitZero(r rune) (rune, bool) {
	for _, zero := range digitZeros {
		if r >= zero && r <= zero+9 {
			return zero, true
		}
	}
	return 0, false
}

func parseIntegerPicture(picture string) (*integerPicture, error) {
	p := &integerPicture{}
	primary := picture
	if i := strings.LastIndexByte(picture, ';'); i >= 0 {
		primary = picture[:i]
		p.ordinal = strings.HasPrefix(picture[i+1:], "o")
	}
	switch primary {
	case "A", "I", "W":
		p.letters = upperCase
	case "Ww":
		p.letters = titleCase
	}
	switch primary {
	case "A", "a":
		p.style = inAlphabet
	case "I", "i":
		p.style = inRomans
	case "W", "w", "Ww":
		p.style = inEnglish
	default:
		return p, p.digits(primary)
	}
	return p, nil
}

// digits analyses a picture of digits and separators.
func (p *integerPicture) digits(primary string) error {
	chars := []rune(primary)
	position := 0
	for i := len(chars) - 1; i >= 0; i-- {
		zero, isDigit := digitZero(chars[i])
		switch {
		case isDigit && p.zero != 0 && zero != p.zero:
			return newError("D3131")
		case isDigit:
			p.zero = zero
			p.mandatory++
			position++
		case chars[i] == '#':
			p.optional++
			position++
		default:
			p.groups = append(p.groups, grouping{position, chars[i]})
		}
	}
	if p.mandatory == 0 {
		p.style, p.token = inSequence, primary
		return nil
	}
	if len(p.groups) > 0 {
		positions := make([]int, len(p.groups))
		alike := true
		for i, g := range p.groups {
			positions[i] = g.position
			alike = alike && g.separator == p.groups[0].separator
		}
		if alike {
			p.regular = regularGroups(positions)
		}
	}
	return nil
}

// regularGroups is the distance between separators if it is always the same, or 0.
func regularGroups(positions []int) int {
	if len(positions) == 0 {
		return 0
	}
	factor := positions[0]
	for _, n := range positions[1:] {
		for n != 0 {
			factor, n = n, factor%n
		}
	}
	have := map[int]bool{}
	for _, n := range positions {
		have[n] = true
	}
	for i := range positions {
		if !have[(i+1)*factor] {
			return 0
		}
	}
	return factor
}

// format writes a whole number.
func (p *integerPicture) format(n float64) (string, error) {
	negative := n < 0
	n = math.Abs(n)
	out := ""
	switch p.style {
	case inAlphabet:
		out = inLetters(n, map[letterCase]byte{upperCase: 'A', lowerCase: 'a'}[p.letters])
	case inRomans:
		var err error
		if out, err = inRoman(n); err != nil {
			return "", err
		}
		out = p.cased(out)
	case inEnglish:
		if math.IsNaN(n) || math.IsInf(n, 0) {
			return "", badArgument("formatInteger")
		}
		out = inWords(n, p.ordinal)
		if p.letters != titleCase {
			out = p.cased(out)
		}
	case inDecimal:
		out = p.decimal(n)
	default:
		return "", newError("D3130").with("value", p.token)
	}
	if negative {
		return "-" + out, nil
	}
	return out, nil
}

func (p *integerPicture) cased(s string) string {
	if p.letters == upperCase {
		return strings.ToUpper(s)
	}
	return strings.ToLower(s)
}

func (p *integerPicture) decimal(n float64) string {
	text := scriptNumber(n)
	if missing := p.mandatory - len(text); missing > 0 {
		text = strings.Repeat("0", missing) + text
	}
	chars := []rune(text)
	if p.zero != '0' {
		for i, c := range chars {
			chars[i] = c + p.zero - '0'
		}
	}
	insert := func(fromRight int, separator rune) {
		at := len(chars) - fromRight
		if at < 0 { // the reference then loses digits: JavaScript's substr counts from the end
			chars = slices.Insert(chars[max(0, len(chars)+at):], 0, separator)
			return
		}
		chars = slices.Insert(chars, at, separator)
	}
	if p.regular > 0 {
		for i := (len(chars) - 1) / p.regular; i > 0; i-- {
			insert(i*p.regular, p.groups[0].separator)
		}
	} else {
		for i := len(p.groups) - 1; i >= 0; i-- {
			insert(p.groups[i].position, p.groups[i].separator)
		}
	}
	if p.ordinal {
		return string(chars) + ordinalSuffix(chars)
	}
	return string(chars)
}

func ordinalSuffix(chars []rune) string {
	n := len(chars)
	if n > 1 && chars[n-2] == '1' {
		return "th"
	}
	switch chars[n-1] {
	case '1':
		return "st"
	case '2':
		return "nd"
	case '3':
		return "rd"
	}
	return "th"
}

// parse reads a number that was written with the picture.
func (p *integerPicture) parse(s string) (float64, error) {
	upper := p.letters == upperCase
	switch p.style {
	case inAlphabet:
		if upper {
			return fromLetters(s, 'A'), nil
		}
		return fromLetters(s, 'a'), nil
	case inRomans:
		if !upper {
			s = strings.ToUpper(s)
		}
		return fromRoman(s), nil
	case inEnglish:
		return fromWords(strings.ToLower(s)), nil
	case inSequence:
		return 0, newError("D3130").with("value", p.token)
	}
	if p.ordinal {
		s = s[:max(0, len(s)-2)]
	}
	if p.regular > 0 {
		s = strings.ReplaceAll(s, ",", "")
	} else {
		for _, g := range p.groups {
			s = strings.ReplaceAll(s, string(g.separator), "")
		}
	}
	if p.zero != '0' {
		chars := []rune(s)
		for i := range chars {
			chars[i] += '0' - p.zero
		}
		s = string(chars)
	}
	return parseInt(s), nil
}

// parseInt is JavaScript's: the digits in front, NaN if there are none.
func parseInt(s string) float64 {
	s = strings.TrimLeft(s, " \t\n\v\f\r\u00a0\ufeff")
	sign := 1.0
	if s != "" && (s[0] == '-' || s[0] == '+') {
		if s[0] == '-' {
			sign = -1
		}
		s = s[1:]
	}
	if len(s) > 2 && s[0] == '0' && s[1]|0x20 == 'x' {
		if n := hexPrefix(s[2:]); n > 0 {
			return sign * radixNumber(s[:2+n])
		}
	}
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == 0 {
		return math.NaN()
	}
	f, _ := strconv.ParseFloat(s[:n], 64)
	return sign * f
}

func hexPrefix(s string) int {
	n := 0
	for n < len(s) && strings.IndexByte("0123456789abcdefABCDEF", s[n]) >= 0 {
		n++
	}
	return n
}

func libFormatInteger(_ Call, args []any) (any, error) {
	n, ok := numberArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	picture, ok := textArg(args, 1)
	if !ok {
		return nil, badArgument("formatInteger")
	}
	p, err := parseIntegerPicture(picture)
	if err != nil {
		return nil, err
	}
	return textOrError(p.format(math.Floor(n)))
}

func textOrError(s string, err error) (any, error) { return s, err }

func libParseInteger(_ Call, args []any) (any, error) {
	s, ok := textArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	picture, ok := textArg(args, 1)
	if !ok {
		return nil, badArgument("parseInteger")
	}
	p, err := parseIntegerPicture(picture)
	if err != nil {
		return nil, err
	}
	n, err := p.parse(s)
	return n, err
}
