package services

import (
	"context"
	"errors"
	"sync"

	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

// Account holds the queues, topics, tables and buses of a test. It is a sim.Service.
type Account struct {
	mu     sync.Mutex
	queues map[string]*Queue
	topics map[string]*Topic
	tables map[string]*Table
	buses  map[string]*Bus
}

var _ sim.Service = (*Account)(nil)

// New returns an account with nothing in it.
func New() *Account {
	return &Account{queues: map[string]*Queue{}, topics: map[string]*Topic{}, tables: map[string]*Table{}, buses: map[string]*Bus{}}
}

// operation answers one action of a service. It runs with the account locked.
type operation func(*request) (*ordjson.Object, error)

// operation returns what answers a resource, or nil.
func (a *Account) operation(r *sim.Resource) operation {
	name := r.Name()
	switch {
	case len(a.queues) > 0 && sqsOperations[name] != nil:
		return sqsOperations[name]
	case len(a.topics) > 0 && snsOperations[name] != nil:
		return snsOperations[name]
	case len(a.tables) > 0 && dynamoOperations[name] != nil:
		return dynamoOperations[name]
	case len(a.buses) > 0 && eventOperations[name] != nil:
		return eventOperations[name]
	}
	return s3Operations[name]
}

// Serve answers a call, or returns sim.ErrNotServed.
func (a *Account) Serve(ctx context.Context, call *sim.Call) (any, error) {
	control := sim.ControlFrom(ctx)
	if control == nil {
		return nil, errors.New(msgNoRun)
	}
	r := &request{ctx: ctx, account: a, call: call, run: control}
	r.in, _ = call.Input.(*ordjson.Object)
	result, err := a.serve(r)
	for _, deliver := range r.deliveries {
		if wrong := deliver(); wrong != nil {
			return nil, sim.TestError{Err: wrong}
		}
	}
	if err != nil {
		return nil, err
	}
	if !r.sdk() {
		result.Set("SdkHttpMetadata", object("HttpStatusCode", 200.0))
		result.Set("SdkResponseMetadata", object("RequestId", control.UUID()))
	}
	return result, nil
}

func (a *Account) serve(r *request) (*ordjson.Object, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	do := a.operation(&r.call.Resource)
	if do == nil {
		return nil, sim.ErrNotServed
	}
	return do(r)
}

// made returns the thing of that name, made at need.
func made[T any](a *Account, all map[string]*T, name string, fresh func() *T) *T {
	a.mu.Lock()
	defer a.mu.Unlock()
	t := all[name]
	if t == nil {
		t = fresh()
		all[name] = t
	}
	return t
}
