package sfn

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// jump is the pseudo-state that Goto returns. It is never rendered: Build puts the state of that
// name in its place.
type jump struct{ node }

// Goto stands for the state of that name in the same graph: the way to write a loop, or to join
// two ways, where it reads better than a variable. Nothing can follow it.
func Goto(name string) State { return &jump{node{name: name, at: origin.Here()}} }

// Start returns the jump itself.
func (s *jump) Start() State { return s }

// Ends returns nothing.
func (s *jump) Ends() []End { return nil }

func (s *jump) copyFor(c *copier) State {
	d := *s
	c.add(s, &d, &d.node)
	return &d
}

func (s *jump) render(*rendering) asl.State { return nil }
