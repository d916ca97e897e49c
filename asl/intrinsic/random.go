package intrinsic

import (
	"fmt"
	"math"

	"github.com/stepwise-go/stepwise/ordjson"
)

func mathAdd(in *invocation) (any, error) {
	a, b := in.integer(0), in.integer(1)
	if b > 0 && a > math.MaxInt64-b || b < 0 && a < math.MinInt64-b {
		return nil, in.fail(failOverflow)
	}
	return ordjson.FromInt(a + b), nil
}

func mathRandom(in *invocation) (any, error) {
	start, end := in.integer(0), in.integer(1)
	if start >= end {
		return nil, in.fail(failEmpty, start, end)
	}
	draw := in.env.Rand
	if len(in.args) == 3 {
		draw = seeded(in.integer(2))
	}
	if draw == nil {
		return nil, in.fail(failSource)
	}
	width := uint64(end) - uint64(start)
	n := uint64(draw() * float64(width))
	return ordjson.FromInt(int64(uint64(start) + min(n, width-1))), nil
}

// seeded returns the numbers of java.util.Random.nextDouble for a seed. The generator is
// specified in https://docs.oracle.com/javase/8/docs/api/java/util/Random.html.
func seeded(seed int64) func() float64 {
	const multiplier, mask = 0x5DEECE66D, 1<<48 - 1
	state := (uint64(seed) ^ multiplier) & mask
	next := func(bits uint) uint64 {
		state = (state*multiplier + 0xB) & mask
		return state >> (48 - bits)
	}
	return func() float64 {
		high := next(26) << 27
		return float64(high+next(27)) / (1 << 53)
	}
}

func uuid(in *invocation) (any, error) {
	if in.env.UUID != nil {
		return in.env.UUID(), nil
	}
	if in.env.Rand == nil {
		return nil, in.fail(failSource)
	}
	var words [4]uint32
	for i := range words {
		words[i] = uint32(in.env.Rand() * (1 << 32))
	}
	words[1] = words[1]&^0xF000 | 0x4000         // version 4
	words[2] = words[2]&^0xC0000000 | 0x80000000 // variant 1
	return fmt.Sprintf("%08x-%04x-%04x-%04x-%04x%08x",
		words[0], words[1]>>16, words[1]&0xFFFF, words[2]>>16, words[2]&0xFFFF, words[3]), nil
}
