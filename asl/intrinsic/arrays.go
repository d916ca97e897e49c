package intrinsic

import (
	"math"

	"github.com/stepwise-go/stepwise/ordjson"
)

func array(in *invocation) (any, error) { return in.args, nil }

func arrayPartition(in *invocation) (any, error) {
	list, size := in.list(0), in.integer(1)
	if size < 1 {
		return nil, in.fail(failChunk, size)
	}
	chunks := []any{}
	for len(list) > 0 {
		n := int(min(size, int64(len(list))))
		chunks = append(chunks, list[:n:n])
		list = list[n:]
	}
	return chunks, nil
}

func arrayContains(in *invocation) (any, error) {
	for _, v := range in.list(0) {
		if ordjson.Equal(v, in.args[1]) {
			return true, nil
		}
	}
	return false, nil
}

func arrayRange(in *invocation) (any, error) {
	first, last, step := in.integer(0), in.integer(1), in.integer(2)
	if step == 0 {
		return nil, in.fail(failStep)
	}
	list := []any{}
	for n := first; step > 0 && n <= last || step < 0 && n >= last; n += step {
		if len(list) == MaxRange {
			return nil, in.fail(failRange, MaxRange)
		}
		list = append(list, ordjson.FromInt(n))
		if step > 0 && n > math.MaxInt64-step || step < 0 && n < math.MinInt64-step {
			break
		}
	}
	return list, nil
}

func arrayGetItem(in *invocation) (any, error) {
	list, index := in.list(0), in.integer(1)
	if index < 0 || index >= int64(len(list)) {
		return nil, in.fail(failIndex, index, len(list))
	}
	return list[index], nil
}

func arrayLength(in *invocation) (any, error) { return ordjson.FromInt(int64(len(in.list(0)))), nil }

func arrayUnique(in *invocation) (any, error) {
	unique := []any{}
	scalars := map[any]bool{}
	var others []any
	for _, v := range in.list(0) {
		if key, ok := scalarKey(v); ok {
			if scalars[key] {
				continue
			}
			scalars[key] = true
		} else {
			if contains(others, v) {
				continue
			}
			others = append(others, v)
		}
		unique = append(unique, v)
	}
	return unique, nil
}

// scalarKey returns a value that is equal for equal scalars, and false for arrays, objects and
// numbers that a float64 does not tell apart.
func scalarKey(v any) (any, bool) {
	switch v.(type) {
	case []any, *ordjson.Object:
		return nil, false
	}
	if f, ok := ordjson.Float(v); ok {
		return f, math.Abs(f) < 1<<53
	}
	return v, true
}

func contains(list []any, v any) bool {
	for _, element := range list {
		if ordjson.Equal(element, v) {
			return true
		}
	}
	return false
}
