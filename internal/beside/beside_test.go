package beside_test

import (
	"sync/atomic"
	"testing"

	"github.com/stepwise-go/stepwise/internal/beside"
)

func TestDo(t *testing.T) {
	var times atomic.Int32
	result := beside.Do(func() int32 { return times.Add(1) })
	for range 3 {
		if got := result(); got != 1 {
			t.Errorf("got %d", got)
		}
	}
	if times.Load() != 1 {
		t.Errorf("the work was done %d times", times.Load())
	}
}

func TestPanic(t *testing.T) {
	result := beside.Do(func() int { panic("on its way") })
	defer func() {
		if p := recover(); p != "on its way" {
			t.Errorf("recovered %v", p)
		}
	}()
	result()
	t.Error("the panic is lost")
}
