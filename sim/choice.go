package sim

import (
	"strconv"

	"github.com/stepwise-go/stepwise/asl"
)

type choiceNode struct {
	stateBase
	rules     []choiceRule
	otherwise string
	def       *node
}

type choiceRule struct {
	test   test
	assign shape
	output shape
	next   string
	to     *node
}

// test is a rule or a part of one.
type test interface {
	holds(w *view) (bool, *fault)
}

func (pl *planner) choice(n *node, s *asl.Choice) {
	c := &choiceNode{otherwise: s.Default}
	n.state = c
	pl.inputs(n, s.Input, asl.Value{}, asl.Value{})
	pl.outputs(n, s.Variables, s.Outputs)
	for i := range s.Choices {
		r := &s.Choices[i]
		at := n.pointer + "/Choices/" + strconv.Itoa(i)
		rule := choiceRule{next: r.Next, assign: pl.value(n, at, "Assign", r.Assign)}
		if n.jsonata {
			rule.test = pl.condition(n, at, i, r)
			rule.output = pl.value(n, at, "Output", r.Output)
		} else {
			rule.test = pl.test(at, r)
		}
		c.rules = append(c.rules, rule)
	}
}

func (c *choiceNode) link(pl *planner, g *graph, n *node) {
	for i := range c.rules {
		c.rules[i].to = pl.target(g, c.rules[i].next, n.pointer+"/Choices/"+strconv.Itoa(i)+"/Next")
	}
	if c.otherwise != "" {
		c.def = pl.target(g, c.otherwise, n.pointer+"/Default")
	}
}

func (c *choiceNode) run(v *visit) {
	in, f := v.effective()
	if f != nil {
		v.fail(f)
		return
	}
	w := v.view(in)
	for i := range c.rules {
		r := &c.rules[i]
		holds, f := r.test.holds(w)
		if f != nil {
			v.fail(f)
			return
		}
		if holds {
			v.choose(i, r.to, in, r.assign, r.output)
			return
		}
	}
	if c.otherwise == "" {
		v.fail(runtime(msgNoTransition)) // States.NoChoiceMatched is reserved
		return
	}
	v.choose(-1, c.def, in, v.node.assign, v.node.output)
}

// choose goes to the state of the rule of that index, or to the default for -1.
func (v *visit) choose(rule int, to *node, in any, assigns, outputs shape) {
	v.chosen = rule + 1
	v.decided(TookRule, rule)
	w := v.view(in)
	if v.node.jsonata {
		output, assigned, f := v.outward(w, assigns, outputs, in)
		if f != nil {
			v.fail(f)
			return
		}
		v.leave(to, output, assigned)
		return
	}
	assigned, f := assign(assigns, w)
	if f == nil && v.node.outputPath != nil {
		in, f = v.node.outputPath.get(w)
	}
	if f != nil {
		v.fail(f)
		return
	}
	v.leave(to, in, assigned)
}
