package sim

import (
	"container/heap"
	"time"
)

// clock is the virtual time of a run: nothing sleeps, the clock jumps to the next timer.
type clock struct {
	now    time.Duration // since the start of the run
	timers timerHeap
	made   int
}

// timer is something to do at a time. Timers of one time go off in the order in which they were made.
type timer struct {
	at    time.Duration
	order int
	do    func()
	off   bool
}

// stop keeps a timer from going off; it may be nil.
func (t *timer) stop() {
	if t != nil {
		t.off, t.do = true, nil
	}
}

// after makes a timer that goes off after d. A negative d counts as 0.
func (c *clock) after(d time.Duration, do func()) *timer {
	t := &timer{at: c.now + max(d, 0), order: c.made, do: do}
	if t.at < c.now {
		t.at = 1<<63 - 1 // the sum overflowed
	}
	c.made++
	heap.Push(&c.timers, t)
	return t
}

// next takes the next timer and moves the time to it; nil if there is none.
func (c *clock) next() *timer {
	for len(c.timers) > 0 {
		t := heap.Pop(&c.timers).(*timer)
		if t.off {
			continue
		}
		c.now = t.at
		return t
	}
	return nil
}

type timerHeap []*timer

func (h timerHeap) Len() int { return len(h) }
func (h timerHeap) Less(i, j int) bool {
	if h[i].at != h[j].at {
		return h[i].at < h[j].at
	}
	return h[i].order < h[j].order
}
func (h timerHeap) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *timerHeap) Push(x any)   { *h = append(*h, x.(*timer)) }
func (h *timerHeap) Pop() any {
	old := *h
	t := old[len(old)-1]
	old[len(old)-1] = nil
	*h = old[:len(old)-1]
	return t
}
