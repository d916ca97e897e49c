package jsregexp

const (
	maxSteps = 10_000_000
	maxStack = 2_000_000
)

// machine matches at one place. It remembers on a stack where else it could go on, and what to undo before.
type machine struct {
	re    *Regexp
	text  []uint16
	caps  []int
	regs  []int
	stack []choice
	steps int
	alive func() error
}

// choice is a place to go on from, or, with pc below zero, a capture or register to restore.
type choice struct {
	pc, pos int
	last    int // of a span: the other end of the positions to try
	step    int // of a span: towards last
}

const (
	undoCap = -1
	undoReg = -2
)

func (m *machine) set(slot *int, kind, i, v int) {
	m.stack = append(m.stack, choice{pc: kind, pos: i, last: *slot})
	*slot = v
}

// fall goes back to the last choice above base.
func (m *machine) fall(base int) (pc, pos int, ok bool) {
	for len(m.stack) > base {
		top := &m.stack[len(m.stack)-1]
		switch {
		case top.pc == undoCap:
			m.caps[top.pos] = top.last
		case top.pc == undoReg:
			m.regs[top.pos] = top.last
		default:
			pc, pos = top.pc, top.pos
			if top.step != 0 && pos != top.last {
				top.pos += top.step
				return pc, pos, true
			}
			m.stack = m.stack[:len(m.stack)-1]
			return pc, pos, true
		}
		m.stack = m.stack[:len(m.stack)-1]
	}
	return 0, 0, false
}

// run matches from an instruction on until opMatch.
func (m *machine) run(pc, pos int) (bool, error) {
	base := len(m.stack)
	for {
		if m.steps++; m.steps > maxSteps || len(m.stack) > maxStack {
			return false, ErrSteps
		}
		if m.steps&0xffff == 0 && m.alive != nil {
			if err := m.alive(); err != nil {
				return false, err
			}
		}
		i := &m.re.prog[pc]
		ok := true
		switch i.op {
		case opMatch:
			m.commit(base)
			return true, nil
		case opChar, opSet:
			pos, ok = m.one(i, pos)
		case opSplit:
			m.stack = append(m.stack, choice{pc: i.to, pos: pos})
		case opJump:
			pc = i.to - 1
		case opSave:
			m.set(&m.caps[i.n], undoCap, i.n, pos)
		case opReset:
			for n := i.n; n < i.max; n++ {
				if m.caps[n] != -1 {
					m.set(&m.caps[n], undoCap, n, -1)
				}
			}
		case opBegin:
			ok = pos == 0 || m.re.multi && isLineEnd(m.text[pos-1])
		case opEnd:
			ok = pos == len(m.text) || m.re.multi && isLineEnd(m.text[pos])
		case opWord, opNotWord:
			ok = m.atWord(pos) == (i.op == opWord)
		case opBack:
			pos, ok = m.backReference(i, pos)
		case opLook:
			found, err := m.look(pc+1, pos, i.negative)
			if err != nil {
				return false, err
			}
			ok = found != i.negative
			pc = i.to - 1
		case opSpan:
			pos, ok = m.span(i, pc, pos)
		case opSet0:
			m.set(&m.regs[i.n], undoReg, i.n, 0)
		case opLoop:
			pc = m.loop(i, pc, pos)
		case opMark:
			m.set(&m.regs[i.n], undoReg, i.n, pos)
		case opLoopEnd:
			n := m.regs[i.n]
			if ok = n < i.min || pos != m.regs[i.n+1]; ok {
				m.set(&m.regs[i.n], undoReg, i.n, n+1)
				pc = i.to - 1
			}
		}
		if ok {
			pc++
			continue
		}
		if pc, pos, ok = m.fall(base); !ok {
			return false, nil
		}
	}
}

// commit forgets the choices above base but not what to undo.
func (m *machine) commit(base int) {
	kept := m.stack[:base]
	for _, c := range m.stack[base:] {
		if c.pc < 0 {
			kept = append(kept, c)
		}
	}
	m.stack = kept
}

// look runs what look-around holds. If it is negative, captures inside are forgotten.
func (m *machine) look(pc, pos int, negative bool) (bool, error) {
	base := len(m.stack)
	found, err := m.run(pc, pos)
	if found && negative {
		m.fall(base)
	}
	return found, err
}

func (m *machine) is(i *inst, c uint16) bool {
	switch {
	case i.set == nil && m.re.fold:
		return canonical(c) == i.c
	case i.set == nil:
		return c == i.c
	case m.re.fold:
		return i.set.hasFold(c)
	}
	return i.set.has(c)
}

func (m *machine) one(i *inst, pos int) (int, bool) {
	if i.back {
		return pos - 1, pos > 0 && m.is(i, m.text[pos-1])
	}
	return pos + 1, pos < len(m.text) && m.is(i, m.text[pos])
}

// span matches one character many times, and remembers in one entry all the places to stop at.
func (m *machine) span(i *inst, pc, pos int) (int, bool) {
	step, n, at := 1, 0, pos
	if i.back {
		step = -1
	}
	for n < i.max {
		next, ok := m.one(i, at)
		if !ok {
			break
		}
		at = next
		n++
	}
	m.steps += n / 8
	if n < i.min {
		return pos, false
	}
	least := pos + step*i.min
	switch {
	case at == least:
	case i.lazy:
		m.stack = append(m.stack, choice{pc: pc + 1, pos: least + step, last: at, step: step})
		return least, true
	default:
		m.stack = append(m.stack, choice{pc: pc + 1, pos: at - step, last: least, step: -step})
	}
	return at, true
}

// loop decides whether a loop goes round again; it returns the instruction before the next one.
func (m *machine) loop(i *inst, pc, pos int) int {
	n := m.regs[i.n]
	exit := i.to - 1
	switch {
	case n >= i.max:
		return exit
	case n < i.min:
	case i.lazy:
		m.stack = append(m.stack, choice{pc: pc + 1, pos: pos})
		return exit
	default:
		m.stack = append(m.stack, choice{pc: i.to, pos: pos})
	}
	return pc
}

func (m *machine) atWord(pos int) bool {
	before := pos > 0 && isWord(m.text[pos-1])
	after := pos < len(m.text) && isWord(m.text[pos])
	return before != after
}

// backReference matches what a group matched; a group that took no part matches nothing.
func (m *machine) backReference(i *inst, pos int) (int, bool) {
	from, to := m.caps[2*i.n], m.caps[2*i.n+1]
	if from < 0 || to < 0 {
		return pos, true
	}
	n := to - from
	start := pos
	if i.back {
		start = pos - n
	}
	if start < 0 || start+n > len(m.text) {
		return pos, false
	}
	for k := range n {
		a, b := m.text[from+k], m.text[start+k]
		if a != b && !(m.re.fold && canonical(a) == canonical(b)) {
			return pos, false
		}
	}
	if i.back {
		return start, true
	}
	return pos + n, true
}
