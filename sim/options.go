package sim

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
)

// Option changes how a plan runs. Options given to New hold for every run, those given to Run for one.
type Option interface{ apply(c *config) }

type option func(*config)

func (o option) apply(c *config) { o(c) }

// config is what all options together say.
type config struct {
	account       string
	region        string
	role          string
	machineName   string
	executionName string
	express       bool
	start         time.Time
	seed          uint64
	mocks         []*TaskMock
	services      []Service
	machines      []namedPlan
	objects       []Object
	store         ObjectStore
	observers     []func(string, Event)
	results       []func(*Execution)
	decisions     []func(Decision)
	steps         []func(*Step)
	stop          *stopOption
	variables     *ordjson.Object
	keepChildren  bool
	strict        bool
	context       any // in place of the context object
	errs          []error
}

type stopOption struct {
	after   time.Duration
	failure Failure
}

type namedPlan struct {
	name string
	plan *Plan
}

func defaults() config {
	return config{
		account: "123456789012", region: "us-east-1", executionName: "Execution",
		role: "arn:aws:iam::123456789012:role/StepFunctionsRole", start: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC), seed: 1,
	}
}

func (c *config) apply(options []Option) {
	for _, o := range options {
		if o != nil {
			o.apply(c)
		}
	}
}

// with returns the configuration of one run. Its mocks and services are asked before those of the plan.
func (c *config) with(options []Option) config {
	out := *c
	out.mocks, out.services = nil, nil
	out.machines = slices.Clip(c.machines)
	out.objects = slices.Clip(c.objects)
	out.observers = slices.Clip(c.observers)
	out.results = slices.Clip(c.results)
	out.decisions = slices.Clip(c.decisions)
	out.steps = slices.Clip(c.steps)
	out.apply(options)
	out.mocks = append(out.mocks, c.mocks...)
	out.services = append(out.services, c.services...)
	return out
}

func (c *config) arn(kind, rest string) string {
	return "arn:aws:states:" + c.region + ":" + c.account + ":" + kind + ":" + rest
}

func (c *config) machineARN(name string) string { return c.arn("stateMachine", name) }

// given adds what was given, if it was.
func given[T any](list []T, one T, missing bool) []T {
	if missing {
		return list
	}
	return append(list, one)
}

// Express runs the machine as an Express workflow: at most five minutes, no limit of events, no
// tokens and no .sync.
func Express() Option { return option(func(c *config) { c.express = true }) }

// WithAccount sets the account and region of the ARNs; the default is 123456789012 in us-east-1.
func WithAccount(account, region string) Option {
	return option(func(c *config) { c.account, c.region = account, region })
}

// WithRole sets the ARN of the execution role that the context object shows.
func WithRole(arn string) Option { return option(func(c *config) { c.role = arn }) }

// WithName sets the name of the state machine; the default is StateMachine.
func WithName(name string) Option { return option(func(c *config) { c.machineName = name }) }

// WithExecutionName sets the name of the execution; the default is Execution.
func WithExecutionName(name string) Option {
	return option(func(c *config) { c.executionName = name })
}

// WithStart sets the time at which the virtual clock starts; the default is the beginning of 2025.
func WithStart(t time.Time) Option { return option(func(c *config) { c.start = t }) }

// WithSeed sets the seed of all that is random: jitter, States.MathRandom, $random, UUIDs, tokens.
func WithSeed(seed uint64) Option { return option(func(c *config) { c.seed = seed }) }

// WithService adds a stand-in for services, asked for tasks that have no mock.
func WithService(s Service) Option {
	return option(func(c *config) {
		if s == nil {
			c.errs = append(c.errs, errors.New("WithService: the service is nil"))
			return
		}
		c.services = append(c.services, s)
	})
}

// WithMachine lets tasks start executions of another plan: those with states:startExecution and its
// .sync forms. The name is the ARN of the state machine or the last part of it. Mocks, services and machines
// that the other plan was made with answer its own tasks, after those of the run.
func WithMachine(name string, p *Plan) Option {
	return option(func(c *config) {
		if p == nil {
			c.errs = append(c.errs, fmt.Errorf("WithMachine(%q): the plan is nil", name))
			return
		}
		c.machines = append(c.machines, namedPlan{name, p})
	})
}

// WithObject puts an object into a bucket before the start, for ItemReader.
func WithObject(bucket, key, body string) Option {
	return option(func(c *config) { c.objects = append(c.objects, Object{Bucket: bucket, Key: key, Body: []byte(body)}) })
}

// WithObjectStore takes the place of the run's own store of objects. A store given to runs that
// happen at once must be safe for that.
func WithObjectStore(s ObjectStore) Option { return option(func(c *config) { c.store = s }) }

// WithObserver calls a function for each event as it happens, with the ARN of its execution: also for
// events of child and nested executions. It must not keep the run waiting.
func WithObserver(observe func(execution string, event Event)) Option {
	return option(func(c *config) { c.observers = given(c.observers, observe, observe == nil) })
}

// DecisionKind is what a run decided on.
type DecisionKind uint8

// The kinds of decisions.
const (
	TookRule DecisionKind = iota // of a Choice; index -1 is the default
	TookRetry
	TookCatch
)

// Decision is where a run chose: a rule of a Choice, a retrier, a catcher.
type Decision struct {
	Execution string // the ARN
	State     string
	Pointer   string // JSON Pointer to the state in the definition
	Kind      DecisionKind
	Index     int
}

// WithDecisions calls a function for each decision, those in child and nested executions too.
func WithDecisions(observe func(Decision)) Option {
	return option(func(c *config) { c.decisions = given(c.decisions, observe, observe == nil) })
}

// WithSteps calls a function with each entry into a state once it is over, those in child and nested
// executions too, which Execution.Steps does not have. A Step that was given up is not Left; it has no Calls.
func WithSteps(see func(*Step)) Option {
	return option(func(c *config) { c.steps = given(c.steps, see, see == nil) })
}

// WithResult calls a function with what came of each run, before Run or Redrive returns it: for what looks at many
// runs. Runs may happen at once.
func WithResult(look func(*Execution)) Option {
	return option(func(c *config) { c.results = given(c.results, look, look == nil) })
}

// WithVariables sets workflow variables before the start. The service has no such thing; it is for tests.
func WithVariables(variables any) Option {
	return option(func(c *config) {
		v, err := ordjson.From(variables)
		o, ok := v.(*ordjson.Object)
		if err != nil || !ok {
			c.errs = append(c.errs, fmt.Errorf("WithVariables takes an object, not a %s", ordjson.Kind(v)))
			return
		}
		c.variables = o
	})
}

// StopAfter stops the execution at a virtual time, as StopExecution does. The name and cause may be "".
func StopAfter(d time.Duration, name, cause string) Option {
	return option(func(c *config) { c.stop = &stopOption{d, Failure{name, cause}} })
}

// WithChildren keeps the children of distributed Maps with their histories, see MapRun.Children: in the order in which
// they ended, one that Redrive runs again a second time. Without it their events are counted and observed only, so that
// a Map of many items takes little memory.
func WithChildren() Option { return option(func(c *config) { c.keepChildren = true }) }
