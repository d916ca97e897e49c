package validate

// varSet is a set of variables by number. It does not change: with and meet return sets that share with the old
// what is the same in both. A machine assigns one variable after the other, and ways that part and join again differ
// in a few, so that whole copies would be most of the work.
type varSet []*varBlock

// varBlock is a part of a set, a bit for each variable.
type varBlock [16]uint64

const varsInBlock = len(varBlock{}) * 64

func (s varSet) has(n int) bool {
	b := s.block(n / varsInBlock)
	return b != nil && b[n%varsInBlock/64]&(1<<(n%64)) != 0
}

func (s varSet) block(i int) *varBlock {
	if i < len(s) {
		return s[i]
	}
	return nil
}

// with returns the set with one more variable in it.
func (s varSet) with(n int) varSet {
	if s.has(n) {
		return s
	}
	at := n / varsInBlock
	out := make(varSet, max(len(s), at+1))
	copy(out, s)
	var b varBlock
	if out[at] != nil {
		b = *out[at]
	}
	b[n%varsInBlock/64] |= 1 << (n % 64)
	out[at] = &b
	return out
}

// meet returns what is in both sets: s itself if that is all of it.
func (s varSet) meet(o varSet) varSet {
	out := s
	for i, b := range s {
		c := o.block(i)
		if b == nil || b == c {
			continue
		}
		if both := b.meet(c); both != b {
			if &out[0] == &s[0] {
				out = append(varSet(nil), s...)
			}
			out[i] = both
		}
	}
	return out
}

// meet returns what is in both blocks: one of them if that is all of it, nil if it is nothing.
func (b *varBlock) meet(c *varBlock) *varBlock {
	if c == nil {
		return nil
	}
	var both varBlock
	for i := range both {
		both[i] = b[i] & c[i]
	}
	switch both {
	case *b:
		return b
	case *c:
		return c
	case varBlock{}:
		return nil
	}
	return &both
}

// same tells whether a set that meet returned is still s.
func (s varSet) same(o varSet) bool { return len(s) == 0 || &s[0] == &o[0] }
