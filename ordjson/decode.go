package ordjson

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// MaxDepth is how deep arrays and objects may nest in what Decode reads.
const MaxDepth = 1000

// MaxVisited is how many values DecodeVisit tells of; those behind are read without.
const MaxVisited = 1_000_000

// SyntaxError is what Decode returns for text that is not one JSON value.
type SyntaxError struct {
	Message string
	Offset  int // byte offset of the fault
	Line    int // from 1
	Column  int // from 1, in bytes
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Message)
}

// Decode reads one JSON value. Of two object members with one key the later value wins.
func Decode(data []byte) (any, error) { return DecodeVisit(data, nil) }

// DecodeString is Decode for a string.
func DecodeString(text string) (any, error) { return Decode([]byte(text)) }

// Visitor is told about every value that DecodeVisit reads: its JSON Pointer (RFC 6901)
// and the byte offset at which it begins. For an object member, keyOffset is where its
// key begins, otherwise it equals offset. A pointer that comes twice is a duplicate key.
type Visitor func(pointer string, keyOffset, offset int)

// DecodeVisit is Decode that tells visit, if not nil, where each value stands, up to MaxVisited.
func DecodeVisit(data []byte, visit Visitor) (any, error) {
	d := decoder{data: data, visit: visit}
	if bytes.HasPrefix(data, byteOrderMark) {
		d.base = len(byteOrderMark) // RFC 8259 lets parsers ignore it
	}
	d.dec = json.NewDecoder(bytes.NewReader(data[d.base:]))
	d.dec.UseNumber()
	v, err := d.value("", -1, 0)
	if err != nil {
		return nil, d.locate(err)
	}
	end := d.offset()
	if rest := bytes.TrimLeft(data[end:], " \t\r\n"); len(rest) > 0 {
		return nil, syntaxError(data, len(data)-len(rest), "text after the JSON value")
	}
	return v, nil
}

type decoder struct {
	dec   *json.Decoder
	data  []byte
	base  int // where dec begins in data
	visit Visitor

	visited int
}

// offset is where the last token ended.
func (d *decoder) offset() int { return d.base + int(d.dec.InputOffset()) }

func (d *decoder) value(pointer string, keyOffset, depth int) (any, error) {
	if depth > MaxDepth {
		return nil, syntaxError(d.data, d.offset(), fmt.Sprintf("nested deeper than %d levels", MaxDepth))
	}
	if d.visit != nil {
		at := d.next()
		if keyOffset < 0 {
			keyOffset = at
		}
		d.visit(pointer, keyOffset, at)
		if d.visited++; d.visited == MaxVisited {
			d.visit = nil
		}
	}
	tok, err := d.dec.Token()
	if err != nil {
		return nil, err
	}
	switch t := tok.(type) {
	case json.Delim:
		if t == '{' {
			return d.object(pointer, depth)
		}
		return d.array(pointer, depth)
	case json.Number:
		return Number(string(t)), nil
	default:
		return t, nil
	}
}

func (d *decoder) object(pointer string, depth int) (any, error) {
	o := &Object{}
	for d.dec.More() {
		at := d.next()
		tok, err := d.dec.Token()
		if err != nil {
			return nil, err
		}
		key, ok := tok.(string)
		if !ok {
			return nil, syntaxError(d.data, at, "an object key must be a string")
		}
		v, err := d.value(d.child(pointer, key), at, depth+1)
		if err != nil {
			return nil, err
		}
		o.Set(key, v)
	}
	_, err := d.dec.Token()
	return o, err
}

func (d *decoder) array(pointer string, depth int) (any, error) {
	list := []any{}
	for d.dec.More() {
		v, err := d.value(d.child(pointer, strconv.Itoa(len(list))), -1, depth+1)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	_, err := d.dec.Token()
	return list, err
}

// child spares the pointers when nobody asks for them.
func (d *decoder) child(pointer, key string) string {
	if d.visit == nil {
		return ""
	}
	return pointer + "/" + EscapePointer(key)
}

// next is the offset of the next token: the decoder's own offset is at the end of the last one.
func (d *decoder) next() int {
	i := d.offset()
	for i < len(d.data) {
		switch d.data[i] {
		case ' ', '\t', '\r', '\n', ',', ':':
			i++
		default:
			return i
		}
	}
	return i
}

func (d *decoder) locate(err error) error {
	var syn *json.SyntaxError
	var own *SyntaxError
	switch {
	case errors.As(err, &own):
		return own
	case errors.As(err, &syn):
		// The offsets of Token's errors are those of the token; Unmarshal's are exact.
		var raw json.RawMessage
		if exact := json.Unmarshal(d.data[d.base:], &raw); errors.As(exact, &syn) && syn.Error() == "unexpected end of JSON input" {
			return d.fault(len(d.data), syn.Error())
		}
		return d.fault(d.base+max(int(syn.Offset)-1, 0), syn.Error())
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return d.fault(len(d.data), "")
	default:
		return d.fault(d.offset(), err.Error())
	}
}

func (d *decoder) fault(offset int, message string) *SyntaxError {
	return syntaxError(d.data, offset, hint(d.data, offset, message))
}

func syntaxError(data []byte, offset int, message string) *SyntaxError {
	line, column := Position(data, offset)
	return &SyntaxError{Message: message, Offset: offset, Line: line, Column: column}
}

// Position turns a byte offset into a line and a column, both from 1.
func Position(data []byte, offset int) (line, column int) {
	offset = min(offset, len(data))
	before := data[:offset]
	return 1 + bytes.Count(before, []byte{'\n'}), offset - bytes.LastIndexByte(before, '\n')
}
