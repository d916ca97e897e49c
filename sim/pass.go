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
	n.hasResultPath = true
	pl.outputs(n, s.Variables, s.Outputs)
}

func (p *passNode) run(v *visit) {
	in, f := v.arguments()
	if f != nil {
		v.fail(f)
		return
	}
	if p.result.IsSet() {
		in = p.result.Any()
	}
	v.pass(in)
}
