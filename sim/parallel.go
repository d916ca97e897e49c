package sim

import (
	"strconv"

	"github.com/stepwise-go/stepwise/asl"
)

type parallelNode struct{ branches []*graph }

func (pl *planner) parallel(n *node, s *asl.Parallel) {
	p := &parallelNode{}
	n.state, n.forks = p, true
	pl.inputs(n, s.Input, s.Parameters, s.Arguments)
	pl.results(n, s.Results)
	pl.outputs(n, s.Variables, s.Outputs)
	for i := range s.Branches {
		p.branches = append(p.branches, pl.graph(&s.Branches[i].Graph, n.pointer+"/Branches/"+strconv.Itoa(i)))
	}
}

func (p *parallelNode) run(v *visit) {
	in, f := v.arguments()
	if f != nil {
		v.fail(f)
		return
	}
	s := v.s
	s.emit(EventParallelStateStarted, nil)
	k := &fork{v: v, total: len(p.branches), limit: len(p.branches)}
	k.begin = func(i int) (*strand, *fault) {
		kid := k.strand(i)
		kid.prev = k.started
		kid.next(p.branches[i].start, in)
		return kid, nil
	}
	k.run()
}

func (*parallelNode) failed(v *visit) { v.s.emit(EventParallelStateFailed, nil) }
