package jsonata

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// numberSymbols are the characters that mean something in a picture of $formatNumber
// (XPath functions, 4.7.1), by the names of the options that change them.
type numberSymbols struct {
	decimal, group, exponent, minus, percent, perMille, digit, separator []rune
	zero                                                                 []rune
}

func symbolsFor(options *ordjson.Object) (*numberSymbols, bool) {
	s := &numberSymbols{
		decimal: []rune("."), group: []rune(","), exponent: []rune("e"), minus: []rune("-"), percent: []rune("%"),
		perMille: []rune("‰"), digit: []rune("#"), separator: []rune(";"), zero: []rune("0"),
	}
	for name, at := range map[string]*[]rune{
		"decimal-separator": &s.decimal, "grouping-separator": &s.group, "exponent-separator": &s.exponent,
		"minus-sign": &s.minus, "percent": &s.percent, "per-mille": &s.perMille, "digit": &s.digit,
		"pattern-separator": &s.separator, "zero-digit": &s.zero,
	} {
		v, ok := options.Get(name)
		if !ok {
			continue
		}
		text, isText := v.(string)
		if !isText {
			return nil, false
		}
		*at = []rune(text)
	}
	return s, len(s.zero) > 0
}

func (s *numberSymbols) isDigit(c rune) bool { return c >= s.zero[0] && c < s.zero[0]+10 }

// isPlace tells whether a character stands for a digit.
func (s *numberSymbols) isPlace(c rune) bool { return s.isDigit(c) || is(c, s.digit) }

// isActive tells whether a character means something; percent and per-mille do not count.
func (s *numberSymbols) isActive(c rune) bool {
	return s.isPlace(c) || is(c, s.decimal) || is(c, s.exponent) || is(c, s.group) || is(c, s.separator)
}

func is(c rune, text []rune) bool { return len(text) == 1 && text[0] == c }

func count(text []rune, want func(rune) bool) int {
	n := 0
	for _, c := range text {
		if want(c) {
			n++
		}
	}
	return n
}

// indexFrom is JavaScript's indexOf.
func indexFrom(text, part []rune, from int) int {
	for i := max(0, from); i+len(part) <= len(text); i++ {
		if slices.Equal(text[i:i+len(part)], part) {
			return i
		}
	}
	return -1
}

func lastIndex(text, part []rune) int {
	for i := len(text) - len(part); i >= 0; i-- {
		if slices.Equal(text[i:i+len(part)], part) {
			return i
		}
	}
	return -1
}

// runeSlice is JavaScript's substring.
func runeSlice(text []rune, from, to int) []rune {
	from, to = max(0, min(from, len(text))), max(0, min(to, len(text)))
	return text[min(from, to):max(from, to)]
}

// subPicture is one half of a picture, taken apart (XPath functions, 4.7.4).
type subPicture struct {
	text, prefix, suffix, active, mantissa, exponent, integer, fraction []rune

	hasExponent           bool
	intGroups, fracGroups []int
	regular               int
	minInt, scaling       int
	minFrac, maxFrac      int
	minExp                int
}

func (s *numberSymbols) parse(text []rune) (*subPicture, bool) {
	bearing := func(c rune) bool { return s.isActive(c) && !is(c, s.exponent) }
	first := slices.IndexFunc(text, bearing)
	if first < 0 {
		return nil, false
	}
	last := len(text) - 1
	for !bearing(text[last]) {
		last--
	}
	p := &subPicture{text: text, prefix: text[:first], suffix: text[last+1:], active: text[first : last+1]}
	at := indexFrom(text, s.exponent, first)
	if at < 0 || at > last+1 {
		p.mantissa = p.active
	} else {
		p.hasExponent = true
		p.mantissa = runeSlice(p.active, 0, at)
		p.exponent = runeSlice(p.active, at+1, len(p.active))
	}
	if at = indexFrom(p.mantissa, s.decimal, 0); at < 0 {
		p.integer, p.fraction = p.mantissa, p.suffix
	} else {
		p.integer, p.fraction = p.mantissa[:at], runeSlice(p.mantissa, at+1, len(p.mantissa))
	}
	return p, true
}

// check finds what is wrong with a picture; of several faults the last counts.
func (s *numberSymbols) check(p *subPicture) string {
	code := ""
	fault := func(is bool, c string) {
		if is {
			code = c
		}
	}
	twice := func(part []rune) bool { return indexFrom(p.text, part, 0) != lastIndex(p.text, part) }
	has := func(part []rune) bool { return indexFrom(p.text, part, 0) >= 0 }
	at := func(i int) bool { return i >= 0 && i < len(p.text) && is(p.text[i], s.group) }
	fault(twice(s.decimal), "D3081")
	fault(twice(s.percent), "D3082")
	fault(twice(s.perMille), "D3083")
	fault(has(s.percent) && has(s.perMille), "D3084")
	fault(!slices.ContainsFunc(p.mantissa, s.isPlace), "D3085")
	fault(slices.ContainsFunc(p.active, func(c rune) bool { return !s.isActive(c) }), "D3086")
	if decimal := indexFrom(p.text, s.decimal, 0); decimal >= 0 {
		fault(at(decimal-1) || at(decimal+1), "D3087")
	} else {
		fault(len(p.integer) > 0 && is(p.integer[len(p.integer)-1], s.group), "D3088")
	}
	fault(has(append(slices.Clone(s.group), s.group...)), "D3089")
	if i := indexFrom(p.integer, s.digit, 0); i >= 0 {
		fault(slices.ContainsFunc(p.integer[:i], s.isDigit), "D3090")
	}
	if i := lastIndex(p.fraction, s.digit); i >= 0 {
		fault(slices.ContainsFunc(p.fraction[i:], s.isDigit), "D3091")
	}
	fault(len(p.exponent) > 0 && (has(s.percent) || has(s.perMille)), "D3092")
	fault(p.hasExponent && (len(p.exponent) == 0 || count(p.exponent, s.isDigit) < len(p.exponent)), "D3093")
	return code
}

// analyse counts digits and separators.
func (s *numberSymbols) analyse(p *subPicture) {
	groups := func(part []rune, toLeft bool) []int {
		var out []int
		for at := indexFrom(part, s.group, 0); at >= 0; at = indexFrom(p.integer, s.group, at+1) {
			side := runeSlice(part, at, len(part))
			if toLeft {
				side = runeSlice(part, 0, at)
			}
			out = append(out, count(side, s.isPlace))
		}
		return out
	}
	p.intGroups, p.fracGroups = groups(p.integer, false), groups(p.fraction, true)
	p.regular = regularGroups(p.intGroups)
	p.minInt = count(p.integer, s.isDigit)
	p.scaling = p.minInt
	p.minFrac, p.maxFrac = count(p.fraction, s.isDigit), count(p.fraction, s.isPlace)
	if p.minInt == 0 && p.maxFrac == 0 {
		if p.hasExponent {
			p.minFrac, p.maxFrac = 1, 1
		} else {
			p.minInt = 1
		}
	}
	if p.hasExponent && p.minInt == 0 && indexFrom(p.integer, s.digit, 0) >= 0 {
		p.minInt = 1
	}
	if p.minInt == 0 && p.minFrac == 0 {
		p.minFrac = 1
	}
	p.minExp = count(p.exponent, s.isDigit)
}

func libFormatNumber(_ Call, args []any) (any, error) {
	value, ok := numberArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	picture, ok := textArg(args, 1)
	if !ok {
		return nil, badArgument("formatNumber")
	}
	options, _ := argument(args, 2).(*ordjson.Object)
	s, ok := symbolsFor(options)
	if !ok {
		return nil, badArgument("formatNumber")
	}
	halves := strings.Split(picture, string(s.separator))
	if len(halves) > 2 {
		return nil, newError("D3080")
	}
	parts := make([]*subPicture, len(halves))
	for i, half := range halves {
		if parts[i], ok = s.parse([]rune(half)); !ok {
			return nil, badArgument("formatNumber")
		}
	}
	for _, p := range parts {
		if code := s.check(p); code != "" {
			return nil, newError(code)
		}
	}
	p := parts[0]
	if !(value >= 0) {
		p = parts[len(parts)-1]
		if len(parts) == 1 {
			p.prefix = append(slices.Clone(s.minus), p.prefix...)
		}
	}
	s.analyse(p)
	return s.format(p, value), nil
}

// format writes a number (XPath functions, 4.7.5).
func (s *numberSymbols) format(p *subPicture, value float64) string {
	switch {
	case indexFrom(p.text, s.percent, 0) >= 0:
		value *= 100
	case indexFrom(p.text, s.perMille, 0) >= 0:
		value *= 1000
	}
	exponent := 0
	if p.minExp > 0 {
		value, exponent = normalised(math.Abs(value), p.scaling)
	}
	out := s.digits(round(value, float64(p.maxFrac)), p.maxFrac)
	point := slices.Index(out, '.')
	if point < 0 {
		point = len(out)
		out = append(out, '.')
	}
	out = slices.Concat(out[:point], s.decimal, out[point+1:])
	for len(out) > 0 && is(out[0], s.zero) {
		out = out[1:]
	}
	for len(out) > 0 && is(out[len(out)-1], s.zero) {
		out = out[:len(out)-1]
	}
	point = indexFrom(out, s.decimal, 0)
	padRight := p.minFrac - (len(out) - point - 1)
	out = slices.Concat(repeat(s.zero, p.minInt-point), out, repeat(s.zero, padRight))
	out = s.separate(p, out)
	point = indexFrom(out, s.decimal, 0)
	if len(out) > 0 && (indexFrom(p.text, s.decimal, 0) < 0 || point == len(out)-1) {
		out = out[:len(out)-1]
	}
	if p.minExp > 0 {
		digits := s.digits(math.Abs(float64(exponent)), 0)
		out = append(out, s.exponent...)
		if exponent < 0 {
			out = append(out, s.minus...)
		}
		out = slices.Concat(out, repeat(s.zero, p.minExp-len(digits)), digits)
	}
	return string(slices.Concat(p.prefix, out, p.suffix))
}

// normalised finds mantissa and exponent for so many digits in front of the point.
func normalised(value float64, digits int) (float64, int) {
	exponent := 0
	if value == 0 || math.IsInf(value, 0) || math.IsNaN(value) {
		return value, 0
	}
	most, least := math.Pow(10, float64(digits)), math.Pow(10, float64(digits-1))
	for ; value < least; exponent-- {
		value *= 10
	}
	for ; value > most; exponent++ {
		value /= 10
	}
	return value, exponent
}

// digits writes a number with so many decimal places in the digits of the picture.
func (s *numberSymbols) digits(f float64, places int) []rune {
	text := strconv.FormatFloat(math.Abs(f), 'f', places, 64)
	if math.Abs(f) >= 1e21 || math.IsNaN(f) {
		text = scriptNumber(math.Abs(f))
	}
	out := []rune(text)
	for i, c := range out {
		if c >= '0' && c <= '9' {
			out[i] = c - '0' + s.zero[0]
		}
	}
	return out
}

func repeat(text []rune, times int) []rune {
	return slices.Repeat(text, max(0, times))
}

// separate puts in the grouping separators.
func (s *numberSymbols) separate(p *subPicture, out []rune) []rune {
	insert := func(at int) {
		if at < 0 {
			at = max(0, at+len(out))
		}
		at = min(at, len(out))
		out = slices.Concat(out[:at], s.group, out[at:])
	}
	point := indexFrom(out, s.decimal, 0)
	if p.regular > 0 {
		for i := 1; i <= (point-1)/p.regular; i++ {
			insert(point - i*p.regular)
		}
	} else {
		for _, n := range p.intGroups {
			insert(point - n)
			point++
		}
	}
	point = indexFrom(out, s.decimal, 0)
	for _, n := range p.fracGroups {
		insert(n + point + 1)
	}
	return out
}
