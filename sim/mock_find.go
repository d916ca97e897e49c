package sim

import (
	"fmt"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/internal/nearest"
)

// mocksFor are the mocks of the run, then those that a machine brought along whose execution was started.
func (e *env) mocksFor(p *Plan) []*TaskMock {
	if p == e.root.plan || len(p.base.mocks) == 0 {
		return e.cfg.mocks
	}
	return append(slices.Clip(e.cfg.mocks), p.base.mocks...)
}

// servicesFor are the services likewise.
func (e *env) servicesFor(p *Plan) []Service {
	if p == e.root.plan || len(p.base.services) == 0 {
		return e.cfg.services
	}
	return append(slices.Clip(e.cfg.services), p.base.services...)
}

// mock finds the mock that answers a call: those for the state before those for the resource.
func (e *env) mock(p *Plan, c *Call) (*TaskMock, *answer, error) {
	mocks := e.mocksFor(p)
	for _, byState := range []bool{true, false} {
		for _, m := range mocks {
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
	for _, m := range mocks {
		if m.state == c.State && m.takes(c) {
			return m, nil, fmt.Errorf("all answers of its mock are used up: add more, or give the last one without Times")
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

func (e *env) unmocked(p *Plan, c *Call) error {
	err := &UnmockedError{State: c.State, Resource: c.Resource.ARN}
	for _, m := range e.mocksFor(p) {
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
