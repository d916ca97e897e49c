package jsonata

import "math"

func libBoolean(_ Call, args []any) (any, error) {
	is, defined, err := truth(argument(args, 0))
	if err != nil || !defined {
		return Undefined{}, err
	}
	return is, nil
}

func libNot(_ Call, args []any) (any, error) {
	v := argument(args, 0)
	if IsUndefined(v) {
		return v, nil
	}
	is, err := truthy(v)
	return !is, err
}

func libExists(_ Call, args []any) (any, error) { return !IsUndefined(argument(args, 0)), nil }

var typeNames = map[byte]string{
	's': "string", 'n': "number", 'b': "boolean", 'l': "null", 'a': "array", 'o': "object", 'f': "function",
}

func libType(_ Call, args []any) (any, error) {
	v := argument(args, 0)
	if IsUndefined(v) {
		return v, nil
	}
	if f, ok := number(v); ok {
		if math.IsNaN(f) {
			return "object", nil // the reference finds no better word
		}
		_, _, err := finite(v)
		return "number", err
	}
	return typeNames[symbol(v)], nil
}

func libError(_ Call, args []any) (any, error) {
	message, _ := textArg(args, 0)
	if message == "" {
		message = msgDefaultError
	}
	return nil, newError("D3137").with("message", message)
}

func libAssert(_ Call, args []any) (any, error) {
	if scriptTruthy(argument(args, 0)) {
		return Undefined{}, nil
	}
	message, _ := textArg(args, 1)
	if message == "" {
		message = msgDefaultAssert
	}
	return nil, newError("D3141").with("message", message)
}

func libRunNow(c Call) float64 { return float64(c.Now().UnixMilli()) }

func libNow(c Call, args []any) (any, error) {
	return libFromMillis(c, []any{libRunNow(c), argument(args, 0), argument(args, 1)})
}

func libMillis(c Call, _ []any) (any, error) { return libRunNow(c), nil }

// libEval evaluates an expression that is data, in the scope of the caller.
func libEval(c Call, args []any) (any, error) {
	text, ok := textArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	input := c.input
	if focus := argument(args, 1); !IsUndefined(focus) {
		input = focus
		if items, ok := elements(focus); ok {
			if l, is := focus.(*list); !is || !l.seq {
				input = &list{items: []any{items}, seq: true, outer: true}
			}
		}
	}
	r := c.run
	if err := r.enter(); err != nil {
		return nil, err
	}
	expr, err := Compile(text)
	if err != nil {
		return nil, evalError("D3120", err)
	}
	v, err := r.eval(expr.root, input, c.env)
	if err != nil {
		return nil, evalError("D3121", err)
	}
	r.leave()
	return v, nil
}

// evalError wraps an error of an evaluated expression; limits stay what they are.
func evalError(code string, err error) error {
	e := asError(err)
	if e.Code[0] == 'U' {
		return e
	}
	e.finish()
	return newError(code).with("value", e.Message).with("cause", e)
}
