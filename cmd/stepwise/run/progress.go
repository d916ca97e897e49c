package run

import (
	"fmt"
	"sync"
	"time"
)

// progress shows which of several files is read. Only on a terminal.
func (e *env) progress(i, n int, name string) {
	if e.live && n > 1 {
		e.shown = true
		fmt.Fprintf(e.err, "\r\x1b[K%d/%d %s", i+1, n, name)
	}
}

func (e *env) progressDone() {
	if e.shown {
		e.shown = false
		fmt.Fprint(e.err, "\r\x1b[K")
	}
}

// working shows for how long one thing has been done, from the second second on, until the function it
// returns is called. Only on a terminal.
func (e *env) working(what string) (done func()) {
	if !e.live {
		return func() {}
	}
	stop := make(chan struct{})
	var stopped sync.WaitGroup
	stopped.Add(1)
	go func() {
		defer stopped.Done()
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for seconds := 1; ; seconds++ {
			select {
			case <-stop:
				if seconds > 1 {
					fmt.Fprint(e.err, "\r\x1b[K")
				}
				return
			case <-tick.C:
				fmt.Fprintf(e.err, "\r\x1b[K%s ... %ds", what, seconds)
			}
		}
	}()
	return func() {
		close(stop)
		stopped.Wait()
	}
}
