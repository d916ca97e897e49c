package jsonata

import "math"

// numbers returns the items of an argument that is an array of numbers.
func numbers(args []any) ([]float64, bool) {
	items, ok := elements(argument(args, 0))
	out := make([]float64, len(items))
	for i, v := range items {
		out[i], _ = number(v)
	}
	return out, ok
}

func libSum(_ Call, args []any) (any, error) {
	items, ok := elements(argument(args, 0))
	if !ok {
		return Undefined{}, nil
	}
	total := 0.0
	for _, v := range items {
		f, _ := number(v)
		total += f
	}
	return total, nil
}

func libCount(_ Call, args []any) (any, error) {
	items, _ := elements(argument(args, 0))
	return float64(len(items)), nil
}

// extreme folds numbers; NaN wins, as in JavaScript.
func extreme(args []any, of func(a, b float64) float64) (any, error) {
	items, _ := numbers(args)
	if len(items) == 0 {
		return Undefined{}, nil
	}
	out := items[0]
	for _, f := range items[1:] {
		out = of(out, f)
	}
	return out, nil
}

func libMax(_ Call, args []any) (any, error) { return extreme(args, math.Max) }
func libMin(_ Call, args []any) (any, error) { return extreme(args, math.Min) }

func libAverage(_ Call, args []any) (any, error) {
	items, _ := numbers(args)
	if len(items) == 0 {
		return Undefined{}, nil
	}
	total := 0.0
	for _, f := range items {
		total += f
	}
	return total / float64(len(items)), nil
}
