package sim

import (
	"encoding/hex"
	"fmt"
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
)

// execContext is the part of the context object that is the same throughout an execution.
type execContext struct{ execution, machine *ordjson.Object }

// mapItem is the item of an iteration, for $$.Map.Item.
type mapItem struct {
	index  int
	value  any
	key    string // where the items come from an object: the key of this one
	keyed  bool
	source string // where the items come from: STATE_DATA or an S3 URI; "" if it is not told
}

// context builds the context object as it is now.
// https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
func (v *visit) context() any {
	s := v.s
	if given := s.ex.env.cfg.context; given != nil {
		return given
	}
	about := s.ex.describe()
	o := ordjson.NewObject(
		ordjson.Member{Key: "Execution", Value: about.execution},
		ordjson.Member{Key: "StateMachine", Value: about.machine},
		ordjson.Member{Key: "State", Value: v.describe()},
	)
	if v.task != nil && v.task.call.Token != "" {
		o.Set("Task", ordjson.NewObject(ordjson.Member{Key: "Token", Value: v.task.call.Token}))
	}
	if s.item != nil {
		o.Set("Map", s.item.describe())
	}
	return o
}

func (m *mapItem) describe() *ordjson.Object {
	item := ordjson.NewObject(ordjson.Member{Key: "Index", Value: float64(m.index)})
	if m.keyed {
		item.Set("Key", m.key)
	}
	item.Set("Value", m.value)
	if m.source != "" {
		item.Set("Source", m.source)
	}
	return ordjson.NewObject(ordjson.Member{Key: "Item", Value: item})
}

func (v *visit) describe() *ordjson.Object {
	o := ordjson.NewObject(
		ordjson.Member{Key: "Name", Value: v.node.name},
		ordjson.Member{Key: "EnteredTime", Value: Timestamp(v.s.ex.env.time(v.at))},
	)
	if v.node.rescues {
		o.Set("RetryCount", float64(v.attempt))
	}
	return o
}

func (x *execution) describe() *execContext {
	if x.about != nil {
		return x.about
	}
	cfg := x.env.cfg
	execution := ordjson.NewObject(
		ordjson.Member{Key: "Id", Value: x.arn},
		ordjson.Member{Key: "Input", Value: x.input},
		ordjson.Member{Key: "Name", Value: x.name},
		ordjson.Member{Key: "RoleArn", Value: textOrNull(cfg.role)},
		ordjson.Member{Key: "StartTime", Value: Timestamp(x.env.time(x.started))},
	)
	if !x.express {
		execution.Set("RedriveCount", float64(x.redrives))
	}
	x.about = &execContext{execution, ordjson.NewObject(
		ordjson.Member{Key: "Id", Value: cfg.machineARN(x.machine)},
		ordjson.Member{Key: "Name", Value: x.machine},
	)}
	return x.about
}

func (e *env) time(d time.Duration) time.Time { return e.cfg.start.Add(d) }

func (e *env) random() float64 { return e.rand.Float64() }

// uuid makes a version 4 UUID from the run's own random numbers.
func (e *env) uuid() string {
	var b [16]byte
	for i := range b {
		b[i] = byte(e.rand.Uint32())
	}
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	h := hex.EncodeToString(b[:])
	return fmt.Sprintf("%s-%s-%s-%s-%s", h[:8], h[8:12], h[12:16], h[16:20], h[20:])
}
