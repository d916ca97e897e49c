package words

import (
	"strconv"
	"time"

	"github.com/stepwise-go/stepwise/asl"
)

// Seconds returns a number of seconds as people say it: 45s, 5m, 1h30m, 2d.
func Seconds(n int64) string {
	if n < 60 {
		return strconv.FormatInt(n, 10) + "s"
	}
	text := ""
	for _, unit := range []struct {
		size int64
		name string
	}{{24 * 60 * 60, "d"}, {60 * 60, "h"}, {60, "m"}, {1, "s"}} {
		if count := n / unit.size; count > 0 {
			text += strconv.FormatInt(count, 10) + unit.name
			n %= unit.size
		}
	}
	return text
}

// Duration returns a time that something took, short enough for a badge: 120ms, 6.2s, 5m12s.
func Duration(d time.Duration) string {
	switch {
	case d < 0:
		return "0ms"
	case d < time.Second:
		return strconv.FormatInt(d.Milliseconds(), 10) + "ms"
	case d < time.Minute:
		tenths := d.Round(100*time.Millisecond).Milliseconds() / 100
		if tenths%10 == 0 {
			return Seconds(tenths / 10)
		}
		return strconv.FormatFloat(float64(tenths)/10, 'f', 1, 64) + "s"
	}
	return Seconds(int64(d.Round(time.Second) / time.Second))
}

// Time returns a field that holds seconds, or a path to them, as it is said: 30s, $.delay, or the
// expression without its {% %}. It is "" if neither is set.
func Time(n asl.Int, path string) string {
	if seconds, ok := n.Number(); ok {
		return Seconds(seconds)
	}
	return dynamic(n, path)
}

// Count is Time for a plain number.
func Count(n asl.Int, path string) string {
	if number, ok := n.Number(); ok {
		return strconv.FormatInt(number, 10)
	}
	return dynamic(n, path)
}

func dynamic(n asl.Int, path string) string {
	if expr, ok := n.Expr(); ok {
		return oneLine(asl.Expression(expr))
	}
	if n.IsSet() {
		return "token"
	}
	return path
}
