// Package beside does work on another core, if one is free.
package beside

import "sync"

// Do starts work on a goroutine of its own. The function it returns waits for the result; where no core is free
// for the goroutine, it does the work itself. A panic in work comes out of that function.
func Do[T any](work func() T) func() T {
	result := sync.OnceValue(work)
	go func() {
		defer func() { _ = recover() }() // it comes again where the result is wanted
		result()
	}()
	return result
}
