package jsonata

import (
	"math"
	"strings"
)

// datePart is a part of a date/time picture: literal text, or a marker in brackets.
type datePart struct {
	literal   string
	isLiteral bool
	component string
	first     string // first presentation modifier
	second    byte   // second presentation modifier
	named     bool   // by name, with the case of names
	names     letterCase
	min, max  int // width; -1 for none
	integer   *integerPicture
	digits    int // of Y, M and D: how many there are; -1 for any
}

var defaultPresentation = map[string]string{
	"Y": "1", "M": "1", "D": "1", "d": "1", "F": "n", "W": "1", "w": "1", "X": "1", "x": "1", "H": "1", "h": "1",
	"P": "n", "m": "01", "s": "01", "f": "1", "Z": "01:01", "z": "01:01", "C": "n", "E": "n",
}

// isoPicture is the picture used when none is given.
const isoPicture = "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]"

// parseDatePicture reads a picture (XPath functions, 9.8.4.1).
func parseDatePicture(picture string) ([]*datePart, error) {
	var parts []*datePart
	literal := func(text string) {
		if text != "" {
			parts = append(parts, &datePart{isLiteral: true, literal: text})
		}
	}
	for picture != "" {
		i := strings.IndexByte(picture, '[')
		if i < 0 {
			break
		}
		literal(strings.ReplaceAll(picture[:i], "]]", "]"))
		picture = picture[i:]
		if strings.HasPrefix(picture, "[[") {
			literal("[")
			picture = picture[2:]
			continue
		}
		end := strings.IndexByte(picture, ']')
		if end < 0 {
			return nil, newError("D3135")
		}
		p, err := parseMarker(strings.Join(strings.Fields(picture[1:end]), ""))
		if err != nil {
			return nil, err
		}
		parts = append(parts, p)
		picture = picture[end+1:]
	}
	literal(strings.ReplaceAll(picture, "]]", "]"))
	return parts, nil
}

func parseMarker(marker string) (*datePart, error) {
	p := &datePart{min: -1, max: -1, digits: -1}
	rest := ""
	if marker != "" {
		_, size := decode(marker)
		p.component, rest = marker[:size], marker[size:]
	}
	if i := strings.LastIndexByte(rest, ','); i >= 0 {
		from, to, _ := strings.Cut(rest[i+1:], "-")
		p.min, p.max = parseWidth(from), parseWidth(to)
		rest = rest[:i]
	}
	p.first = rest
	if n := len(rest); n == 0 {
		p.first = defaultPresentation[p.component]
	} else if n > 1 && strings.IndexByte("atco", rest[n-1]) >= 0 {
		p.first, p.second = rest[:n-1], rest[n-1]
	}
	if p.first == "" {
		return nil, newError("D3132").with("value", p.component)
	}
	return p, p.present()
}

// parseWidth reads a width; -1 stands for none.
func parseWidth(text string) int {
	if f := parseInt(text); !math.IsNaN(f) && f < 1000 {
		return int(f)
	}
	return -1
}

// present works out how the component is written.
func (p *datePart) present() (err error) {
	switch {
	case p.first[0] == 'n':
		p.named, p.names = true, lowerCase
	case p.first[0] == 'N':
		p.named, p.names = true, upperCase
		if strings.HasPrefix(p.first, "Nn") {
			p.names = titleCase
		}
	case strings.Contains("YMDdFWwXxHhmsf", p.component):
		picture := p.first
		if p.second != 0 {
			picture += ";" + string(p.second)
		}
		if p.integer, err = parseIntegerPicture(picture); err != nil {
			return err
		}
		p.integer.mandatory = max(p.integer.mandatory, p.min)
		if strings.Contains("YMD", p.component) {
			if p.max >= 0 {
				p.digits, p.integer.mandatory = p.max, p.max
			} else if w := p.integer.mandatory + p.integer.optional; w >= 2 && p.integer.style == inDecimal {
				p.digits = w
			}
		}
	}
	if p.component == "Z" || p.component == "z" {
		p.integer, err = parseIntegerPicture(p.first)
	}
	return err
}

var (
	monthNames = strings.Fields("January February March April May June July August September October November December")
	dayNames   = strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
)

// zone is a time zone offset in the reference's halves, which have one sign each.
type zone struct{ hours, minutes float64 }

// formatDate writes a time in a zone.
func formatDate(ms float64, picture string, z zone) (string, error) {
	parts, err := parseDatePicture(picture)
	if err != nil {
		return "", err
	}
	ms = timeClip(ms + (60*z.hours+z.minutes)*60_000)
	var b strings.Builder
	for _, p := range parts {
		if p.isLiteral {
			b.WriteString(p.literal)
			continue
		}
		text, err := p.format(ms, z)
		if err != nil {
			return "", err
		}
		b.WriteString(text)
	}
	return b.String(), nil
}

func (p *datePart) format(ms float64, z zone) (string, error) {
	switch p.component {
	case "Z", "z":
		return p.zone(z)
	case "P":
		text := "am"
		if dateField(ms, 'P') == 1 {
			text = "pm"
		}
		if p.named && p.names == upperCase {
			text = strings.ToUpper(text)
		}
		return text, nil
	case "C", "E":
		return "ISO", nil
	}
	if len(p.component) != 1 || !strings.Contains("YMDdFWwXxHhmsf", p.component) {
		return "undefined", nil
	}
	v := dateField(ms, p.component[0])
	if p.component == "Y" && p.digits != -1 {
		v = math.Mod(v, math.Pow(10, float64(p.digits)))
	}
	if p.named {
		return p.name(v)
	}
	return p.integer.format(v)
}

// name is a month or day by name.
func (p *datePart) name(v float64) (string, error) {
	var names []string
	switch p.component {
	case "M", "x":
		names = monthNames
	case "F":
		names = dayNames
	case "f":
		return "", badArgument("fromMillis")
	default:
		return "", newError("D3133").with("value", p.component)
	}
	if !(v >= 1) {
		return "", badArgument("fromMillis")
	}
	text := names[int(v)-1]
	switch p.names {
	case upperCase:
		text = strings.ToUpper(text)
	case lowerCase:
		text = strings.ToLower(text)
	}
	if p.max >= 0 && len(text) > p.max {
		text = text[:p.max]
	}
	return text, nil
}

func (p *datePart) zone(z zone) (text string, err error) {
	offset := z.hours*100 + z.minutes
	switch n := p.integer.mandatory; {
	case p.integer.regular > 0, n == 3, n == 4:
		text, err = p.integer.format(offset)
	case n == 1 || n == 2:
		if text, err = p.integer.format(z.hours); z.minutes != 0 && err == nil {
			minutes, _ := (&integerPicture{zero: '0', mandatory: 2}).format(z.minutes)
			text += ":" + minutes
		}
	default:
		return "", newError("D3134").with("value", n)
	}
	if err != nil {
		return "", err
	}
	if offset >= 0 {
		text = "+" + text
	}
	if p.component == "z" {
		text = "GMT" + text
	}
	if offset == 0 && p.second == 't' {
		text = "Z"
	}
	return text, nil
}
