package jsonata

import "strconv"

// The parent operator % is resolved at compile time: it takes a slot, and the step whose input it
// means, found by going left from it, writes each of its inputs into that slot.

// slotLabel is the name under which a slot is bound; no variable can have it.
func slotLabel(i int) string { return "!" + strconv.Itoa(i) }

// inherit passes on to n what part of it still seeks.
func (n *node) inherit(part *node) {
	n.seeking = append(n.seeking, part.seeking...)
	if part.kind == kindParent {
		n.seeking = append(n.seeking, part.slot)
	}
}

// resolveAncestry finds the steps for what the last step of a path seeks.
func (p *parser) resolveAncestry(path *node) error {
	last := len(path.list) - 1
	slots := path.list[last].seeking
	if path.list[last].kind == kindParent {
		slots = append(slots[:len(slots):len(slots)], path.list[last].slot)
	}
	for _, s := range slots {
		for i := last - 1; s.level > 0; {
			if i < 0 {
				path.seeking = append(path.seeking, s)
				break
			}
			step := path.list[i]
			i--
			// steps that bind the focus do not move the context
			for i >= 0 && step.focus != "" && path.list[i].focus != "" {
				step = path.list[i]
				i--
			}
			if err := seek(step, s); err != nil {
				return err
			}
		}
	}
	return nil
}

// seek goes one step to the left for a slot.
func seek(n *node, s *slot) error {
	switch n.kind {
	case kindName, kindWildcard:
		if s.level--; s.level == 0 {
			if n.ancestor != nil {
				s.label = n.ancestor.label
			}
			n.ancestor, n.tuple = s, true
		}
	case kindParent:
		s.level++
	case kindBlock:
		if len(n.list) > 0 {
			n.tuple = true
			return seek(n.list[len(n.list)-1], s)
		}
	case kindPath:
		n.tuple = true
		i := len(n.list) - 1
		if err := seek(n.list[i], s); err != nil {
			return err
		}
		for i--; s.level > 0 && i >= 0; i-- {
			if err := seek(n.list[i], s); err != nil {
				return err
			}
		}
	default:
		return newError("S0217").at(n.pos).token(kindNames[n.kind])
	}
	return nil
}
