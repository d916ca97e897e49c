package jsonata

import (
	"math"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// onNumber is a function of one number; undefined stays undefined.
func onNumber(args []any, do func(float64) float64) (any, error) {
	f, ok := numberArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	return do(f), nil
}

func libFloor(_ Call, args []any) (any, error) { return onNumber(args, math.Floor) }
func libCeil(_ Call, args []any) (any, error)  { return onNumber(args, math.Ceil) }
func libAbs(_ Call, args []any) (any, error)   { return onNumber(args, math.Abs) }

func libRound(_ Call, args []any) (any, error) {
	places, _ := numberArg(args, 1)
	return onNumber(args, func(f float64) float64 { return round(f, places) })
}

// round rounds half to even at a decimal place. The decimal text is shifted, not the number, which
// would lose precision.
func round(f, places float64) float64 {
	if places != 0 {
		f = shift(f, places)
	}
	out := roundHalfUp(f)
	if math.Abs(out-f) == 0.5 && math.Abs(math.Mod(out, 2)) == 1 {
		out--
	}
	if places != 0 {
		out = shift(out, -places)
	}
	if out == 0 {
		return 0 // never -0
	}
	return out
}

// roundHalfUp is JavaScript's Math.round.
func roundHalfUp(f float64) float64 {
	down := math.Floor(f)
	if f-down >= 0.5 {
		return down + 1
	}
	return down
}

// shift multiplies by a power of ten, in decimal.
func shift(f, places float64) float64 {
	if math.IsNaN(f) || math.IsInf(f, 0) || places != math.Trunc(places) || math.Abs(places) > 1e6 {
		return math.NaN()
	}
	mantissa, exponent, _ := strings.Cut(ordjson.FormatFloat(f), "e")
	e, _ := strconv.Atoi(exponent)
	out, _ := strconv.ParseFloat(mantissa+"e"+strconv.Itoa(e+int(places)), 64)
	return out
}

func libSqrt(_ Call, args []any) (any, error) {
	f, ok := numberArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	if f < 0 {
		return nil, newError("D3060").with("value", args[0])
	}
	return math.Sqrt(f), nil
}

func libPower(_ Call, args []any) (any, error) {
	f, ok := numberArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	exp, ok := numberArg(args, 1)
	if !ok {
		exp = math.NaN()
	}
	out := power(f, exp)
	if math.Abs(f) == 1 && (math.IsNaN(exp) || math.IsInf(exp, 0)) {
		out = math.NaN() // where Go gives 1
	}
	if math.IsNaN(out) || math.IsInf(out, 0) {
		return nil, newError("D3061").with("value", args[0]).with("exp", argument(args, 1))
	}
	return out, nil
}

func libRandom(c Call, _ []any) (any, error) { return c.Random(), nil }

var (
	decimalText = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?([Ee][-+]?[0-9]+)?$`)
	radixText   = regexp.MustCompile(`^(0[xX][0-9A-Fa-f]+)|(0[oO][0-7]+)|(0[bB][0-1]+)$`)
)

func libNumber(_ Call, args []any) (any, error) {
	switch v := argument(args, 0).(type) {
	case Undefined:
		return v, nil
	case bool:
		if v {
			return 1.0, nil
		}
		return 0.0, nil
	case string:
		if decimalText.MatchString(v) {
			if f, _ := strconv.ParseFloat(v, 64); !math.IsInf(f, 0) {
				return f, nil
			}
		} else if radixText.MatchString(v) {
			return radixNumber(strings.TrimSpace(v)), nil
		}
	default:
		if _, ok := number(v); ok {
			return v, nil
		}
	}
	return nil, newError("D3030").with("value", args[0]).with("index", 1)
}

// radixNumber is JavaScript's Number for a text in hexadecimal, octal or binary.
func radixNumber(s string) float64 {
	if len(s) > 2 && s[0] == '0' {
		bases := map[byte]int{'x': 16, 'o': 8, 'b': 2}
		if n, ok := new(big.Int).SetString(s[2:], bases[s[1]|0x20]); ok && !strings.ContainsAny(s[2:], "+-_") {
			f, _ := new(big.Float).SetInt(n).Float64()
			return f
		}
	}
	return math.NaN()
}

func libFormatBase(_ Call, args []any) (any, error) {
	f, ok := numberArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	radix, ok := numberArg(args, 1)
	if radix = round(radix, 0); !ok {
		radix = 10
	}
	if radix < 2 || radix > 36 {
		return nil, newError("D3100").with("value", radix)
	}
	f = round(f, 0)
	if radix == 10 || math.IsInf(f, 0) || math.IsNaN(f) {
		return scriptNumber(f), nil
	}
	return formatRadix(f, int(radix)), nil
}

// formatRadix prints a whole number; digits that a float64 does not determine are zero.
func formatRadix(f float64, radix int) string {
	n, base := math.Abs(f), float64(radix)
	var digits []byte // from the right
	for ; n/base >= 1<<53; n /= base {
		digits = append(digits, '0')
	}
	for {
		digit := math.Mod(n, base)
		digits = append(digits, "0123456789abcdefghijklmnopqrstuvwxyz"[int(digit)])
		if n = (n - digit) / base; n <= 0 {
			break
		}
	}
	if f < 0 {
		digits = append(digits, '-')
	}
	slices.Reverse(digits)
	return string(digits)
}

// power is exact for whole exponents, which math.Pow is not.
func power(base, exp float64) float64 {
	if exp != math.Trunc(exp) || math.Abs(exp) > 1024 || base == 0 || math.IsInf(base, 0) || math.IsNaN(base) {
		return math.Pow(base, exp)
	}
	out, square := big.NewFloat(1).SetPrec(256), new(big.Float).SetPrec(256).SetFloat64(base)
	for n := int(math.Abs(exp)); n > 0; n >>= 1 {
		if n&1 == 1 {
			out.Mul(out, square)
		}
		square.Mul(square, square)
	}
	if exp < 0 {
		out.Quo(big.NewFloat(1).SetPrec(256), out)
	}
	f, _ := out.Float64()
	return f
}

// scriptNumber prints a number as JavaScript's String does.
func scriptNumber(f float64) string {
	switch {
	case math.IsNaN(f):
		return "NaN"
	case math.IsInf(f, 1):
		return "Infinity"
	case math.IsInf(f, -1):
		return "-Infinity"
	}
	return ordjson.FormatFloat(f)
}
