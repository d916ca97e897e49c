package dataflow

// joiner joins and compares shapes, and counts how often.
type joiner struct{ work int }

// maxWork bounds the work for machines in whose loops objects come to hold others, and these again others, in
// exponentially many ways.
const maxWork = 2_000_000

// more tells whether there may be more work.
func (j *joiner) more() bool {
	j.work++
	return j.work <= maxWork
}

func (j *joiner) exhausted() bool { return j.work > maxWork }

// join returns the shape of a value that has one of two shapes.
func join(a, b *Shape, depth int) *Shape { return new(joiner).join(a, b, depth) }

// sum joins one more shape to those so far; nil is none.
func (j *joiner) sum(soFar, more *Shape, depth int) *Shape {
	switch {
	case soFar == nil:
		return more
	case more == nil:
		return soFar
	}
	return j.join(soFar, more, depth)
}

func (j *joiner) join(a, b *Shape, depth int) *Shape {
	switch {
	case a == b:
		return a
	case a.isAny() || b.isAny() || depth > maxDepth || !j.more():
		return Any
	}
	out := &Shape{kinds: a.kinds | b.kinds}
	switch aObject, bObject := a.kinds&Object != 0, b.kinds&Object != 0; {
	case aObject && bObject:
		out.open = a.open || b.open
		out.fields = j.joinFields(a, b, depth)
	case aObject:
		out.open, out.fields = a.open, a.fields
	case bObject:
		out.open, out.fields = b.open, b.fields
	}
	switch aArray, bArray := a.kinds&Array != 0, b.kinds&Array != 0; {
	case aArray && bArray && a.elem != nil && b.elem != nil:
		out.elem = j.join(a.elem, b.elem, depth+1)
	case aArray && !bArray:
		out.elem = a.elem
	case bArray && !aArray:
		out.elem = b.elem
	}
	return out
}

func (j *joiner) joinFields(a, b *Shape, depth int) fields {
	return merge{
		both: func(f, g field) field { return field{j.join(f.shape, g.shape, depth+1), f.optional || g.optional} },
		a:    func(f field) field { return maybe(f, b.open) },
		b:    func(f field) field { return maybe(f, a.open) },
	}.of(a.fields, b.fields)
}

// equal tells whether two shapes say the same.
func equal(a, b *Shape, depth int) bool { return new(joiner).equal(a, b, depth) }

func (j *joiner) equal(a, b *Shape, depth int) bool {
	if a == b || depth > maxDepth+2 || !j.more() {
		return true
	}
	a, b = a.known(), b.known()
	if a.kinds != b.kinds || a.open != b.open || (a.elem == nil) != (b.elem == nil) {
		return false
	}
	if !j.equalFields(a.fields, b.fields, depth+1) {
		return false
	}
	return a.elem == nil || j.equal(a.elem, b.elem, depth+1)
}

// equalFields tells whether both have the same fields with the same in them.
func (j *joiner) equalFields(a, b fields, depth int) bool { return j.equalNodes(a.root, b.root, depth) }

func (j *joiner) equalNodes(a, b *fieldNode, depth int) bool {
	switch {
	case a == b:
		return true
	case a == nil || b == nil || a.name != b.name || a.field.optional != b.field.optional || !j.equal(a.field.shape, b.field.shape, depth):
		return false
	}
	return j.equalNodes(a.left, b.left, depth) && j.equalNodes(a.right, b.right, depth)
}
