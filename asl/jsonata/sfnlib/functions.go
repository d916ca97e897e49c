package sfnlib

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"fmt"
	"math"
	"math/rand/v2"
	"sync"

	"github.com/stepwise-go/stepwise/asl/jsonata"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Functions returns the set for jsonata.Env.Funcs. $random without a seed and $uuid draw from
// jsonata.Env.Random, so a simulator decides what they give. The set is shared: copy it before you change it.
func Functions() jsonata.Functions { return functions() }

var functions = sync.OnceValue(makeFunctions)

func makeFunctions() jsonata.Functions {
	set := jsonata.Functions{"eval": nil}
	for _, f := range []struct {
		name, signature string
		do              func(jsonata.Call, []any) (any, error)
	}{
		{"partition", "<an:a<a>>", partition},
		{"range", "<nnn:a<n>>", numberRange},
		{"hash", "<ss:s>", hash},
		{"random", "<n?:n>", random},
		{"uuid", "<:s>", uuid},
		{"parse", "<s:x>", parse},
	} {
		fn, err := jsonata.NewFunction(f.name, f.signature, f.do)
		if err != nil {
			panic(err) // a signature of the table above
		}
		set[f.name] = fn
	}
	return set
}

// partition is $partition(array, size): the array in pieces of so many items, the last of what is left.
func partition(_ jsonata.Call, args []any) (any, error) {
	items, ok := jsonata.Elements(args[0])
	size, isNumber := ordjson.Float(args[1])
	if !ok || !isNumber {
		return jsonata.Undefined{}, nil
	}
	if size < 1 {
		return nil, jsonata.NewError(codeSize, msgSize)
	}
	n := int(math.Min(size, math.MaxInt32))
	out := []any{}
	for len(items) > n {
		out, items = append(out, items[:n:n]), items[n:]
	}
	if len(items) > 0 {
		out = append(out, items)
	}
	return out, nil
}

// numberRange is $range(first, last, step). The result is a sequence: one number stands by itself.
func numberRange(c jsonata.Call, args []any) (any, error) {
	first, ok1 := ordjson.Float(args[0])
	last, ok2 := ordjson.Float(args[1])
	step, ok3 := ordjson.Float(args[2])
	if !ok1 || !ok2 || !ok3 {
		return jsonata.Undefined{}, nil
	}
	if step == 0 {
		return nil, jsonata.NewError(codeStep, msgStep)
	}
	count := math.Floor((last-first)/step) + 1
	if !(count <= 1e7) {
		return nil, jsonata.NewError(codeTooMany, msgTooMany)
	}
	out := make([]any, 0, max(0, int(count)))
	for i := range max(0, int(count)) {
		out = append(out, first+float64(i)*step)
	}
	if err := c.Context().Err(); err != nil {
		return nil, err
	}
	return jsonata.Sequence(out), nil
}

// hash is $hash(text, algorithm), in hexadecimal.
func hash(_ jsonata.Call, args []any) (any, error) {
	text, ok := args[0].(string)
	algorithm, ok2 := args[1].(string)
	if !ok || !ok2 {
		return jsonata.Undefined{}, nil
	}
	data := []byte(text)
	switch algorithm {
	case "MD5":
		sum := md5.Sum(data)
		return hex.EncodeToString(sum[:]), nil
	case "SHA-1":
		sum := sha1.Sum(data)
		return hex.EncodeToString(sum[:]), nil
	case "SHA-256":
		sum := sha256.Sum256(data)
		return hex.EncodeToString(sum[:]), nil
	case "SHA-384":
		sum := sha512.Sum384(data)
		return hex.EncodeToString(sum[:]), nil
	case "SHA-512":
		sum := sha512.Sum512(data)
		return hex.EncodeToString(sum[:]), nil
	}
	return nil, jsonata.NewError(codeAlgorithm, fmt.Sprintf(msgAlgorithm, algorithm))
}

// random is $random(seed): the same number for the same seed. The generator is ours, so the
// number is not the one that AWS gives.
func random(c jsonata.Call, args []any) (any, error) {
	seed, ok := ordjson.Float(args[0])
	if !ok {
		return c.Random(), nil
	}
	return rand.New(rand.NewPCG(math.Float64bits(seed), 0)).Float64(), nil
}

// uuid is $uuid(), of version 4.
func uuid(c jsonata.Call, _ []any) (any, error) {
	var b [16]byte
	for i := range b {
		b[i] = byte(c.Random() * 256)
	}
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:]), nil
}

// parse is $parse(text): the value that a JSON text stands for.
func parse(_ jsonata.Call, args []any) (any, error) {
	text, ok := args[0].(string)
	if !ok {
		return jsonata.Undefined{}, nil
	}
	v, err := ordjson.DecodeString(text)
	if err != nil {
		return nil, jsonata.NewError(codeJSON, fmt.Sprintf(msgJSON, err))
	}
	if f, ok := ordjson.Float(v); ok && f == 0 {
		return 0.0, nil // AWS gives 0 for -0
	}
	return v, nil
}
