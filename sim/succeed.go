package sim

import "github.com/stepwise-go/stepwise/asl"

type succeedNode struct{ stateBase }

func (pl *planner) succeed(n *node, s *asl.Succeed) {
	n.state = &succeedNode{}
	pl.inputs(n, s.Input, asl.Value{}, asl.Value{})
	pl.outputs(n, asl.Variables{}, s.Outputs)
}

func (*succeedNode) run(v *visit) {
	in, f := v.effective()
	if f != nil {
		v.fail(f)
		return
	}
	v.pass(in)
}
