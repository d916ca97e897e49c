package sim

import (
	"cmp"
	"crypto/md5"
	"encoding/hex"
	"slices"
	"strings"
	"time"
)

// Object is an object in a bucket.
type Object struct {
	Bucket, Key  string
	Body         []byte
	LastModified time.Time
	StorageClass string // "" is STANDARD
}

// ETag is the entity tag that S3 gives an object that was put in one piece.
func (o *Object) ETag() string {
	sum := md5.Sum(o.Body)
	return `"` + hex.EncodeToString(sum[:]) + `"`
}

// ObjectStore is where ItemReader finds objects and ResultWriter puts them.
type ObjectStore interface {
	GetObject(bucket, key string) (Object, bool)
	PutObject(o Object)
	// ListObjects returns the objects whose keys begin with the prefix, by key.
	ListObjects(bucket, prefix string) []Object
}

// memoryStore is the store of one run.
type memoryStore struct{ objects []Object }

func (c *config) objectStore() ObjectStore {
	store := c.store
	if store == nil {
		store = &memoryStore{}
	}
	for _, o := range c.objects {
		if o.LastModified.IsZero() {
			o.LastModified = c.start
		}
		store.PutObject(o)
	}
	return store
}

func (m *memoryStore) find(bucket, key string) (int, bool) {
	return slices.BinarySearchFunc(m.objects, Object{Bucket: bucket, Key: key}, func(a, b Object) int {
		return cmp.Or(strings.Compare(a.Bucket, b.Bucket), strings.Compare(a.Key, b.Key))
	})
}

func (m *memoryStore) GetObject(bucket, key string) (Object, bool) {
	i, ok := m.find(bucket, key)
	if !ok {
		return Object{}, false
	}
	return m.objects[i], true
}

func (m *memoryStore) PutObject(o Object) {
	i, ok := m.find(o.Bucket, o.Key)
	if ok {
		m.objects[i] = o
		return
	}
	m.objects = slices.Insert(m.objects, i, o)
}

func (m *memoryStore) DeleteObject(bucket, key string) {
	if i, ok := m.find(bucket, key); ok {
		m.objects = slices.Delete(m.objects, i, i+1)
	}
}

func (m *memoryStore) ListObjects(bucket, prefix string) []Object {
	var out []Object
	for _, o := range m.objects {
		if o.Bucket == bucket && strings.HasPrefix(o.Key, prefix) {
			out = append(out, o)
		}
	}
	return out
}
