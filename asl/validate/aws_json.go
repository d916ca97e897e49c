package validate

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stepwise-go/stepwise/ordjson"
)

// The service reads JSON with a Java library whose messages name what it found and quote the source,
// cut after this many characters.
const maxQuoted = 500

const (
	jacksonToken   = "Unrecognized token '%s': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
	jacksonSource  = "[Source: (String)\"%s\"%s; line: %d, column: %d]"
	jacksonCut     = "[truncated %d chars]"
	jacksonMessage = "%s\n at %s"
)

// notJSON words why a text is not a definition.
func notJSON(text []byte) AWSDiagnostic {
	message, offset := "Unexpected character", 0
	v, err := ordjson.Decode(text)
	if syntax, ok := err.(*ordjson.SyntaxError); ok {
		message, offset = syntax.Message, syntax.Offset
	} else if err == nil {
		message = "the definition is " + article(ordjson.Kind(v))
	}
	if word := wordAt(text); word != "" {
		message = fmt.Sprintf(jacksonToken, word)
		offset = strings.Index(string(text), word) + len(word)
	}
	line, column := ordjson.Position(text, offset)
	source, cut := string(text), ""
	if n := utf8.RuneCount(text); n > maxQuoted {
		source, cut = string([]rune(source)[:maxQuoted]), fmt.Sprintf(jacksonCut, n-maxQuoted)
	}
	place := fmt.Sprintf(jacksonSource, source, cut, line, column)
	return AWSDiagnostic{
		Code: "INVALID_JSON_DESCRIPTION", Severity: "ERROR", Location: place,
		Message: fmt.Sprintf(jacksonMessage, message, place),
	}
}

// wordAt returns the word that a text begins with, if it is none that JSON has.
func wordAt(text []byte) string {
	s := strings.TrimLeft(string(text), " \t\r\n")
	end := strings.IndexFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '_' && c != '$' })
	if end < 0 {
		end = len(s)
	}
	switch word := s[:end]; {
	case word == "" || unicode.IsDigit(rune(word[0])), word == "null", word == "true", word == "false":
		return ""
	default:
		return word
	}
}
