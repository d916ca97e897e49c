package ordjson

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

var byteOrderMark = []byte("\ufeff")

// notText says why these bytes are no text in UTF-8, "" if they may be some.
func notText(data []byte) string {
	start := data[:min(len(data), 512)]
	if bytes.HasPrefix(start, []byte{0xfe, 0xff}) || bytes.HasPrefix(start, []byte{0xff, 0xfe}) || everySecondIsNull(start) {
		return "the text is UTF-16: save it as UTF-8"
	}
	control := 0
	for _, c := range start {
		if c < '\t' {
			control++
		}
	}
	if control > 0 && (!utf8.Valid(start[:max(0, len(start)-utf8.UTFMax)]) || control > len(start)/10) {
		return "this is binary data, not text"
	}
	return ""
}

func everySecondIsNull(start []byte) bool {
	if len(start) < 4 {
		return false
	}
	return start[0] == 0 && start[1] != 0 && start[2] == 0 && start[3] != 0 || start[0] != 0 && start[1] == 0 && start[2] != 0 && start[3] == 0
}

// hint words a fault in JSON for people: what the parser stumbled over, as they may have meant it. It
// returns the parser's own message if there is nothing to add.
func hint(data []byte, offset int, message string) string {
	if why := notText(data); why != "" {
		return why
	}
	if offset >= len(data) {
		if len(bytes.TrimSpace(data)) == 0 {
			return "the text is empty"
		}
		return "the text ends too early: something is not closed"
	}
	c := data[offset]
	before := bytes.TrimRight(data[:offset], " \t\r\n")
	last := byte(0)
	if len(before) > 0 {
		last = before[len(before)-1]
	}
	switch {
	case strings.HasSuffix(message, "after object key"):
		return "a colon is missing before this"
	case (c == '}' || c == ']') && last == ',':
		return fmt.Sprintf("there is a comma before %c", c)
	case c == '\'':
		return "text stands in double quotes, not in single ones"
	case c == '/' || c == '#':
		return "JSON has no comments: remove it, or use YAML"
	case c == '"' && (last == '"' || last == '}' || last == ']' || last >= '0' && last <= '9'):
		return "a comma is missing before this"
	case c >= utf8.RuneSelf:
		r, _ := utf8.DecodeRune(data[offset:])
		if r == '\u201c' || r == '\u201d' {
			return fmt.Sprintf("text stands in straight double quotes, not in %c", r)
		}
	case c < ' ':
		return fmt.Sprintf("there is a character in a text that has to be escaped: %q", c)
	}
	return message
}
