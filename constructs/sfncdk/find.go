package sfncdk

import "strings"

// findTokens returns where the tokens of the CDK stand in a text. Their marks are those of
// aws-cdk-lib/core/lib/private/encoding: ${Token[NAME.123]} in strings, #{Token[NAME.123]} as the one
// element of a list, -1.8881545897087505e+289 for numbers.
//
// The text of a definition can have a megabyte, for which a regular expression takes too long.
func findTokens(text string) [][]int {
	var out [][]int
	for i := 0; i < len(text); i++ {
		n := 0
		switch text[i] {
		case '$', '#':
			n = textMark(text[i+1:])
		case '-':
			n = numberMark(text[i+1:])
		}
		if n > 0 {
			out = append(out, []int{i, i + 1 + n})
			i += n
		}
	}
	return out
}

// textMark is the length of {Token[NAME.123]} at the beginning of a text, 0 if it is something else.
func textMark(text string) int {
	const opening = "{Token["
	if !strings.HasPrefix(text, opening) {
		return 0
	}
	name := len(opening)
	for name < len(text) && isTokenChar(text[name]) {
		name++
	}
	if name == len(opening) || !strings.HasPrefix(text[name:], "]}") {
		return 0
	}
	return name + 2
}

func isTokenChar(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == ':' || c == '.' || c == '_' || c == '-'
}

// numberMark is the length of 1.8881545897087505e+289 at the beginning of a text: 10 to 16 digits
// after the point. 0 if it is something else.
func numberMark(text string) int {
	if !strings.HasPrefix(text, "1.") {
		return 0
	}
	digits := 0
	for digits < 16 && 2+digits < len(text) && text[2+digits] >= '0' && text[2+digits] <= '9' {
		digits++
	}
	const exponent = "e+289"
	if digits < 10 || !strings.HasPrefix(text[2+digits:], exponent) {
		return 0
	}
	return 2 + digits + len(exponent)
}

// findPlaceholders returns the names in ${Name}.
func findPlaceholders(text string) []string {
	var out []string
	for {
		i := strings.Index(text, "${")
		if i < 0 {
			return out
		}
		text = text[i+2:]
		if end := strings.IndexByte(text, '}'); end > 0 && substitutionName.MatchString(text[:end]) {
			out = append(out, text[:end])
		}
	}
}
