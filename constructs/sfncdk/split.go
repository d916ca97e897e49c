package sfncdk

import (
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Sizes of policies in characters. An inline policy counts against the 10,240 of all inline policies
// of a role; half of it is left for what is granted to the role by others.
//
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
const (
	inlineLimit     = 5000
	managedLimit    = 6144 - 144
	managedPolicies = 10
	// tokenSize is how long the value of a token is taken to be: that of a long ARN.
	tokenSize = 150
	frame     = len(`{"Version":"2012-10-17","Statement":[]}`)
)

// split divides statements into policies: the first is the inline one, the others are managed.
// What fits inline stays inline; a statement that is too large for one policy is divided by its resources.
func split(statements []iam.Statement, inline, managed int) [][]iam.Statement {
	total := frame
	for _, s := range statements {
		total += size(s)
	}
	if total <= inline {
		return [][]iam.Statement{statements}
	}
	parts := [][]iam.Statement{nil}
	room := inline - frame
	for _, s := range statements {
		for _, piece := range pieces(s, managed-frame) {
			n := size(piece)
			if n > room {
				parts = append(parts, nil)
				room = managed - frame
			}
			parts[len(parts)-1] = append(parts[len(parts)-1], piece)
			room -= n
		}
	}
	return parts
}

// pieces divides a statement by its resources until each piece fits.
func pieces(s iam.Statement, limit int) []iam.Statement {
	if size(s) <= limit || len(s.Resources) < 2 {
		return []iam.Statement{s}
	}
	half := len(s.Resources) / 2
	a, b := s, s
	a.Resources, b.Resources = s.Resources[:half], s.Resources[half:]
	return append(pieces(a, limit), pieces(b, limit)...)
}

// size is how many characters a statement has, tokens at their estimated length.
func size(s iam.Statement) int {
	text := ordjson.String(s.JSON())
	n := len(text) + 1
	for _, t := range findTokens(text) {
		n += tokenSize - (t[1] - t[0])
	}
	return n
}
