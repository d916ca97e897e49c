package sim

import "github.com/stepwise-go/stepwise/asl"

type passNode struct {
	stateBase
	result asl.Value
}

func (pl *planner) pass(n *node, s *asl.Pass) {
	n.state = &passNode{result: s.Result}
	pl.inputs(n, s.Input, s.Parameters, asl.Value{})
	n.resultPath = pl.path(n.pointer, "ResultPath", s.ResultPath)
	n.hasSelector, n.hasResultPath = true, true
	pl.outputs(n, s.Variables, s.Outputs)
}

func (p *passNode) run(v *visit) {
	if p.result.IsSet() {
		v.trace.note("result", p.result.Any())
		v.pass(p.result.Any())
		return
	}
	in, f := v.arguments()
	if f != nil {
		v.fail(f)
		return
	}
	v.pass(in)
}
