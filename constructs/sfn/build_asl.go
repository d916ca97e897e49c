package sfn

import "github.com/stepwise-go/stepwise/asl"

// BuildASL builds the chain as a machine without props and returns it as data, for readers that do
// not know this package, such as sim/simtest. See Build for the rest.
func (c *Chain) BuildASL() (*asl.Machine, error) { return buildASL(c) }

func buildASL(start Chainable) (*asl.Machine, error) {
	d, err := Build(start)
	if err != nil {
		return nil, err
	}
	return d.machine, nil
}

// BuildASL builds the state, and what follows it, as a machine: see Chain.BuildASL.
func (t *Task) BuildASL() (*asl.Machine, error) { return buildASL(t) }

// BuildASL builds the state, and what follows it, as a machine: see Chain.BuildASL.
func (s *Pass) BuildASL() (*asl.Machine, error) { return buildASL(s) }

// BuildASL builds the state, and what follows it, as a machine: see Chain.BuildASL.
func (s *Wait) BuildASL() (*asl.Machine, error) { return buildASL(s) }

// BuildASL builds the state, and what follows it, as a machine: see Chain.BuildASL.
func (s *Choice) BuildASL() (*asl.Machine, error) { return buildASL(s) }

// BuildASL builds the state, and what follows it, as a machine: see Chain.BuildASL.
func (s *Parallel) BuildASL() (*asl.Machine, error) { return buildASL(s) }

// BuildASL builds the state, and what follows it, as a machine: see Chain.BuildASL.
func (s *Map) BuildASL() (*asl.Machine, error) { return buildASL(s) }

// BuildASL builds the state, and what follows it, as a machine: see Chain.BuildASL.
func (s *DistributedMap) BuildASL() (*asl.Machine, error) { return buildASL(s) }

// BuildASL builds the state, and what follows it, as a machine: see Chain.BuildASL.
func (s *Succeed) BuildASL() (*asl.Machine, error) { return buildASL(s) }

// BuildASL builds the state, and what follows it, as a machine: see Chain.BuildASL.
func (s *Fail) BuildASL() (*asl.Machine, error) { return buildASL(s) }

// BuildASL builds the state, and what follows it, as a machine: see Chain.BuildASL.
func (s *Raw) BuildASL() (*asl.Machine, error) { return buildASL(s) }
