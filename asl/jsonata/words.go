package jsonata

import (
	"math"
	"strings"
)

var (
	smallWords = strings.Fields(`Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen
		Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen`)
	ordinalWords = strings.Fields(`Zeroth First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh
		Twelfth Thirteenth Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth`)
	tensWords  = strings.Fields("Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety Hundred")
	magnitudes = strings.Fields("Thousand Million Billion Trillion")
)

// inWords spells a number that is not negative.
func inWords(n float64, ordinal bool) string { return spell(n, "", ordinal) }

// spell puts link in front of what joins a larger number.
func spell(n float64, link string, ordinal bool) string {
	joint := func(text string) string {
		if link == "" {
			return ""
		}
		return text
	}
	switch {
	case n <= 19:
		if ordinal {
			return joint(" and ") + ordinalWords[int(n)]
		}
		return joint(" and ") + smallWords[int(n)]
	case n < 100:
		tens, ones := int(n)/10, math.Mod(n, 10)
		word := joint(" and ") + tensWords[tens-2]
		switch {
		case ones > 0:
			return word + "-" + spell(ones, "", ordinal)
		case ordinal:
			return word[:len(word)-1] + "ieth"
		}
		return word
	case n < 1000:
		return spellRest(joint(", ")+smallWords[int(n)/100]+" Hundred", math.Mod(n, 100), ordinal)
	}
	step := min(int(math.Floor(math.Log10(n)/3)), len(magnitudes))
	factor := math.Pow(10, float64(3*step))
	count := math.Floor(n / factor)
	head := joint(", ") + spell(count, "", false) + " " + magnitudes[step-1]
	return spellRest(head, n-count*factor, ordinal)
}

func spellRest(head string, rest float64, ordinal bool) string {
	switch {
	case rest > 0:
		return head + spell(rest, "and", ordinal)
	case ordinal:
		return head + "th"
	}
	return head
}

// wordValue is the number that a word in small letters stands for.
func wordValue(word string) (float64, bool) {
	for i, w := range smallWords {
		if word == strings.ToLower(w) || word == strings.ToLower(ordinalWords[i]) {
			return float64(i), true
		}
	}
	for i, w := range tensWords {
		w = strings.ToLower(w)
		if word == w || word == w[:len(w)-1]+"ieth" {
			return float64(i+2) * 10, true
		}
	}
	if word == "hundredth" {
		return 100, true
	}
	for i, w := range magnitudes {
		if w = strings.ToLower(w); word == w || word == w+"th" {
			return math.Pow(10, float64(3*(i+1))), true
		}
	}
	return math.NaN(), false
}

// wordPattern is a regular expression for the words of a number.
func wordPattern() string {
	var all []string
	for i, w := range smallWords {
		all = append(all, w, ordinalWords[i])
	}
	for _, w := range tensWords {
		all = append(all, w, w[:len(w)-1]+"ieth")
	}
	for _, w := range magnitudes {
		all = append(all, w+"th", w)
	}
	return "(?:" + strings.ToLower(strings.Join(all, "|")) + `|hundredth|and|[\-, ])+`
}

// fromWords reads a number in words; what is no number word makes it NaN.
func fromWords(text string) float64 {
	sums := []float64{0}
	for _, word := range splitWords(text) {
		v, _ := wordValue(word)
		last := len(sums) - 1
		switch {
		case !(v < 100):
			sums[last] *= v
		case sums[last] >= 1000:
			sums = append(sums, v)
		default:
			sums[last] += v
		}
	}
	total := 0.0
	for _, s := range sums {
		total += s
	}
	return total
}

// splitWords splits at a comma with a space, at "and" between spaces, at a space, a backslash or a hyphen.
func splitWords(text string) []string {
	var out []string
	start := 0
	for i := 0; i < len(text); {
		size := 0
		switch rest := text[i:]; {
		case len(rest) > 1 && rest[0] == ',' && isSpace(rest[1]):
			size = 2
		case len(rest) > 4 && isSpace(rest[0]) && rest[1:4] == "and" && isSpace(rest[4]):
			size = 5
		case isSpace(rest[0]) || rest[0] == '\\' || rest[0] == '-':
			size = 1
		}
		if size == 0 {
			i++
			continue
		}
		out = append(out, text[start:i])
		i += size
		start = i
	}
	return append(out, text[start:])
}

func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

var (
	romanLetters = []string{"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"}
	romanNumbers = []float64{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
)

// inRoman writes a number in Roman numerals.
func inRoman(n float64) (string, error) {
	if n > maxItems {
		return "", newError(codeSize).token("formatInteger")
	}
	var b strings.Builder
	for i, v := range romanNumbers {
		for n >= v {
			b.WriteString(romanLetters[i])
			n -= v
		}
	}
	return b.String(), nil
}

// fromRoman reads Roman numerals in capital letters.
func fromRoman(s string) float64 {
	values := map[byte]float64{'M': 1000, 'D': 500, 'C': 100, 'L': 50, 'X': 10, 'V': 5, 'I': 1}
	total, most := 0.0, 1.0
	for i := len(s) - 1; i >= 0; i-- {
		v, ok := values[s[i]]
		if !ok {
			return math.NaN()
		}
		if v < most {
			total -= v
		} else {
			most = v
			total += v
		}
	}
	return total
}

// inLetters numbers like the columns of a spreadsheet.
func inLetters(n float64, first byte) string {
	var out []byte
	for n > 0 && !math.IsInf(n, 0) {
		out = append(out, first+byte(math.Mod(n-1, 26)))
		n = math.Floor((n - 1) / 26)
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return string(out)
}

func fromLetters(s string, first uint16) float64 {
	total := 0.0
	units := toUnits(s)
	for i := range units {
		total += (float64(units[len(units)-1-i]) - float64(first) + 1) * math.Pow(26, float64(i))
	}
	return total
}
