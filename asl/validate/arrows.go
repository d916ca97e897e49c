package validate

// arrows lead from the states of a graph to states of it, both by number; -1 is nowhere.
type arrows struct {
	to   []int32
	from []int32 // where those of a state begin in to
}

func newArrows(states, usual int) arrows {
	return arrows{make([]int32, 0, usual), make([]int32, states+1)}
}

// add adds an arrow of the state that is being filled. One after the other, in order, they are filled and done.
func (a *arrows) add(to int) { a.to = append(a.to, int32(to)) }

func (a *arrows) done(state int) { a.from[state+1] = int32(len(a.to)) }

// of returns where the arrows of a state lead.
func (a *arrows) of(state int) []int32 { return a.to[a.from[state]:a.from[state+1]] }

// states is the number of states.
func (a *arrows) states() int { return len(a.from) - 1 }

// forward tells whether all arrows lead to later states, so that none is on a loop.
func (a *arrows) forward() bool {
	for i := range a.states() {
		for _, to := range a.of(i) {
			if to >= 0 && int(to) <= i {
				return false
			}
		}
	}
	return true
}

// reversed returns the arrows the other way round.
func (a *arrows) reversed() arrows {
	back := arrows{make([]int32, len(a.to)), make([]int32, len(a.from))}
	for _, to := range a.to {
		if to >= 0 {
			back.from[to+1]++
		}
	}
	for i := range a.states() {
		back.from[i+1] += back.from[i]
	}
	at := append([]int32(nil), back.from...)
	for i := range a.states() {
		for _, to := range a.of(i) {
			if to >= 0 {
				back.to[at[to]] = int32(i)
				at[to]++
			}
		}
	}
	return back
}

// reach marks the states that can be reached from some, these among them.
func (a *arrows) reach(from ...int) []bool {
	seen := make([]bool, a.states())
	queue := append([]int(nil), from...)
	for _, n := range queue {
		seen[n] = true
	}
	for len(queue) > 0 {
		at := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		for _, n := range a.of(at) {
			if n >= 0 && !seen[n] {
				seen[n] = true
				queue = append(queue, int(n))
			}
		}
	}
	return seen
}
