// Package slab makes values many at a time, for those that are all dropped together: the garbage collector and the
// allocator have less to do.
package slab

import "slices"

// most is how many values are made at once in the end.
const most = 64

// Slab makes values of one type. The zero Slab is ready.
type Slab[T any] struct {
	free []T
	last int // how many were made the last time
}

// New returns a zero value.
func (s *Slab[T]) New() *T {
	if len(s.free) == 0 {
		s.last = min(2*s.last+1, most)
		s.free = make([]T, s.last)
	}
	v := &s.free[0]
	s.free = s.free[1:]
	return v
}

// Append is append that makes room for twice as many when there is none, where append goes on in smaller steps.
func Append[T any](list []T, v T) []T {
	if len(list) == cap(list) {
		list = slices.Grow(list, max(4, len(list)))
	}
	return append(list, v)
}
