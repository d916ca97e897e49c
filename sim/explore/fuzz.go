package explore

import (
	"context"
	"math/rand/v2"

	"github.com/stepwise-go/stepwise/sim"
)

// Invariant looks at an execution, with the calls it made, and returns what is wrong with it, or nil.
type Invariant func(*sim.Execution) error

// Chaos returns an option with which tasks fail at random, as the seed says: one call in about every
// oneIn, with one of the errors that FaultOptions gives them. What does not fail is answered by the
// other mocks. It is the same for the same seed.
func Chaos(plan *sim.Plan, seed uint64, oneIn int, options FaultOptions) []sim.Option {
	if oneIn < 1 {
		oneIn = 1
	}
	random := rand.New(rand.NewPCG(seed, 1))
	var out []sim.Option
	for _, task := range tasksOf(plan) {
		for _, name := range errorsOf(plan.Machine(), task, options) {
			mock := sim.OnTask(task).When(func(*sim.Call) bool { return random.IntN(oneIn) == 0 })
			if name == never {
				mock.Hang()
			} else {
				mock.Fail(name, "a fault that explore made")
			}
			out = append(out, mock)
		}
	}
	return append(out, sim.WithSeed(seed))
}

// Check runs a plan with chaos of a seed and returns what the invariants say of it. It is made for a fuzz
// test, where the engine chooses seeds that lead somewhere new:
//
//	f.Fuzz(func(t *testing.T, seed uint64) {
//		if err := explore.Check(plan, input, seed, options, chargedOnce); err != nil {
//			t.Error(err)
//		}
//	})
func Check(plan *sim.Plan, input any, seed uint64, options FaultOptions, invariants ...Invariant) error {
	run := append(Chaos(plan, seed, 4, options), options.forRun()...)
	x, err := plan.Run(context.Background(), input, run...)
	if err != nil {
		return err
	}
	for _, holds := range invariants {
		if err := holds(x); err != nil {
			return err
		}
	}
	return nil
}
