package jsregexp

import (
	"math"
	"unicode/utf16"
)

type nodeKind uint8

const (
	nodeEmpty nodeKind = iota
	nodeChar
	nodeSet
	nodeSeq
	nodeAlt
	nodeGroup // capturing
	nodeRepeat
	nodeBegin
	nodeEnd
	nodeWord
	nodeNotWord
	nodeBack
	nodeLook
)

type node struct {
	kind     nodeKind
	c        uint16
	set      *set
	list     []*node
	n        int // number of a group
	min, max int
	lazy     bool
	behind   bool
	negative bool
	first    int // groups inside: from first up to, not including, n
}

type parser struct {
	src    []uint16
	pos    int
	groups int
	total  int // groups in all of the source
	names  map[string]int
	depth  int
}

func newParser(source string) *parser {
	p := &parser{src: utf16.Encode([]rune(source)), names: map[string]int{}}
	p.scan()
	return p
}

// scan counts the groups, which decides what a backslash with digits means.
func (p *parser) scan() {
	inSet := false
	for i := 0; i < len(p.src); i++ {
		switch c := p.src[i]; {
		case c == '\\':
			i++
		case inSet:
			inSet = c != ']'
		case c == '[':
			inSet = true
		case c == '(':
			if i+1 >= len(p.src) || p.src[i+1] != '?' {
				p.total++
			} else if i+3 < len(p.src) && p.src[i+2] == '<' && p.src[i+3] != '=' && p.src[i+3] != '!' {
				p.total++
				end := i + 3
				for end < len(p.src) && p.src[end] != '>' {
					end++
				}
				name := string(utf16.Decode(p.src[i+3 : end]))
				if _, twice := p.names[name]; twice {
					fail("Duplicate capture group name")
				}
				p.names[name] = p.total
			}
		}
	}
}

func (p *parser) peek() uint16 {
	if p.pos < len(p.src) {
		return p.src[p.pos]
	}
	return 0
}

func (p *parser) has(text string) bool {
	if p.pos+len(text) > len(p.src) {
		return false
	}
	for i := range len(text) {
		if p.src[p.pos+i] != uint16(text[i]) {
			return false
		}
	}
	return true
}

func (p *parser) skip(text string) bool {
	if !p.has(text) {
		return false
	}
	p.pos += len(text)
	return true
}

func (p *parser) disjunction() *node {
	if p.depth++; p.depth > 500 {
		fail("Too many nested groups")
	}
	defer func() { p.depth-- }()
	alt := &node{kind: nodeAlt}
	for {
		seq := &node{kind: nodeSeq}
		for p.pos < len(p.src) && p.peek() != '|' && p.peek() != ')' {
			seq.list = append(seq.list, p.term())
		}
		alt.list = append(alt.list, seq)
		if !p.skip("|") {
			break
		}
	}
	if len(alt.list) == 1 {
		return alt.list[0]
	}
	return alt
}

func (p *parser) term() *node {
	first := p.groups
	n, repeatable := p.atom()
	min, max, ok := p.quantifier()
	if !ok {
		return n
	}
	if !repeatable {
		fail("Nothing to repeat")
	}
	if min > max {
		fail("numbers out of order in {} quantifier")
	}
	return &node{kind: nodeRepeat, list: []*node{n}, min: min, max: max, lazy: p.skip("?"), first: first + 1, n: p.groups + 1}
}

// quantifier reads a quantifier if there is one.
func (p *parser) quantifier() (min, max int, ok bool) {
	switch {
	case p.skip("*"):
		return 0, math.MaxInt, true
	case p.skip("+"):
		return 1, math.MaxInt, true
	case p.skip("?"):
		return 0, 1, true
	case !p.has("{"):
		return 0, 0, false
	}
	start := p.pos
	p.pos++
	min, ok = p.digits()
	max = min
	if ok && p.skip(",") {
		if max, ok = p.digits(); !ok {
			max, ok = math.MaxInt, true
		}
	}
	if !ok || !p.skip("}") {
		p.pos = start
		return 0, 0, false
	}
	return min, max, true
}

func (p *parser) digits() (int, bool) {
	start, n := p.pos, 0
	for p.peek() >= '0' && p.peek() <= '9' {
		if n < math.MaxInt/100 {
			n = n*10 + int(p.peek()-'0')
		}
		p.pos++
	}
	return n, p.pos > start
}

func (p *parser) atom() (n *node, repeatable bool) {
	c := p.peek()
	p.pos++
	switch c {
	case '^':
		return &node{kind: nodeBegin}, false
	case '$':
		return &node{kind: nodeEnd}, false
	case '.':
		return &node{kind: nodeSet, set: notLineEnd}, true
	case '(':
		return p.group()
	case '[':
		return &node{kind: nodeSet, set: p.class()}, true
	case '\\':
		return p.escape()
	case '*', '+', '?':
		fail("Nothing to repeat")
	case '{':
		p.pos--
		if _, _, ok := p.quantifier(); ok {
			fail("Nothing to repeat")
		}
		p.pos++
	}
	return &node{kind: nodeChar, c: c}, true
}

func (p *parser) group() (n *node, repeatable bool) {
	repeatable = true
	switch {
	case p.skip("?:"):
		n = p.disjunction()
	case p.skip("?="):
		n = &node{kind: nodeLook, list: []*node{p.disjunction()}}
	case p.skip("?!"):
		n = &node{kind: nodeLook, negative: true, list: []*node{p.disjunction()}}
	case p.skip("?<="):
		n, repeatable = &node{kind: nodeLook, behind: true, list: []*node{p.disjunction()}}, false
	case p.skip("?<!"):
		n, repeatable = &node{kind: nodeLook, behind: true, negative: true, list: []*node{p.disjunction()}}, false
	case p.skip("?<"):
		p.groupName()
		n = p.capture()
	case p.has("?"):
		fail("Invalid group")
	default:
		n = p.capture()
	}
	if !p.skip(")") {
		fail("Unterminated group")
	}
	return n, repeatable
}

func (p *parser) capture() *node {
	p.groups++
	n := &node{kind: nodeGroup, n: p.groups}
	n.list = []*node{p.disjunction()}
	return n
}

// groupName reads a name up to its closing bracket.
func (p *parser) groupName() string {
	start := p.pos
	for p.pos < len(p.src) && (isWord(p.src[p.pos]) || p.src[p.pos] == '$' || p.src[p.pos] > 0x7f) {
		p.pos++
	}
	name := string(utf16.Decode(p.src[start:p.pos]))
	if name == "" || name[0] >= '0' && name[0] <= '9' || !p.skip(">") {
		fail("Invalid capture group name")
	}
	return name
}
