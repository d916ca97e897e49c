package jsonata

import (
	"math"
	"strings"
)

func libString(c Call, args []any) (any, error) {
	v := argument(args, 0)
	switch v.(type) {
	case Undefined, string:
		return v, nil
	}
	pretty := scriptTruthy(argument(args, 1))
	return c.run.stringify(v, pretty)
}

// sliceBounds is how JavaScript's slice reads its arguments: whole numbers, negative ones from the end.
func sliceBounds(n int, start, end float64) (int, int) {
	fix := func(f float64) int {
		if math.IsNaN(f) {
			return 0
		}
		f = math.Trunc(f)
		if f < 0 {
			f += float64(n)
		}
		return int(math.Max(0, math.Min(f, float64(n))))
	}
	return fix(start), fix(end)
}

func libSubstring(_ Call, args []any) (any, error) {
	s, ok := textArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	n := charCount(s)
	start, ok := numberArg(args, 1)
	if !ok {
		start = math.NaN()
	}
	if float64(n)+start < 0 {
		start = 0
	}
	end := math.Inf(1)
	if length, ok := numberArg(args, 2); ok {
		if length <= 0 {
			return "", nil
		}
		if end = start + length; !(start >= 0) {
			end += float64(n)
		}
	}
	from, to := sliceBounds(n, start, end)
	return charSlice(s, from, max(from, to)), nil
}

// separatorArg is a string argument as JavaScript reads a missing one.
func separatorArg(args []any, i int) string {
	if s, ok := textArg(args, i); ok {
		return s
	}
	return "undefined"
}

func libSubstringBefore(_ Call, args []any) (any, error) {
	s, ok := textArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	before, _, _ := strings.Cut(s, separatorArg(args, 1))
	return before, nil
}

func libSubstringAfter(_ Call, args []any) (any, error) {
	s, ok := textArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	chars, given := textArg(args, 1)
	_, after, found := strings.Cut(s, separatorArg(args, 1))
	switch {
	case !found:
		return s, nil
	case !given:
		return nil, badArgument("substringAfter")
	case chars == "":
		return s, nil
	}
	return after, nil
}

// onText is a function of one string; undefined stays undefined.
func onText(args []any, do func(string) any) (any, error) {
	s, ok := textArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	return do(s), nil
}

func libLowercase(_ Call, args []any) (any, error) {
	return onText(args, func(s string) any { return lowercase(s) })
}

func libUppercase(_ Call, args []any) (any, error) {
	return onText(args, func(s string) any { return uppercase(s) })
}

func libLength(_ Call, args []any) (any, error) {
	return onText(args, func(s string) any { return float64(charCount(s)) })
}

func libTrim(_ Call, args []any) (any, error) {
	return onText(args, func(s string) any {
		words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' })
		return strings.Join(words, " ")
	})
}

func libPad(_ Call, args []any) (any, error) {
	s, ok := textArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	fill, _ := textArg(args, 2)
	if fill == "" {
		fill = " "
	}
	width, _ := numberArg(args, 1)
	missing := math.Abs(width) - float64(charCount(s))
	if !(missing > 0) {
		return s, nil
	}
	if missing != math.Trunc(missing) {
		return nil, badArgument("pad")
	}
	if missing*float64(len(fill)) > maxText {
		return nil, newError(codeSize).token("pad")
	}
	padding := charSlice(strings.Repeat(fill, int(missing)), 0, int(missing))
	if width > 0 {
		return s + padding, nil
	}
	return padding + s, nil
}

func libJoin(c Call, args []any) (any, error) {
	items, ok := elements(argument(args, 0))
	if !ok {
		return Undefined{}, nil
	}
	separator, _ := textArg(args, 1)
	size := 0
	parts := make([]string, len(items))
	for i, v := range items {
		parts[i], _ = v.(string)
		size += len(parts[i]) + len(separator)
	}
	if size > maxText {
		return nil, newError(codeSize).token("join")
	}
	if err := c.run.work(size); err != nil {
		return nil, err
	}
	return strings.Join(parts, separator), nil
}
