// Package origin remembers where in the user's Go code a call was made.
package origin

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"

	"github.com/stepwise-go/stepwise/diag"
)

const depth = 12

// Origin is a call site. It is cheap to take and to keep; Place resolves it.
type Origin struct {
	site  uintptr         // known not to be in the library
	stack *[depth]uintptr // if site is 0
}

// Here returns the call site of the function that called the caller of Here, or rather of
// the first function above it that is not one of the library's own.
func Here() Origin {
	const skip = 3 // runtime.Callers, Here and its caller
	var site [1]uintptr
	runtime.Callers(skip, site[:])
	if outside.has(site[0]) {
		return Origin{site: site[0]}
	}
	var stack [depth]uintptr
	runtime.Callers(skip, stack[:])
	return Origin{stack: &stack}
}

// sites remembers which call sites are the user's, because going up the stack is most of the work of Here. There is a
// place for each, where it drives out another: a user's stands there as it is, one of the library with its bits turned.
type sites [1 << 10]atomic.Uintptr

var outside sites

func (s *sites) has(site uintptr) bool {
	place := &s[site%uintptr(len(s))]
	switch place.Load() {
	case site:
		return true
	case ^site:
		return false
	}
	f, _ := runtime.CallersFrames([]uintptr{site}).Next()
	if f.PC != 0 && !library(f) {
		place.Store(site)
		return true
	}
	place.Store(^site)
	return false
}

// own are the packages whose frames are never the user's. A list and not the prefix of the module,
// because the examples are of the same module.
var own = []string{
	"github.com/stepwise-go/stepwise/constructs/sfn.",
	"github.com/stepwise-go/stepwise/constructs/sfncdk.",
	"github.com/stepwise-go/stepwise/tasks.",
	"github.com/stepwise-go/stepwise/fragments.",
	"github.com/stepwise-go/stepwise/internal/",
}

// Place resolves the call site. The zero Origin has none.
func (o Origin) Place() diag.Place {
	pcs := []uintptr{o.site}
	switch {
	case o.stack != nil:
		pcs = o.stack[:]
	case o.site == 0:
		return diag.Place{}
	}
	var first runtime.Frame
	frames := runtime.CallersFrames(pcs)
	for {
		f, more := frames.Next()
		if first.PC == 0 {
			first = f
		}
		if f.PC != 0 && !library(f) {
			first = f
			break
		}
		if !more {
			break
		}
	}
	return diag.Place{File: relative(first.File), Line: first.Line, Func: first.Function}
}

func library(f runtime.Frame) bool {
	if strings.HasSuffix(f.File, "_test.go") {
		return false
	}
	for _, p := range own {
		if strings.HasPrefix(f.Function, p) {
			return true
		}
	}
	return false
}

// relative names a file below the working directory from there, as compilers do.
func relative(file string) string {
	dir, err := os.Getwd()
	if err != nil {
		return file
	}
	r, err := filepath.Rel(dir, file)
	if err != nil || strings.HasPrefix(r, "..") {
		return file
	}
	return filepath.ToSlash(r)
}
