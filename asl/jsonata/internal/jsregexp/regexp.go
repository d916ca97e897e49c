package jsregexp

import (
	"errors"
	"fmt"
	"slices"
)

// ErrSteps says that matching was given up after too many steps.
var ErrSteps = errors.New("too many steps")

// SyntaxError says what is wrong with an expression.
type SyntaxError struct{ Message string }

func (e *SyntaxError) Error() string { return e.Message }

func fail(format string, args ...any) { panic(&SyntaxError{fmt.Sprintf(format, args...)}) }

// Regexp is a compiled expression. It is immutable.
type Regexp struct {
	prog   []inst
	groups int // capturing groups, the whole match included
	regs   int
	fold   bool
	multi  bool
}

// Compile reads an expression; the flags may be i and m.
func Compile(source, flags string) (re *Regexp, err error) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case *SyntaxError:
			re, err = nil, e
		default:
			panic(e)
		}
	}()
	p := newParser(source)
	tree := p.disjunction()
	if p.pos < len(p.src) {
		fail("Unmatched ')'")
	}
	c := compiler{re: &Regexp{groups: p.groups + 1}}
	for _, f := range flags {
		c.re.fold = c.re.fold || f == 'i'
		c.re.multi = c.re.multi || f == 'm'
	}
	if len(flags) > 1 && flags[0] == flags[1] || len(flags) > 2 {
		fail("Invalid flags '%s'", flags)
	}
	c.emit(inst{op: opSave, n: 0})
	c.node(tree, false)
	c.emit(inst{op: opSave, n: 1})
	c.emit(inst{op: opMatch})
	return c.re, nil
}

// Find looks for the first match that begins at from or later. It returns the offsets of the match and of
// each group, -1 for a group that took no part, or nil. It asks alive now and then whether to go on.
func (re *Regexp) Find(text []uint16, from int, alive func() error) ([]int, error) {
	m := &machine{re: re, text: text, alive: alive, caps: make([]int, 2*re.groups), regs: make([]int, re.regs)}
	for at := from; at <= len(text); at++ {
		if first := re.prog[1]; first.op == opChar && !re.fold {
			skip := slices.Index(text[at:], first.c)
			if skip < 0 {
				return nil, nil
			}
			at += skip
		}
		for i := range m.caps {
			m.caps[i] = -1
		}
		ok, err := m.run(0, at)
		if err != nil {
			return nil, err
		}
		if ok {
			return m.caps, nil
		}
	}
	return nil, nil
}
