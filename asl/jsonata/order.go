package jsonata

import (
	"sort"
	"strconv"

	"github.com/stepwise-go/stepwise/ordjson"
)

// arrayIndex tells whether JavaScript takes a key for an array index. Such keys come first in an
// object, by value; the others follow as they were added.
func arrayIndex(key string) (uint32, bool) {
	if key == "" || key[0] < '0' || key[0] > '9' || len(key) > 10 || key[0] == '0' && len(key) > 1 {
		return 0, false
	}
	n, err := strconv.ParseUint(key, 10, 32)
	return uint32(n), err == nil && n < 1<<32-1
}

// inOrder returns the object with its members in JavaScript's order: itself if they are.
func inOrder(o *ordjson.Object) *ordjson.Object {
	for i := range o.Len() {
		if _, ok := arrayIndex(o.At(i).Key); ok {
			return reordered(o)
		}
	}
	return o
}

func reordered(o *ordjson.Object) *ordjson.Object {
	var indexes, rest []ordjson.Member
	for i := range o.Len() {
		if m := o.At(i); isIndex(m.Key) {
			indexes = append(indexes, m)
		} else {
			rest = append(rest, m)
		}
	}
	sort.SliceStable(indexes, func(i, j int) bool {
		a, _ := arrayIndex(indexes[i].Key)
		b, _ := arrayIndex(indexes[j].Key)
		return a < b
	})
	return ordjson.NewObject(append(indexes, rest...)...)
}

func isIndex(key string) bool { _, ok := arrayIndex(key); return ok }
