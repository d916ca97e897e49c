package jsregexp_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stepwise-go/stepwise/asl/jsonata/internal/jsregexp"
)

// find shows the first match and its groups; "-" stands for a group that took no part.
func find(pattern, flags, text string) string {
	re, err := jsregexp.Compile(pattern, flags)
	if err != nil {
		return "error " + err.Error()
	}
	units := utf16.Encode([]rune(text))
	at, err := re.Find(units, 0, nil)
	if err != nil {
		return "error " + err.Error()
	}
	if at == nil {
		return "none"
	}
	var parts []string
	for i := 0; i < len(at); i += 2 {
		if at[i] < 0 {
			parts = append(parts, "-")
		} else {
			parts = append(parts, string(utf16.Decode(units[at[i]:at[i+1]])))
		}
	}
	return fmt.Sprintf("%d:%s", at[0], strings.Join(parts, "|"))
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ pattern, flags, text, want string }{
		{`b`, "", "abc", "1:b"},
		{`(a)|(b)`, "", "b", "0:b|-|b"},
		{`(?:(a)|b)*`, "", "ab", "0:ab|-"},
		{`a*?b`, "", "aab", "0:aab"},
		{`(\w)\1`, "", "abccd", "2:cc|c"},
		{`\1(a)`, "", "a", "0:a|a"},
		{`(?<x>a)\k<x>`, "", "aa", "0:aa|a"},
		{`(?=b)b`, "", "ab", "1:b"},
		{`a(?!b)`, "", "abac", "2:a"},
		{`(?<=\$)\d+`, "", "a1$23", "3:23"},
		{`(?<!\$)\b\d+`, "", "$23 45", "4:45"},
		{`(?<=(\d+)(\d+))$`, "", "1053", "4:|1|053"},
		{`^b`, "", "a\nb", "none"},
		{`^b`, "m", "a\nb", "2:b"},
		{`a$`, "", "a\n", "none"},
		{`a$`, "m", "a\nb", "0:a"},
		{`ÄB`, "i", "äb", "0:äb"},
		{`[a-c]+`, "i", "ABC", "0:ABC"},
		{`[^]`, "", "\n", "0:\n"},
		{`[]`, "", "a", "none"},
		{`.`, "", "\u2028x", "1:x"},
		{`a{2,3}`, "", "aaaa", "0:aaa"},
		{`a{2,3}?`, "", "aaaa", "0:aa"},
		{`a{,3}`, "", "a{,3}", "0:a{,3}"},
		{`(?:){3}a`, "", "a", "0:a"},
		{`(a*)*b`, "", "b", "0:b|-"},
		{`(?:a?)*?b`, "", "aab", "0:aab"},
		{`\x41\u0042\103`, "", "ABC", "0:ABC"},
		{`\u{3}`, "", "uuu", "0:uuu"},
		{`[\d-x]+`, "", "1-x", "0:1-x"},
		{`\cJ`, "", "\n", "0:\n"},
		{`]`, "", "]", "0:]"},
		{`\8`, "", "8", "0:8"},
		{`.`, "", "😀", "0:\ufffd"},
		{`*a`, "", "", "error Nothing to repeat"},
		{`(a`, "", "", "error Unterminated group"},
		{`a)`, "", "", "error Unmatched ')'"},
		{`[b-a]`, "", "", "error Range out of order in character class"},
		{`a{2,1}`, "", "", "error numbers out of order in {} quantifier"},
		{`(?<a>.)(?<a>.)`, "", "", "error Duplicate capture group name"},
		{`(?<=a)*`, "", "", "error Nothing to repeat"},
		{`a`, "ii", "", "error Invalid flags 'ii'"},
	} {
		if got := find(c.pattern, c.flags, c.text); got != c.want {
			t.Errorf("/%s/%s on %q gave %s, want %s", c.pattern, c.flags, c.text, got, c.want)
		}
	}
}

func TestSteps(t *testing.T) {
	for _, pattern := range []string{`(a+)+b`, `(a|aa)+b`, `(a|a?)+b`} {
		if got := find(pattern, "", strings.Repeat("a", 60)); got != "error "+jsregexp.ErrSteps.Error() {
			t.Errorf("/%s/ gave %s", pattern, got)
		}
	}
	if got := find(`y*x`, "", strings.Repeat("y", 1000)+"x"); got != "0:"+strings.Repeat("y", 1000)+"x" {
		t.Errorf("a long text gave %.40s", got)
	}
}

func FuzzFind(f *testing.F) {
	for _, pattern := range []string{`(a*)*b`, `(?<=(\d+)(\d+))$`, `[^]`, `(?:a|b)*?\1(c)`, `\b(?!x).{2,}`} {
		f.Add(pattern, "aab 12 c")
	}
	f.Fuzz(func(t *testing.T, pattern, text string) {
		for _, flags := range []string{"", "i", "m"} {
			re, err := jsregexp.Compile(pattern, flags)
			var syntax *jsregexp.SyntaxError
			if err != nil {
				if !errors.As(err, &syntax) {
					t.Errorf("/%s/ gave %v", pattern, err)
				}
				return
			}
			units := utf16.Encode([]rune(text))
			at, err := re.Find(units, 0, nil)
			if err == nil && at != nil && (at[0] < 0 || at[1] > len(units) || at[0] > at[1]) {
				t.Errorf("/%s/ on %q gave %v", pattern, text, at)
			}
		}
	})
}
