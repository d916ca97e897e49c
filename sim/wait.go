package sim

import (
	"strconv"
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

type waitNode struct {
	stateBase
	seconds       asl.Int
	secondsExpr   shape
	secondsPath   *lens
	timestamp     string
	timestampExpr shape
	timestampPath *lens
}

func (pl *planner) wait(n *node, s *asl.Wait) {
	w := &waitNode{seconds: s.Seconds, timestamp: s.Timestamp}
	n.state = w
	pl.inputs(n, s.Input, asl.Value{}, asl.Value{})
	pl.outputs(n, s.Variables, s.Outputs)
	if text, ok := s.Seconds.Expr(); ok && n.jsonata {
		w.secondsExpr = pl.shape(n, n.pointer+"/Seconds", text)
	}
	if n.jsonata && asl.IsExpression(s.Timestamp) {
		w.timestampExpr = pl.shape(n, n.pointer+"/Timestamp", s.Timestamp)
	}
	w.secondsPath = pl.pathText(n.pointer, "SecondsPath", s.SecondsPath)
	w.timestampPath = pl.pathText(n.pointer, "TimestampPath", s.TimestampPath)
}

func (s *waitNode) run(v *visit) {
	in, f := v.effective()
	if f != nil {
		v.fail(f)
		return
	}
	// What is wrong with the time is found after entering: the events say so.
	v.s.anchor = v.s.prev
	d, f := s.duration(v, in)
	if f != nil {
		v.fail(f)
		return
	}
	v.after(d, func() {
		v.s.anchor = v.s.prev
		v.pass(in)
	})
}

func (s *waitNode) duration(v *visit, in any) (time.Duration, *fault) {
	w := v.view(in)
	switch {
	case s.secondsPath != nil:
		return s.fromPath(w)
	case s.secondsExpr != nil:
		n, f := wholeOf(w, "Seconds", s.secondsExpr)
		return seconds(n), f
	case s.timestampPath != nil:
		value, found := s.timestampPath.lookup(w)
		if !found {
			return 0, runtime(msgNoSeconds, "TimestampPath", s.timestampPath.path)
		}
		at, ok := parseTimestamp(value)
		if !ok {
			return 0, runtime(msgTimestampPath, s.timestampPath.path, plainText(value))
		}
		return s.until(v, at), nil
	case s.timestampExpr != nil || s.timestamp != "":
		return s.untilTimestamp(w)
	}
	return seconds(s.seconds.Or(0)), nil
}

func (s *waitNode) fromPath(w *view) (time.Duration, *fault) {
	value, found := s.secondsPath.lookup(w)
	if !found {
		return 0, runtime(msgNoSeconds, "SecondsPath", s.secondsPath.path)
	}
	n, ok := ordjson.Int(value)
	if text, isText := value.(string); isText {
		var err error
		n, err = strconv.ParseInt(text, 10, 64)
		ok = err == nil
	}
	if !ok {
		return 0, runtime(msgSecondsLong, "SecondsPath", s.secondsPath.path, plainText(value))
	}
	if n < 0 {
		return 0, runtime(msgSecondsNegative, "SecondsPath", s.secondsPath.path, plainText(value))
	}
	return seconds(n), nil
}

func (s *waitNode) untilTimestamp(w *view) (time.Duration, *fault) {
	value := any(s.timestamp)
	if s.timestampExpr != nil {
		var f *fault
		if value, f = s.timestampExpr.eval(w, "Timestamp"); f != nil {
			return 0, f
		}
	}
	at, ok := parseTimestamp(value)
	switch {
	case ok:
		return s.until(w.v, at), nil
	case w.v.node.jsonata:
		return 0, queryFault("Timestamp", msgTimestamp, plainText(value))
	}
	return 0, runtime(msgTimestamp, plainText(value))
}

func (s *waitNode) until(v *visit, at time.Time) time.Duration {
	e := v.s.ex.env
	return at.Sub(e.time(e.clock.now))
}

func seconds(n int64) time.Duration {
	return time.Duration(max(0, min(n, maxWaitSeconds))) * time.Second
}

// parseTimestamp reads what the service takes for a time: ISO-8601 with T, and Z or an offset.
// Seconds may be left out, fractions have up to nine digits.
func parseTimestamp(v any) (time.Time, bool) {
	text, ok := v.(string)
	// The package time also takes hours of one digit and a comma before the fraction.
	if !ok || len(text) < 17 || text[10] != 'T' || text[13] != ':' || strings.Contains(text, ",") {
		return time.Time{}, false
	}
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04Z07:00"} {
		if t, err := time.Parse(layout, text); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
