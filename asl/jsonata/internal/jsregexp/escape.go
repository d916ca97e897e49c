package jsregexp

import "strings"

// escape reads what follows a backslash outside a class.
func (p *parser) escape() (*node, bool) {
	c := p.peek()
	switch {
	case c == 'b':
		p.pos++
		return &node{kind: nodeWord}, false
	case c == 'B':
		p.pos++
		return &node{kind: nodeNotWord}, false
	case c == 'k' && len(p.names) > 0:
		p.pos++
		if !p.skip("<") {
			fail("Invalid named reference")
		}
		n, ok := p.names[p.groupName()]
		if !ok {
			fail("Invalid named capture referenced")
		}
		return &node{kind: nodeBack, n: n}, true
	case c >= '1' && c <= '9':
		start := p.pos
		if n, _ := p.digits(); n <= p.total {
			return &node{kind: nodeBack, n: n}, true
		}
		p.pos = start
	}
	if s := p.classEscape(); s != nil {
		return &node{kind: nodeSet, set: s}, true
	}
	return &node{kind: nodeChar, c: p.charEscape(false)}, true
}

// classEscape reads \d and the like.
func (p *parser) classEscape() *set {
	s, ok := classes[p.peek()]
	if !ok || p.pos >= len(p.src) {
		return nil
	}
	p.pos++
	return s
}

// charEscape reads an escape that stands for one code unit.
func (p *parser) charEscape(inClass bool) uint16 {
	if p.pos >= len(p.src) {
		fail(`\ at end of pattern`)
	}
	c := p.src[p.pos]
	p.pos++
	switch c {
	case 't':
		return '\t'
	case 'n':
		return '\n'
	case 'v':
		return '\v'
	case 'f':
		return '\f'
	case 'r':
		return '\r'
	case 'b':
		if inClass {
			return '\b'
		}
	case 'c':
		next := p.peek()
		letter := next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z'
		if letter || inClass && isWord(next) {
			p.pos++
			return next % 32
		}
		p.pos--
		return '\\'
	case 'x':
		return p.hex(2, c)
	case 'u':
		return p.hex(4, c)
	}
	if c >= '0' && c <= '7' {
		return p.octal(c - '0')
	}
	return c
}

// hex reads exactly so many hexadecimal digits; without them the letter stands for itself.
func (p *parser) hex(digits int, letter uint16) uint16 {
	if p.pos+digits > len(p.src) {
		return letter
	}
	v := 0
	for i := range digits {
		at := strings.IndexRune("0123456789abcdefABCDEF", rune(p.src[p.pos+i]))
		if at < 0 {
			return letter
		}
		if at > 15 {
			at -= 6
		}
		v = v<<4 | at
	}
	p.pos += digits
	return uint16(v)
}

// octal reads up to two more octal digits, as long as the value stays below 256.
func (p *parser) octal(v uint16) uint16 {
	for range 2 {
		c := p.peek()
		if p.pos >= len(p.src) || c < '0' || c > '7' || v*8+c-'0' > 0xff {
			break
		}
		v = v*8 + c - '0'
		p.pos++
	}
	return v
}

// class reads the rest of [ ].
func (p *parser) class() *set {
	s := &set{negative: p.skip("^")}
	for {
		if p.pos >= len(p.src) {
			fail("Unterminated character class")
		}
		if p.skip("]") {
			return s
		}
		low, lowSet := p.classAtom()
		if !p.has("-") || p.pos+1 >= len(p.src) || p.src[p.pos+1] == ']' {
			s.add(low, low, lowSet)
			continue
		}
		p.pos++
		high, highSet := p.classAtom()
		switch {
		case lowSet != nil || highSet != nil:
			s.add(low, low, lowSet)
			s.add('-', '-', nil)
			s.add(high, high, highSet)
		case low > high:
			fail("Range out of order in character class")
		default:
			s.add(low, high, nil)
		}
	}
}

func (p *parser) classAtom() (uint16, *set) {
	c := p.src[p.pos]
	p.pos++
	if c != '\\' {
		return c, nil
	}
	if s := p.classEscape(); s != nil {
		return 0, s
	}
	return p.charEscape(true), nil
}
