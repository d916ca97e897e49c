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
