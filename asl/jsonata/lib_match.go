package jsonata

import (
	"math"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// limitArg reads how many matches are wanted.
func limitArg(args []any, i int, code string) (float64, error) {
	limit, ok := numberArg(args, i)
	if !ok {
		return math.Inf(1), nil
	}
	if limit < 0 {
		return 0, newError(code).with("value", args[i]).with("index", i+1)
	}
	return limit, nil
}

func libContains(c Call, args []any) (any, error) {
	s, ok := textArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	if token, ok := textArg(args, 1); ok {
		return strings.Contains(s, token), nil
	}
	m, err := c.matcher(argument(args, 1), s, "contains")
	if err != nil {
		return nil, err
	}
	_, found, err := m.next()
	return found, err
}

func libMatch(c Call, args []any) (any, error) {
	s, ok := textArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	limit, err := limitArg(args, 2, "D3040")
	if err != nil {
		return nil, err
	}
	out := sequence()
	m, err := c.matcher(argument(args, 1), s, "match")
	if err != nil {
		return nil, err
	}
	if limit == 0 {
		return out, nil
	}
	found, ok, err := m.next()
	for count := 0.0; ok && count < limit; count++ {
		o := &ordjson.Object{}
		for _, member := range []ordjson.Member{
			{Key: "match", Value: found.text}, {Key: "index", Value: found.start}, {Key: "groups", Value: found.groups},
		} {
			if !IsUndefined(member.Value) {
				o.Set(member.Key, member.Value)
			}
		}
		out.items = append(out.items, o)
		// the next match is looked for even if the limit is reached: it may be an error
		found, ok, err = m.next()
	}
	return out, err
}

func libSplit(c Call, args []any) (any, error) {
	s, ok := textArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	limit, err := limitArg(args, 2, "D3020")
	if err != nil {
		return nil, err
	}
	out := []any{}
	if limit == 0 {
		return out, nil
	}
	if separator, ok := textArg(args, 1); ok {
		for _, part := range splitText(s, separator) {
			if float64(len(out)) >= math.Trunc(limit) {
				break
			}
			out = append(out, part)
		}
		return out, nil
	}
	m, err := c.matcher(argument(args, 1), s, "split")
	if err != nil {
		return nil, err
	}
	units, from, count := toUnits(s), 0.0, 0.0
	found, ok, err := m.next()
	for ; ok && count < limit; count++ {
		start, _ := number(found.start)
		out = append(out, unitSlice(units, from, start))
		from, _ = number(found.end)
		found, ok, err = m.next()
	}
	if err != nil {
		return nil, err
	}
	if count < limit {
		out = append(out, unitSlice(units, from, math.Inf(1)))
	}
	return out, nil
}

// splitText splits like JavaScript: an empty separator between the code units.
func splitText(s, separator string) []string {
	if separator != "" || isASCII(s) {
		return strings.Split(s, separator)
	}
	var out []string
	for _, u := range toUnits(s) {
		out = append(out, fromUnits([]uint16{u}))
	}
	return out
}

// unitSlice is JavaScript's substring.
func unitSlice(units []uint16, start, end float64) string {
	clamp := func(f float64) int {
		if math.IsNaN(f) {
			return 0
		}
		return int(math.Max(0, math.Min(f, float64(len(units)))))
	}
	a, b := clamp(start), clamp(end)
	return fromUnits(units[min(a, b):max(a, b)])
}

func libReplace(c Call, args []any) (any, error) {
	s, ok := textArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	pattern, isText := textArg(args, 1)
	if isText && pattern == "" {
		return nil, newError("D3010").with("value", "").with("index", 2)
	}
	limit, err := limitArg(args, 3, "D3011")
	if err != nil || limit == 0 {
		return s, err
	}
	if isText {
		return c.replaceText(s, pattern, argument(args, 2), limit)
	}
	m, err := c.matcher(argument(args, 1), s, "replace")
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	units, from := toUnits(s), 0.0
	found, ok, err := m.next()
	for count := 0.0; ok && count < limit; count++ {
		start, _ := number(found.start)
		b.WriteString(unitSlice(units, from, start))
		with, err := c.replacement(argument(args, 2), found)
		if err != nil {
			return nil, err
		}
		b.WriteString(with)
		if b.Len() > maxText {
			return nil, newError(codeSize).token("replace")
		}
		text, _ := found.text.(string)
		from = start + float64(unitLength(text))
		if found, ok, err = m.next(); err != nil {
			return nil, err
		}
	}
	if err != nil {
		return nil, err
	}
	b.WriteString(unitSlice(units, from, math.Inf(1)))
	return b.String(), nil
}

func (c Call) replaceText(s, pattern string, with any, limit float64) (any, error) {
	text := "undefined"
	switch t := with.(type) {
	case string:
		text = t
	case Undefined:
	default:
		if !strings.Contains(s, pattern) {
			return s, nil
		}
		return nil, newError("D3012").with("value", with)
	}
	n := -1
	if limit < float64(len(s)+1) {
		n = int(math.Ceil(limit))
	}
	if len(text) > len(pattern) && strings.Count(s, pattern)*(len(text)-len(pattern)) > maxText {
		return nil, newError(codeSize).token("replace")
	}
	return strings.Replace(s, pattern, text, n), nil
}

// replacement is what one match is replaced by.
func (c Call) replacement(with any, m *match) (string, error) {
	switch t := with.(type) {
	case string:
		return expand(t, m), nil
	case *Function:
		v, err := c.run.callback(t, []any{m.object()}, c.env)
		if err != nil {
			return "", err
		}
		s, ok := v.(string)
		if !ok {
			return "", newError("D3012").with("value", v)
		}
		return s, nil
	}
	return "", badArgument("replace")
}

// expand puts the match and its groups into a replacement text: $0, $1, and $$ for a dollar.
func expand(text string, m *match) string {
	groups, _ := elements(m.groups)
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "$")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		switch {
		case strings.HasPrefix(rest, "$"):
			b.WriteByte('$')
			rest = rest[1:]
		case strings.HasPrefix(rest, "0"):
			whole, _ := m.text.(string)
			b.WriteString(whole)
			rest = rest[1:]
		default:
			most := len(strconv.Itoa(max(1, len(groups))))
			n, digits := leadingInt(rest, most)
			if most > 1 && n > len(groups) {
				n, digits = leadingInt(rest, most-1)
			}
			if digits == 0 {
				b.WriteByte('$')
				break
			}
			if n >= 1 && n <= len(groups) {
				group, _ := groups[n-1].(string)
				b.WriteString(group)
			}
			rest = rest[min(len(strconv.Itoa(n)), len(rest)):]
		}
		text = rest
	}
}

// leadingInt reads at most so many digits.
func leadingInt(s string, most int) (n, digits int) {
	for digits < most && digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		n = n*10 + int(s[digits]-'0')
		digits++
	}
	return n, digits
}
