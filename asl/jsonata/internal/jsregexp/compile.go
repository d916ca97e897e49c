package jsregexp

type opcode uint8

const (
	opMatch opcode = iota
	opChar
	opSet
	opSplit   // try next, then to
	opJump    // to
	opSave    // n
	opReset   // groups n to max
	opBegin   // ^
	opEnd     // $
	opWord    // \b
	opNotWord // \B
	opBack    // group n
	opLook    // what follows, up to the next match; then to
	opSpan    // the character or set repeated
	opSet0    // register n becomes 0
	opLoop    // register n counts from min to max; the body follows, then to
	opMark    // register n becomes the position
	opLoopEnd // back to to, unless nothing was consumed since the mark
)

const maxProgram = 200_000 // instructions

type inst struct {
	op       opcode
	c        uint16
	set      *set
	n        int
	to       int
	min, max int
	lazy     bool
	back     bool // matches to the left
	negative bool
}

type compiler struct{ re *Regexp }

func (c *compiler) emit(i inst) int {
	if len(c.re.prog) > maxProgram {
		fail("Regular expression too large")
	}
	c.re.prog = append(c.re.prog, i)
	return len(c.re.prog) - 1
}

func (c *compiler) here(at int) { c.re.prog[at].to = len(c.re.prog) }

// node emits code for a node; back says that it matches to the left, as look-behind does.
func (c *compiler) node(n *node, back bool) {
	switch n.kind {
	case nodeChar:
		c.emit(c.single(n, back))
	case nodeSet:
		c.emit(c.single(n, back))
	case nodeSeq:
		for i := range n.list {
			if back {
				i = len(n.list) - 1 - i
			}
			c.node(n.list[i], back)
		}
	case nodeAlt:
		c.alternatives(n, back)
	case nodeGroup:
		first, second := 2*n.n, 2*n.n+1
		if back {
			first, second = second, first
		}
		c.emit(inst{op: opSave, n: first})
		c.node(n.list[0], back)
		c.emit(inst{op: opSave, n: second})
	case nodeRepeat:
		c.repeat(n, back)
	case nodeBegin:
		c.emit(inst{op: opBegin})
	case nodeEnd:
		c.emit(inst{op: opEnd})
	case nodeWord:
		c.emit(inst{op: opWord})
	case nodeNotWord:
		c.emit(inst{op: opNotWord})
	case nodeBack:
		c.emit(inst{op: opBack, n: n.n, back: back})
	case nodeLook:
		at := c.emit(inst{op: opLook, negative: n.negative})
		c.node(n.list[0], n.behind)
		c.emit(inst{op: opMatch})
		c.here(at)
	}
}

func (c *compiler) single(n *node, back bool) inst {
	if n.kind == nodeSet {
		return inst{op: opSet, set: n.set, back: back}
	}
	char := n.c
	if c.re.fold {
		char = canonical(char)
	}
	return inst{op: opChar, c: char, back: back}
}

func (c *compiler) alternatives(n *node, back bool) {
	var ends []int
	for i, part := range n.list {
		if i == len(n.list)-1 {
			c.node(part, back)
			break
		}
		split := c.emit(inst{op: opSplit})
		c.node(part, back)
		ends = append(ends, c.emit(inst{op: opJump}))
		c.here(split)
	}
	for _, at := range ends {
		c.here(at)
	}
}

func (c *compiler) repeat(n *node, back bool) {
	body := n.list[0]
	for body.kind == nodeSeq && len(body.list) == 1 {
		body = body.list[0]
	}
	if body.kind == nodeChar || body.kind == nodeSet {
		i := c.single(body, back)
		i.op, i.min, i.max, i.lazy = opSpan, n.min, n.max, n.lazy
		c.emit(i)
		return
	}
	count := c.re.regs
	c.re.regs += 2
	c.emit(inst{op: opSet0, n: count})
	loop := c.emit(inst{op: opLoop, n: count, min: n.min, max: n.max, lazy: n.lazy})
	c.emit(inst{op: opMark, n: count + 1})
	if n.first < n.n {
		c.emit(inst{op: opReset, n: 2 * n.first, max: 2 * n.n})
	}
	c.node(body, back)
	c.emit(inst{op: opLoopEnd, n: count, to: loop, min: n.min})
	c.here(loop)
}
