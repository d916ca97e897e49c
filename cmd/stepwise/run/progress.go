package run

import "fmt"

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
