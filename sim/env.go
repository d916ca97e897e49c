package sim

import (
	"context"
	"math/rand/v2"
)

// env is all state of one run: the clock, what is ready to go on, and the executions.
type env struct {
	ctx     context.Context
	cfg     *config
	clock   clock
	ready   []job
	head    int
	root    *execution
	rand    *rand.Rand
	used    map[*TaskMock]int     // how many answers a mock has given
	tokens  map[string]*attempt   // tasks that wait for an answer to their token
	running map[string]*execution // executions by ARN, for .sync and StopExecution
	objects ObjectStore
	calls   []*Call
	mapRuns []*MapRun
	serial  int   // makes names unique
	err     error // the test is wrong; ends the run
}

// job is a strand that goes on: at a state with an input, or by a function.
type job struct {
	s     *strand
	to    *node
	input any
	do    func()
}

func (e *env) push(j job) { e.ready = append(e.ready, j) }

// stop ends the run because the test is wrong.
func (e *env) stop(err error) {
	if e.err == nil {
		e.err = err
	}
}

// loop runs until the root execution is over: first all that is ready, in order, then the next timer.
func (e *env) loop() error {
	for turns := 0; e.err == nil && e.root.status == Running; turns++ {
		if turns&1023 == 0 && e.ctx.Err() != nil {
			return e.ctx.Err()
		}
		if e.head < len(e.ready) {
			j := e.ready[e.head]
			e.ready[e.head] = job{}
			e.head++
			if e.head == len(e.ready) {
				e.ready, e.head = e.ready[:0], 0
			}
			j.run()
			continue
		}
		t := e.clock.next()
		if t == nil {
			return errStuck
		}
		t.do()
	}
	return e.err
}

func (j *job) run() {
	switch {
	case j.do != nil:
		j.do()
	case j.s.live():
		j.s.enter(j.to, j.input)
	}
}
