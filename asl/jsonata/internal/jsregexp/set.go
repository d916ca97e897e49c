package jsregexp

import "unicode"

// set is a set of code units.
type set struct {
	ranges   []span
	sets     []*set
	negative bool
}

type span struct{ low, high uint16 }

func (s *set) add(low, high uint16, other *set) {
	if other != nil {
		s.sets = append(s.sets, other)
	} else {
		s.ranges = append(s.ranges, span{low, high})
	}
}

func (s *set) has(c uint16) bool {
	for _, r := range s.ranges {
		if c >= r.low && c <= r.high {
			return !s.negative
		}
	}
	for _, other := range s.sets {
		if other.has(c) {
			return !s.negative
		}
	}
	return s.negative
}

// hasFold is has for a match that does not tell capital from small letters.
func (s *set) hasFold(c uint16) bool {
	positive := set{ranges: s.ranges, sets: s.sets}
	if positive.has(c) {
		return !s.negative
	}
	for f := unicode.SimpleFold(rune(c)); f != rune(c); f = unicode.SimpleFold(f) {
		if f <= 0xffff && canonical(uint16(f)) == canonical(c) && positive.has(uint16(f)) {
			return !s.negative
		}
	}
	return s.negative
}

// canonical is what characters are compared by when case does not matter: the capital letter,
// unless a character beyond ASCII would become one of ASCII.
func canonical(c uint16) uint16 {
	if c < 0x80 {
		if c >= 'a' && c <= 'z' {
			return c - 32
		}
		return c
	}
	u := unicode.ToUpper(rune(c))
	if u < 0x80 || u > 0xffff || c == 'ß' {
		return c
	}
	return uint16(u)
}

func isWord(c uint16) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
}

func isLineEnd(c uint16) bool { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 }

var (
	notLineEnd = &set{negative: true, ranges: []span{{'\n', '\n'}, {'\r', '\r'}, {0x2028, 0x2029}}}

	digitSet = []span{{'0', '9'}}
	wordSet  = []span{{'a', 'z'}, {'A', 'Z'}, {'0', '9'}, {'_', '_'}}
	spaceSet = []span{
		{'\t', '\r'}, {' ', ' '}, {0xa0, 0xa0}, {0x1680, 0x1680}, {0x2000, 0x200a}, {0x2028, 0x2029},
		{0x202f, 0x202f}, {0x205f, 0x205f}, {0x3000, 0x3000}, {0xfeff, 0xfeff},
	}

	classes = map[uint16]*set{
		'd': {ranges: digitSet}, 'D': {ranges: digitSet, negative: true},
		'w': {ranges: wordSet}, 'W': {ranges: wordSet, negative: true},
		's': {ranges: spaceSet}, 'S': {ranges: spaceSet, negative: true},
	}
)
