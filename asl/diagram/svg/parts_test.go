//go:build !noelk

package svg

import (
	"errors"
	"testing"

	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/asl/diagram/layout"
)

func TestPicturesOfLargeMachines(t *testing.T) {
	checkPicture(t, "all kinds", largeMachine(300), nil)
	checkPicture(t, "retries", retryMachine(60), nil)
	checkPicture(t, "random", randomMachine(7, 150), nil)
}

// A large machine stands in one column: time and width do not grow with every line to a common handler.
func TestLargeMachineIsNarrow(t *testing.T) {
	small := arrange(diagram.New(retryMachine(8), diagram.Options{}), nil)
	large := arrange(diagram.New(retryMachine(120), diagram.Options{}), nil)
	if large.root.width > 2*small.root.width {
		t.Errorf("width %.0f, of a small one %.0f", large.root.width, small.root.width)
	}
	if want := Render(retryMachine(120), Options{}); want != Render(retryMachine(120), Options{}) {
		t.Error("not the same twice")
	}
}

// An engine that fails on a part gets no further ones: the simple engine draws the whole.
func TestEngineThatFailsOnAPart(t *testing.T) {
	calls := 0
	fails := func(g *layout.Graph) error {
		if calls++; calls > 2 {
			return errors.New("no")
		}
		return elkLayered(g)
	}
	if Render(retryMachine(40), Options{Engine: fails}) != Render(retryMachine(40), Options{Engine: layout.Layered}) {
		t.Error("the simple engine did not take over")
	}
}
