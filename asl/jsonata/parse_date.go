package jsonata

import (
	"fmt"
	"math"
	"strings"

	"github.com/stepwise-go/stepwise/asl/jsonata/internal/jsregexp"
)

// dateReader reads one part of a timestamp; a literal has no read.
type dateReader struct {
	pattern   string
	component byte
	read      func(string) (v float64, known bool, err error)
}

// parseDate reads a timestamp that was written with a picture; now fills in what is left out at the front.
func parseDate(s, picture string, now float64, alive func() error) (v float64, found bool, err error) {
	parts, err := parseDatePicture(picture)
	if err != nil {
		return 0, false, err
	}
	readers := make([]dateReader, len(parts))
	var pattern strings.Builder
	for i, p := range parts {
		if readers[i], err = p.reader(); err != nil {
			return 0, false, err
		}
		pattern.WriteString("(" + readers[i].pattern + ")")
	}
	re, err := jsregexp.Compile("^"+pattern.String()+"$", "i")
	if err != nil {
		return 0, false, badArgument("toMillis")
	}
	units := toUnits(s)
	at, err := re.Find(units, 0, alive)
	if err != nil || at == nil {
		return 0, false, err
	}
	fields := dateFields{}
	any := false
	for i, reader := range readers {
		if reader.read == nil {
			continue
		}
		any = true
		v, known, err := reader.read(fromUnits(units[at[2*i+2]:at[2*i+3]]))
		if err != nil {
			return 0, false, err
		}
		if known {
			fields[reader.component] = v
		} else {
			delete(fields, reader.component) // a name that is none takes back what the part before said
		}
	}
	if !any {
		return 0, false, nil
	}
	v, err = fields.millis(now)
	return v, true, err
}

const regexpSpecial = `.*+?^${}()|[]\`

func (p *datePart) reader() (dateReader, error) {
	if p.isLiteral {
		var b strings.Builder
		for _, r := range p.literal {
			if strings.ContainsRune(regexpSpecial, r) {
				b.WriteByte('\\')
			}
			b.WriteRune(r)
		}
		return dateReader{pattern: b.String()}, nil
	}
	r := dateReader{component: (p.component + "\x00")[0]}
	switch {
	case p.component == "Z" || p.component == "z":
		r.pattern, r.read = p.zoneReader()
		return r, nil
	case p.integer != nil:
		var err error
		if r.pattern, err = p.integer.pattern(p.digits); err != nil {
			return r, err
		}
		r.read = func(s string) (float64, bool, error) {
			v, err := p.integer.parse(s)
			return v, true, err
		}
		return r, nil
	}
	names, err := p.nameTable()
	r.pattern = "[a-zA-Z]+"
	r.read = func(s string) (float64, bool, error) {
		v, known := names[s]
		return v, known, nil
	}
	return r, err
}

func (p *datePart) nameTable() (map[string]float64, error) {
	table := map[string]float64{}
	add := func(names []string) {
		for i, name := range names {
			if p.max > 0 && p.max < len(name) {
				name = name[:p.max]
			}
			table[name] = float64(i + 1)
		}
	}
	switch p.component {
	case "M", "x":
		add(monthNames)
	case "F":
		add(dayNames)
	case "P":
		return map[string]float64{"am": 0, "AM": 0, "pm": 1, "PM": 1}, nil
	default:
		return nil, newError("D3133").with("value", p.component)
	}
	return table, nil
}

func (p *datePart) zoneReader() (string, func(string) (float64, bool, error)) {
	separator := ""
	pattern := "[-+][0-9]+"
	if p.integer.regular > 0 {
		separator = string(p.integer.groups[0].separator)
		pattern += separator + "[0-9]+"
	}
	prefix := 0
	if p.component == "z" {
		pattern, prefix = "GMT"+pattern, 3
	}
	return pattern, func(s string) (float64, bool, error) {
		s = s[prefix:]
		hours, minutes := s, "0"
		if before, after, found := strings.Cut(s, separator); separator != "" && found {
			hours, minutes = before, after
		} else if len(s) > 3 {
			hours, minutes = s[:3], s[3:]
		}
		return parseInt(hours)*60 + parseInt(minutes), true, nil
	}
}

// pattern is a regular expression for the integers of a picture.
func (p *integerPicture) pattern(digits int) (string, error) {
	switch p.style {
	case inAlphabet:
		return map[letterCase]string{upperCase: "[A-Z]+", lowerCase: "[a-z]+"}[p.letters], nil
	case inRomans:
		return map[letterCase]string{upperCase: "[MDCLXVI]+", lowerCase: "[mdclxvi]+"}[p.letters], nil
	case inEnglish:
		return wordPattern(), nil
	case inSequence:
		return "", newError("D3130").with("value", p.token)
	}
	times := "+"
	switch {
	case digits > 0 && p.optional == 0:
		times = fmt.Sprintf("{%d}", digits)
	case digits > 0:
		times = fmt.Sprintf("{%d,%d}", digits-p.optional, digits)
	}
	if p.ordinal {
		times += "(?:th|st|nd|rd)"
	}
	return "[0-9]" + times, nil
}

// dateFields are the components of a timestamp that were found.
type dateFields map[byte]float64

// matches tells whether only components of the wanted letters are there, and at least one.
func (f dateFields) matches(all, wanted string) bool {
	some := false
	for i := range len(all) {
		v, ok := f[all[i]]
		if !ok || v == 0 || math.IsNaN(v) {
			continue
		}
		if strings.IndexByte(wanted, all[i]) < 0 {
			return false
		}
		some = true
	}
	return some
}

// millis is the time: what is missing at the end is the beginning of the period, what is missing at the
// front is taken from now, and nothing may be missing in between.
func (f dateFields) millis(now float64) (float64, error) {
	const dateAll, timeAll = "YXMxWwdD", "PHhmsf"
	dateA := f.matches(dateAll, "YMD")
	dateB := !dateA && f.matches(dateAll, "Yd")
	dateC := f.matches(dateAll, "XxwF")
	dateD := !dateC && f.matches(dateAll, "XW")
	timeA := f.matches(timeAll, "Hmsf")
	timeB := !timeA && f.matches(timeAll, "Phmsf")
	order := "YMD"
	switch {
	case dateB:
		order = "YD"
	case dateC:
		order = "XxwF"
	case dateD:
		order = "XWF"
	}
	if timeB {
		order += "P"
		order += "hmsf"
	} else {
		order += "Hmsf"
	}
	started, ended := false, false
	for i := range len(order) {
		part := order[i]
		_, given := f[part]
		switch {
		case given && ended:
			return 0, newError("D3136")
		case given:
			started = true
		case !started && part == 'P':
			f[part] = math.NaN() // the reference does not use the half of the day it is now
		case !started:
			f[part] = dateField(now, part)
		default:
			f[part] = 0
			if part == 'M' || part == 'D' || part == 'd' {
				f[part] = 1
			}
			ended = true
		}
	}
	if dateC || dateD {
		return 0, newError("D3136")
	}
	get := func(part byte) float64 {
		if v, ok := f[part]; ok {
			return v
		}
		return math.NaN()
	}
	month, day, hour := 0.0, get('D'), get('H')
	if f['M'] > 0 {
		month = f['M'] - 1
	}
	if dateB {
		first := utc(f['Y'], 0, 1, 0, 0, 0, 0) + (f['d']-1)*millisPerDay
		month, day = dateField(first, 'M')-1, dateField(first, 'D')
	}
	if timeB {
		if hour = get('h'); hour == 12 {
			hour = 0
		}
		if f['P'] == 1 {
			hour += 12
		}
	}
	ms := utc(get('Y'), month, day, hour, get('m'), get('s'), get('f'))
	offset := f['Z']
	if offset == 0 || math.IsNaN(offset) {
		offset = f['z']
	}
	if offset != 0 && !math.IsNaN(offset) {
		ms -= offset * 60_000
	}
	return ms, nil
}
