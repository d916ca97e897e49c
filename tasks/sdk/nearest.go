package sdk

import (
	"cmp"
	"iter"
	"slices"
	"strings"
)

const maxNearest = 3

// nearest returns up to max of the names that are spelled like name, the nearest
// first. Case and punctuation count for nothing.
func nearest(name string, names iter.Seq[string], max int) []string {
	type match struct {
		name     string
		distance int
	}
	wanted := fold(name)
	if wanted == "" {
		return nil
	}
	limit := min(1+len(wanted)/4, 6)
	var found []match
	for n := range names {
		folded := fold(n)
		d := distance(wanted, folded, limit)
		if d > limit && len(wanted) >= 4 && strings.Contains(folded, wanted) {
			d = limit
		}
		if d <= limit {
			found = append(found, match{n, d})
		}
	}
	slices.SortStableFunc(found, func(a, b match) int {
		return cmp.Or(a.distance-b.distance, len(a.name)-len(b.name))
	})
	var out []string
	for _, m := range found[:min(len(found), max)] {
		out = append(out, m.name)
	}
	return out
}

// fold lowers the case and drops everything but letters and digits.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'A' <= r && r <= 'Z':
			return r - 'A' + 'a'
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9', r > 127:
			return r
		}
		return -1
	}, s)
}

// distance is the edit distance of a and b, or limit+1 when it is over the limit.
func distance(a, b string, limit int) int {
	if a == b {
		return 0
	}
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i
		best := i
		for j := 1; j <= len(b); j++ {
			d := diagonal
			if a[i-1] != b[j-1] {
				d = 1 + min(diagonal, row[j], row[j-1])
			}
			diagonal, row[j] = row[j], d
			best = min(best, d)
		}
		if best > limit {
			return limit + 1
		}
	}
	return row[len(b)]
}
