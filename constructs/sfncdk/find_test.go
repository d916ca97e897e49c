package sfncdk

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The CDK finds tokens with this expression.
var anyToken = regexp.MustCompile(`\$\{Token\[[A-Za-z0-9:._-]+\]\}|#\{Token\[[A-Za-z0-9:._-]+\]\}|-1\.\d{10,16}e\+289`)

func FuzzFindTokens(f *testing.F) {
	for _, seed := range []string{
		"${Token[TOKEN.12]}", "#{Token[AWS.Region.3]}x${Token[]}", "-1.8881545897087505e+289,-1.888154589e+289", "$${Token[a.1]}", "--1.88815458970875e+289",
		"${Token[a b]}", "${Token[a]", "-1.88815458970875059e+289",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, want := findTokens(text), anyToken.FindAllStringIndex(text, -1)
		if !slices.EqualFunc(got, want, slices.Equal[[]int]) {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	})
}

func TestFindPlaceholders(t *testing.T) {
	got := strings.Join(findPlaceholders("a ${B} ${ $${C_1} ${} ${x y} ${D"), " ")
	if got != "B C_1" {
		t.Error(got)
	}
}
