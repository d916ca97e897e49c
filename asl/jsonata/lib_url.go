package jsonata

import (
	"encoding/base64"
	"strings"
	"unicode/utf8"
)

const (
	urlUnreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()"
	urlReserved   = ";/?:@&=+$,#"
	hexDigits     = "0123456789ABCDEF"
)

func libEncodeURLComponent(_ Call, args []any) (any, error) {
	return encodeURL(args, urlUnreserved, "encodeUrlComponent")
}

func libEncodeURL(_ Call, args []any) (any, error) {
	return encodeURL(args, urlUnreserved+urlReserved, "encodeUrl")
}

func libDecodeURLComponent(_ Call, args []any) (any, error) {
	return decodeURL(args, "", "decodeUrlComponent")
}

func libDecodeURL(_ Call, args []any) (any, error) { return decodeURL(args, urlReserved, "decodeUrl") }

func malformedURL(s, name string) error {
	return newError("D3140").with("value", s).with("functionName", name)
}

func encodeURL(args []any, keep, name string) (any, error) {
	s, ok := textArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	if !utf8.ValidString(s) {
		return nil, malformedURL(s, name)
	}
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		if c := s[i]; strings.IndexByte(keep, c) >= 0 {
			b = append(b, c)
		} else {
			b = append(b, '%', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	return string(b), nil
}

// decodeURL decodes all but the characters of keep.
func decodeURL(args []any, keep, name string) (any, error) {
	s, ok := textArg(args, 0)
	if !ok {
		return Undefined{}, nil
	}
	var b []byte
	for i := 0; i < len(s); {
		if s[i] != '%' {
			b = append(b, s[i])
			i++
			continue
		}
		start := i
		var char []byte
		for len(char) == 0 || !utf8.FullRune(char) {
			c, ok := hexByte(s, i)
			if !ok {
				return nil, malformedURL(s, name)
			}
			char = append(char, c)
			i += 3
		}
		switch {
		case !utf8.Valid(char):
			return nil, malformedURL(s, name)
		case len(char) == 1 && strings.IndexByte(keep, char[0]) >= 0:
			b = append(b, s[start:i]...)
		default:
			b = append(b, char...)
		}
	}
	return string(b), nil
}

// hexByte reads %XX at position i.
func hexByte(s string, i int) (byte, bool) {
	if i+3 > len(s) || s[i] != '%' {
		return 0, false
	}
	high := strings.IndexByte(hexDigits, upperByte(s[i+1]))
	low := strings.IndexByte(hexDigits, upperByte(s[i+2]))
	return byte(high<<4 | low), high >= 0 && low >= 0
}

func upperByte(c byte) byte {
	if c >= 'a' && c <= 'f' {
		return c - 'a' + 'A'
	}
	return c
}

// libBase64Encode encodes the low byte of each UTF-16 code unit, as the reference under Node does.
func libBase64Encode(_ Call, args []any) (any, error) {
	return onText(args, func(s string) any {
		if isASCII(s) {
			return base64.StdEncoding.EncodeToString([]byte(s))
		}
		units := toUnits(s)
		b := make([]byte, len(units))
		for i, u := range units {
			b[i] = byte(u)
		}
		return base64.StdEncoding.EncodeToString(b)
	})
}

// libBase64Decode makes a character of each byte. It takes both alphabets and passes over anything else.
func libBase64Decode(_ Call, args []any) (any, error) {
	return onText(args, func(s string) any {
		const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
		var out []byte
		bits, n := uint32(0), 0
		for i := range len(s) {
			c := s[i]
			switch c {
			case '=':
				return string(out)
			case '-':
				c = '+'
			case '_':
				c = '/'
			}
			v := strings.IndexByte(alphabet, c)
			if v < 0 {
				continue
			}
			bits, n = bits<<6|uint32(v), n+6
			if n >= 8 {
				n -= 8
				out = utf8.AppendRune(out, rune(bits>>n&0xff))
			}
		}
		return string(out)
	})
}
