// Package nearest finds the names that a misspelt one was probably meant to be.
package nearest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Names returns at most n of the candidates that are near to name, the nearest first.
func Names(name string, candidates []string, n int) []string {
	type scored struct {
		name  string
		score int
	}
	var near []scored
	limit := max(2, len(name)/3)
	lower := strings.ToLower(name)
	letters := lettersOf(lower)
	for _, c := range candidates {
		if !letters.near(c, limit) {
			continue
		}
		if d := distance(lower, strings.ToLower(c), limit); d <= limit {
			near = append(near, scored{c, d})
		}
	}
	slices.SortFunc(near, func(a, b scored) int {
		return cmp.Or(cmp.Compare(a.score, b.score), strings.Compare(a.name, b.name))
	})
	var out []string
	for _, s := range near {
		if len(out) < n && !slices.Contains(out, s.name) {
			out = append(out, s.name)
		}
	}
	return out
}

// Suggest returns `did you mean "x"?`, or otherwise if nothing is near.
func Suggest(name string, candidates []string, otherwise string) string {
	near := Names(name, candidates, 3)
	if len(near) == 0 {
		return otherwise
	}
	for i, n := range near {
		near[i] = fmt.Sprintf("%q", n)
	}
	return "did you mean " + strings.Join(near, " or ") + "?"
}

// letters counts letters, several kinds together. It tells cheaply of most words that they are not near.
type letters [64]int

func lettersOf(lower string) *letters {
	var l letters
	for _, r := range lower {
		l[int(r)%len(l)]++
	}
	return &l
}

// near is false only for words that are further away than limit: so many letters are too many, or missing.
func (l *letters) near(word string, limit int) bool {
	rest := *l
	for _, r := range word {
		rest[int(unicode.ToLower(r))%len(rest)]--
	}
	missing, extra := 0, 0
	for _, n := range rest {
		missing, extra = missing+max(n, 0), extra+max(-n, 0)
	}
	return missing <= limit && extra <= limit
}

// distance is the number of letters to insert, remove, replace or swap; limit+1 if it is more than limit.
func distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > limit || len(y)-len(x) > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}
