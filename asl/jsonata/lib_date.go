package jsonata

import (
	"math"
	"regexp"
)

func libFromMillis(_ Call, args []any) (any, error) {
	ms, ok := numberArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	picture, ok := textArg(args, 1)
	if !ok {
		picture = isoPicture
	}
	var z zone
	if text, ok := textArg(args, 2); ok {
		offset := parseInt(text)
		z = zone{hours: math.Floor(offset / 100), minutes: math.Mod(offset, 100)}
	}
	return textOrError(formatDate(ms, picture, z))
}

func libToMillis(c Call, args []any) (any, error) {
	s, ok := textArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	picture, ok := textArg(args, 1)
	if !ok {
		m := isoTime.FindStringSubmatch(s)
		if m == nil {
			return nil, newError("D3110").with("value", s)
		}
		return parseISO(m), nil
	}
	v, found, err := parseDate(s, picture, libRunNow(c), c.run.alive)
	if err != nil || !found {
		return Undefined{}, err
	}
	return v, nil
}

// isoTime is what $toMillis takes for an ISO 8601 timestamp.
var isoTime = regexp.MustCompile(`^(\d{4})((?:-[01]\d)*)((?:-[0-3]\d)*)((?:T[0-2]\d:[0-5]\d:[0-5]\d)*)(\.\d+)?([+-][0-2]\d:?[0-5]\d|Z)?$`)

// parseISO reads such a timestamp; without a zone it is UTC. What is no date is NaN.
func parseISO(m []string) float64 {
	dates, clock, fraction, offset := m[2]+m[3], m[4], m[5], m[6]
	month, day := 1.0, 1.0
	switch len(dates) {
	case 0:
	case 3:
		month = parseInt(dates[1:])
	case 6:
		month, day = parseInt(dates[1:3]), parseInt(dates[4:])
	default:
		return math.NaN()
	}
	if month < 1 || month > 12 || day < 1 || day > 31 || len(clock) > 9 || clock == "" && fraction != "" {
		return math.NaN()
	}
	if clock == "" && len(offset) > 1 {
		return math.NaN() // JavaScript takes no zone but Z without a time
	}
	hour, minute, second, milli := 0.0, 0.0, 0.0, 0.0
	if clock != "" {
		hour, minute, second = parseInt(clock[1:3]), parseInt(clock[4:6]), parseInt(clock[7:])
	}
	if fraction != "" {
		milli = parseInt((fraction[1:] + "00")[:3])
	}
	if hour > 24 || hour == 24 && minute+second+milli > 0 {
		return math.NaN()
	}
	year := parseInt(m[1])
	ms := utc(year, month-1, day, hour, minute, second, milli)
	if year < 100 {
		ms = utc(year+400, month-1, day, hour, minute, second, milli) - 146_097*millisPerDay
	}
	if len(offset) > 1 {
		shift := (parseInt(offset[1:3])*60 + parseInt(offset[len(offset)-2:])) * 60_000
		if offset[0] == '-' {
			shift = -shift
		}
		ms -= shift
	}
	return timeClip(ms)
}
