package sim

import (
	"fmt"
	"slices"
	"strings"
)

// mock finds the mock that answers a call: those for the state before those for the resource.
func (e *env) mock(c *Call) (*TaskMock, *answer, error) {
	for _, byState := range []bool{true, false} {
		for _, m := range e.cfg.mocks {
			if byState != (m.state != "") || !m.takes(c) {
				continue
			}
			a := m.answer(e.used[m])
			if a == nil {
				continue
			}
			e.used[m]++
			return m, a, nil
		}
	}
	for _, m := range e.cfg.mocks {
		if m.state == c.State && m.takes(c) {
			return m, nil, fmt.Errorf("all answers of its mock are used up: drop Times, or add more")
		}
	}
	return nil, nil, nil
}

func (m *TaskMock) takes(c *Call) bool {
	if m.state != "" && m.state != c.State || m.state == "" && !c.Resource.named(m.resource) {
		return false
	}
	for _, when := range m.when {
		if !when(c) {
			return false
		}
	}
	return true
}

// named tells whether a name stands for the resource.
func (r *Resource) named(name string) bool {
	if prefix, ok := strings.CutSuffix(name, "*"); ok {
		return strings.HasPrefix(r.ARN, prefix) || strings.HasPrefix(r.Name(), prefix)
	}
	return name == r.ARN || name == r.Name() || r.Kind == ServiceResource && name == r.Service+":"+r.action()
}

func (e *env) unmocked(c *Call) error {
	err := &UnmockedError{State: c.State, Resource: c.Resource.ARN}
	best := len(c.State)/2 + 1
	for _, m := range e.cfg.mocks {
		if m.state == "" || slices.Contains(err.Mocked, m.state) {
			continue
		}
		err.Mocked = append(err.Mocked, m.state)
		if d := distance(strings.ToLower(m.state), strings.ToLower(c.State)); d < best && d > 0 {
			best, err.Nearest = d, m.state
		}
	}
	return err
}

// distance is the number of letters to add, drop or change to make one text of the other.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			change := diagonal
			if x[i] != y[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)]
}
