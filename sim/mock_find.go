package sim

import (
	"fmt"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/internal/nearest"
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
	for _, m := range e.cfg.mocks {
		if m.state != "" && !slices.Contains(err.Mocked, m.state) {
			err.Mocked = append(err.Mocked, m.state)
		}
	}
	err.Nearest = near(c.State, err.Mocked)
	return err
}

// near is the name that is most like another one, or "".
func near(name string, names []string) string {
	others := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == name })
	if found := nearest.Names(name, others, 1); len(found) > 0 {
		return found[0]
	}
	return ""
}
