package sfn

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/internal/origin"
	"github.com/stepwise-go/stepwise/internal/slab"
)

// target renders a transition: the name of the state it goes to.
func (r *rendering) target(e *edge, pointer string) string {
	to := r.scope.targetOf(e)
	if to == nil {
		return ""
	}
	if j, ok := to.(*jump); ok {
		r.problem(pointer, j.at, gotoNowhere(j.name, r.state.Name(), r.scope.names()))
	}
	if pointer != nextPointer {
		r.origins.add(r.pointer, pointer, e.at)
	}
	return to.Name()
}

// nextPointer leads from a state to its Next. What made it is known of the state itself.
const nextPointer = "/Next"

func (r *rendering) flow(e *edge, out *asl.Flow) {
	out.Next = r.target(e, nextPointer)
	out.End = out.Next == ""
}

// rescue adds the retriers and catchers of a state to those that are there. What is for all errors
// comes last, as the service wants it, wherever it was added.
func (r *rendering) rescue(s *rescue, out *asl.Rescue) {
	r.retry(s, out)
	if len(s.catches) == 0 && r.defaults.Catch == nil {
		return
	}
	last := len(out.Catch) // those of a Raw state
	if catchesAll(out.Catch) {
		last--
	}
	tail := out.Catch[last:]
	out.Catch = out.Catch[:last:last]
	catches := slices.Clone(s.catches)
	slices.SortStableFunc(catches, func(a, b *catch) int { return allLast(a.props.errors, b.props.errors) })
	for _, c := range catches {
		pointer := "/Catch/" + strconv.Itoa(len(out.Catch))
		next := r.target(&c.edge, pointer+"/Next")
		r.origins.add(r.pointer, pointer, c.at)
		out.Catch = append(out.Catch, r.catcher(pointer, c.props, c.at, next))
	}
	out.Catch = append(out.Catch, tail...)
	if c := r.defaults.Catch; c != nil && r.scope.catchesErrors(r.state) && !catchesAll(out.Catch) {
		pointer := "/Catch/" + strconv.Itoa(len(out.Catch))
		out.Catch = append(out.Catch, r.catcher(pointer, c.fields(r.jsonata()), r.state.base().at, r.target(&r.scope.onError, pointer+"/Next")))
	}
}

func (r *rendering) retry(s *rescue, out *asl.Rescue) {
	if len(s.retries)+len(r.recommended)+len(r.defaults.Retry) == 0 {
		return
	}
	var list []retry
	for _, p := range r.recommended {
		if p.Errors = unnamed(p.Errors, s.retries); len(p.Errors) > 0 {
			list = append(list, retry{props: p})
		}
	}
	list = append(list, s.retries...)
	slices.SortStableFunc(list, func(a, b retry) int { return allLast(a.props.Errors, b.props.Errors) })
	if r.isTask {
		for _, p := range r.defaults.Retry {
			list = append(list, retry{props: p})
		}
	}
	last := len(out.Retry) // those of a Raw state
	if retriesAll(out.Retry) {
		last--
	}
	tail := out.Retry[last:]
	out.Retry = out.Retry[:last:last]
	for _, t := range list {
		if t.at == (origin.Origin{}) && (len(tail) > 0 || retriesAll(out.Retry)) {
			continue
		}
		pointer := "/Retry/" + strconv.Itoa(len(out.Retry))
		out.Retry = append(out.Retry, r.retrier(pointer, t.props, t.at))
		if t.at != (origin.Origin{}) {
			r.origins.add(r.pointer, pointer, t.at)
		}
	}
	out.Retry = append(out.Retry, tail...)
}

// allLast orders lists of errors so that those for all errors come last.
func allLast(a, b []string) int {
	rank := func(errors []string) int {
		if len(errors) == 0 || len(errors) == 1 && errors[0] == ErrAll {
			return 1
		}
		return 0
	}
	return rank(a) - rank(b)
}

// unnamed returns the errors that no retrier of the user's names: what he says of an error counts,
// not what is recommended.
func unnamed(errors []string, retries []retry) []string {
	var out []string
	for _, e := range errors {
		if !slices.ContainsFunc(retries, func(t retry) bool { return slices.Contains(t.props.Errors, e) }) {
			out = append(out, e)
		}
	}
	return out
}

// retriesAll tells whether the last retrier is for all errors, as only the last can be.
func retriesAll(list []asl.Retrier) bool {
	return len(list) > 0 && slices.Contains(list[len(list)-1].ErrorEquals, ErrAll)
}

func catchesAll(list []asl.Catcher) bool {
	return slices.ContainsFunc(list, func(c asl.Catcher) bool { return slices.Contains(c.ErrorEquals, ErrAll) })
}

func (r *rendering) retrier(pointer string, p RetryProps, at origin.Origin) asl.Retrier {
	out := asl.Retrier{Comment: p.Comment, ErrorEquals: errorNames(p.Errors), JitterStrategy: string(p.Jitter)}
	if p.Interval != 0 {
		out.IntervalSeconds = asl.IntOf(r.wholeSeconds(pointer+"/IntervalSeconds", "Interval", p.Interval, at))
	}
	if p.MaxDelay != 0 {
		out.MaxDelaySeconds = asl.IntOf(r.wholeSeconds(pointer+"/MaxDelaySeconds", "MaxDelay", p.MaxDelay, at))
	}
	switch {
	case p.MaxAttempts == Never:
		out.MaxAttempts = asl.IntOf(0)
	case p.MaxAttempts < 0:
		r.problem(pointer+"/MaxAttempts", at, negativeAttempts(p.MaxAttempts))
	case p.MaxAttempts > 0:
		out.MaxAttempts = asl.IntOf(int64(p.MaxAttempts))
	}
	switch {
	case math.IsNaN(p.BackoffRate) || math.IsInf(p.BackoffRate, 0):
		r.problem(pointer+"/BackoffRate", at, wrongKind("BackoffRate", "a number", p.BackoffRate))
	case p.BackoffRate != 0:
		out.BackoffRate = asl.FloatOf(p.BackoffRate)
	}
	return out
}

func (r *rendering) catcher(pointer string, p catchProps, at origin.Origin, next string) asl.Catcher {
	out := asl.Catcher{Comment: p.comment, ErrorEquals: errorNames(p.errors), Next: next}
	switch {
	case p.resultPath == "":
	case r.jsonata():
		r.problem(pointer+"/ResultPath", at, jsonPathField("ResultPath"))
	case p.resultPath == Discard:
		out.ResultPath = asl.Null
	default:
		out.ResultPath = asl.PathOf(p.resultPath)
	}
	out.Assign = r.nested(pointer, "Assign", p.assign, p.assign != nil, at)
	if p.output != nil {
		if r.jsonata() {
			out.Output = r.nested(pointer, "Output", p.output, true, at)
		} else {
			r.problem(pointer+"/Output", at, jsonataField("Output"))
		}
	}
	return out
}

func (r *rendering) nested(pointer, field string, v any, set bool, at origin.Origin) asl.Value {
	if !set {
		return asl.Value{}
	}
	p := r.payloads()
	out := p.top(field, v)
	for _, d := range p.problems {
		r.problem(pointer+d.Pointer, at, d)
	}
	return asl.ValueOf(out)
}

func errorNames(names []string) []string {
	if len(names) == 0 {
		return []string{ErrAll}
	}
	return names
}

func (r *rendering) rule(i int, way *rule) asl.Rule {
	pointer := "/Choices/" + strconv.Itoa(i)
	r.origins.add(r.pointer, pointer, way.at)
	out := way.condition.render(r, pointer, way.at)
	out.Comment = way.props.comment
	out.Assign = r.nested(pointer, "Assign", way.props.assign, way.props.assign != nil, way.at)
	if way.props.output != nil {
		if r.jsonata() {
			out.Output = r.nested(pointer, "Output", way.props.output, true, way.at)
		} else {
			r.problem(pointer+"/Output", way.at, jsonataField("Output"))
		}
	}
	out.Next = r.target(&way.edge, pointer+"/Next")
	return out
}

func (r *rendering) task(t *Task, out *asl.Task) {
	p := &t.props
	timeout, heartbeat := p.timeout, p.heartbeat
	if timeout == nil && r.defaults.Timeout != nil {
		timeout = r.defaults.Timeout
	}
	info := r.made.infos.New()
	info.Name, info.Pointer, info.Task = t.name, r.pointer, t
	if isNil(t.do) {
		r.problem("", t.at, integrationIsNil())
	} else {
		r.bind(t, &info.Binding)
	}
	b := &info.Binding
	if b.Timeout != nil {
		timeout = b.Timeout
	}
	if b.Heartbeat != nil {
		heartbeat = b.Heartbeat
	}
	if b.NoTimeout {
		timeout = nil
	}
	out.Resource, _ = r.text("Resource", b.Resource)
	out.Parameters, out.Arguments = r.payload(b.Arguments)
	out.TimeoutSeconds, out.TimeoutSecondsPath = r.seconds("TimeoutSeconds", timeout)
	out.HeartbeatSeconds, out.HeartbeatSecondsPath = r.seconds("HeartbeatSeconds", heartbeat)
	out.Credentials = r.credentials(p.credentials)
	r.statement(b.Statements...)
	r.recommended, r.isTask = b.Retry, true
	r.tasks = slab.Append(r.tasks, info)
}

// bind asks the integration what the task is made of.
func (r *rendering) bind(t *Task, out *Binding) {
	ctx := &r.context
	*ctx = TaskContext{State: t.name, Language: r.language, once: r.once}
	defer func() {
		if p := recover(); p != nil {
			r.problem("", t.at, panicked("Bind of", t.do, p))
		}
		r.take(ctx.Problems)
	}()
	*out = t.do.Bind(ctx)
}

// statement notes permissions that the state needs.
func (r *rendering) statement(list ...iam.Statement) {
	if len(list) == 0 {
		return
	}
	if slices.ContainsFunc(list, isAnonymous) {
		list = slices.Clone(list)
		for i := range list {
			list[i].Reasons = r.signed(list[i].Reasons)
		}
	}
	r.statements = slab.Append(r.statements, list)
}

// isAnonymous tells of permissions without a reason, or with one that does not name the state.
func isAnonymous(s iam.Statement) bool {
	return len(s.Reasons) == 0 || slices.ContainsFunc(s.Reasons, func(r iam.Reason) bool { return r.State == "" })
}

func (r *rendering) signed(reasons []iam.Reason) []iam.Reason {
	if len(reasons) == 0 {
		return []iam.Reason{{State: r.state.Name()}}
	}
	reasons = slices.Clone(reasons)
	for i := range reasons {
		reasons[i].State = cmp.Or(reasons[i].State, r.state.Name())
	}
	return reasons
}

func (r *rendering) credentials(c *Credentials) asl.Value {
	if c == nil {
		return asl.Value{}
	}
	_, dynamic := deref(c.RoleARN).(Expression)
	roles := c.AssumableRoleARNs
	if !dynamic {
		text, _ := r.text("Credentials/RoleArn", c.RoleARN)
		roles = []string{text}
	} else if len(roles) == 0 {
		r.problem("/Credentials", origin.Origin{}, dynamicRole())
	}
	if len(roles) > 0 {
		r.statement(iam.Allow("sts:AssumeRole").On(roles...).Because(r.state.Name(), "acts with the role in Credentials"))
	}
	return r.value("Credentials", Fields{{"RoleArn", c.RoleARN}})
}

func (r *rendering) mapFields(p *mapFields, out *asl.Map) {
	r.input(&p.dataFlow, &out.Input)
	out.ItemsPath = r.path("ItemsPath", p.itemsPath)
	if p.items != nil {
		out.Items = r.value("Items", p.items)
	}
	if p.itemSelector != nil {
		out.ItemSelector = r.value("ItemSelector", p.itemSelector)
	}
	out.MaxConcurrency, out.MaxConcurrencyPath = r.integer("MaxConcurrency", p.maxConcurrency)
	r.results(&p.dataFlow, &out.Results)
	r.assign(p.assign, &out.Variables)
	r.outputs(&p.dataFlow, &out.Outputs)
}

func (r *rendering) processor(g *innerGraph, config *asl.ProcessorConfig, out *asl.Map) {
	if g == nil {
		r.problem("", r.state.base().at, processorIsNil())
		return
	}
	out.ItemProcessor = &asl.Processor{Comment: g.comment, ProcessorConfig: config, Graph: r.graph(g, -1)}
}
