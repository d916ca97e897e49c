package ordjson

import (
	"iter"
	"slices"
)

// indexFrom is the number of members from which an Object keeps a hash index:
// below it a scan is faster and smaller.
const indexFrom = 9

// Object is a JSON object whose members keep their order.
// The zero value is an empty object. A nil *Object reads as empty.
// An Object may be read from many goroutines, but not while one writes it.
type Object struct {
	members []Member
	index   map[string]int
}

// Member is one member of an Object.
type Member struct {
	Key   string
	Value any
}

// NewObject returns an object with the members in the order given. Of two
// members with one key the later value stands at the earlier place.
func NewObject(members ...Member) *Object {
	o := &Object{members: make([]Member, 0, len(members))}
	for _, m := range members {
		o.Set(m.Key, m.Value)
	}
	return o
}

// Len returns the number of members.
func (o *Object) Len() int {
	if o == nil {
		return 0
	}
	return len(o.members)
}

// Get returns the value of a member and whether it is there.
func (o *Object) Get(key string) (any, bool) {
	if i := o.find(key); i >= 0 {
		return o.members[i].Value, true
	}
	return nil, false
}

// Has tells whether there is a member of that key.
func (o *Object) Has(key string) bool { return o.find(key) >= 0 }

// At returns the member at position i, from 0 to Len()-1.
func (o *Object) At(i int) Member { return o.members[i] }

// Set gives a member its value. A new member goes to the end, a known one keeps its place.
func (o *Object) Set(key string, value any) {
	if i := o.find(key); i >= 0 {
		o.members[i].Value = value
		return
	}
	o.members = append(o.members, Member{key, value})
	switch {
	case o.index != nil:
		o.index[key] = len(o.members) - 1
	case len(o.members) == indexFrom:
		o.reindex()
	}
}

// Grow makes room for n more members.
func (o *Object) Grow(n int) { o.members = slices.Grow(o.members, n) }

// Delete removes a member; the others keep their order.
func (o *Object) Delete(key string) {
	i := o.find(key)
	if i < 0 {
		return
	}
	o.members = append(o.members[:i], o.members[i+1:]...)
	if o.index != nil {
		o.reindex()
	}
}

// Keys returns the keys in order.
func (o *Object) Keys() []string {
	keys := make([]string, o.Len())
	for i := range keys {
		keys[i] = o.members[i].Key
	}
	return keys
}

// All ranges over the members in order.
func (o *Object) All() iter.Seq2[string, any] {
	return func(yield func(string, any) bool) {
		if o == nil {
			return
		}
		for _, m := range o.members {
			if !yield(m.Key, m.Value) {
				return
			}
		}
	}
}

// Clone returns a copy that shares the member values but not the list of members.
func (o *Object) Clone() *Object {
	if o == nil {
		return &Object{}
	}
	c := &Object{members: append(make([]Member, 0, len(o.members)+1), o.members...)}
	if len(c.members) >= indexFrom {
		c.reindex()
	}
	return c
}

func (o *Object) find(key string) int {
	if o == nil {
		return -1
	}
	if o.index != nil {
		if i, ok := o.index[key]; ok {
			return i
		}
		return -1
	}
	for i := range o.members {
		if o.members[i].Key == key {
			return i
		}
	}
	return -1
}

func (o *Object) reindex() {
	o.index = make(map[string]int, 2*len(o.members))
	for i, m := range o.members {
		o.index[m.Key] = i
	}
}
