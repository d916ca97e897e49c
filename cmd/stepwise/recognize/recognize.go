package recognize

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/codegen"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/tasks"
	"github.com/stepwise-go/stepwise/tasks/awssdk"
	"github.com/stepwise-go/stepwise/tasks/sdk"
)

// constants are the names of patterns in the source.
var constants = map[any]string{tasks.RunJob: "tasks.RunJob", tasks.WaitForTaskToken: "tasks.WaitForTaskToken"}

// Task recognises the integration of a Task. It is for codegen.Options.
func Task(t codegen.Task) (codegen.Integration, bool) { return With(nil)(t) }

// With recognises integrations, with the CloudFormation type of what a token is the ARN of, such as
// AWS::Lambda::Function; "" if it is not known.
func With(typeOf func(token string) string) func(codegen.Task) (codegen.Integration, bool) {
	return func(t codegen.Task) (codegen.Integration, bool) {
		state := *t.State
		state.Resource = plainResource(state.Resource)
		original := t.State.Resource
		t.State = &state
		typ := ""
		if typeOf != nil {
			typ = typeOf(original)
		}
		i, ok := recognize(t, typ)
		if state.Resource != original {
			i.Resource = original
		}
		return i, ok
	}
}

// plainResource is an integration as it is written in most definitions: the partition may be another one,
// or a token, and the service accepts a region and an account.
func plainResource(resource string) string {
	if m := integrationARN.FindStringSubmatch(resource); m != nil {
		return "arn:aws:states:::" + m[1]
	}
	return resource
}

var integrationARN = regexp.MustCompile(`^arn:[^:]+:states:[^:]*:[^:]*:([\w-]+:[\w:.-]+)$`)

func recognize(t codegen.Task, typ string) (codegen.Integration, bool) {
	parameters := t.State.Parameters
	if t.Language == asl.JSONata {
		parameters = t.State.Arguments
	}
	o := parameters.Object()
	if o == nil && parameters.IsSet() {
		return codegen.Integration{}, false
	}
	w := &wanted{Task: t, set: parameters.IsSet(), parameters: o, function: typ == "AWS::Lambda::Function" || strings.Contains(t.State.Resource, ":function:")}
	if service, action, pattern, ok := sdk.ParseResource(t.State.Resource); ok {
		return w.sdk(service, action, pattern)
	}
	if typ == "AWS::StepFunctions::Activity" || strings.Contains(t.State.Resource, ":activity:") {
		return w.activity()
	}
	for _, c := range w.candidates() {
		if i, ok := w.try(c); ok {
			return i, true
		}
	}
	return codegen.Integration{}, false
}

// wanted is the Task that is to come out.
type wanted struct {
	codegen.Task
	set        bool
	parameters *ordjson.Object
	function   bool // the resource is a Lambda function
}

// candidates are the integrations that may be meant, by the resource.
func (w *wanted) candidates() []*filling {
	resource := w.State.Resource
	protos := prototypes()
	fill := func(name string, parameters map[string]any, pattern any, switches ...string) *filling {
		return &filling{typ: reflect.TypeOf(protos[name]), language: w.Language, parameters: parameters, pattern: pattern, switches: switches}
	}
	parameters := goObject(w.parameters, w.Language)
	if w.function {
		bare := map[string]any{"FunctionName": resource}
		if w.set {
			bare["Payload"] = parameters
		}
		return []*filling{fill("LambdaInvoke", bare, nil, "PayloadOnly")}
	}
	rest, ok := strings.CutPrefix(resource, "arn:aws:states:::")
	service, action, _ := strings.Cut(rest, ":")
	action, suffix, _ := strings.Cut(action, ".")
	if !ok {
		return nil
	}
	pattern := sfn.RequestResponse
	switch {
	case strings.HasPrefix(suffix, "sync"):
		pattern = sfn.RunJob
	case suffix != "":
		pattern = sfn.Pattern("." + suffix)
	}
	var out []*filling
	for _, d := range tasks.Find(service, action) {
		if d.OwnResource || protos[d.Name] == nil || !d.Allows(pattern) {
			continue
		}
		out = append(out, fill(d.Name, parameters, pattern))
		for _, name := range switchesOf(reflect.TypeOf(protos[d.Name])) {
			out = append(out, fill(d.Name, parameters, pattern, name))
		}
	}
	return out
}

// switchesOf are the fields that are true or false.
func switchesOf(t reflect.Type) []string {
	return slices.DeleteFunc(fieldsOf(t, reflect.TypeFor[bool]()), func(name string) bool { return name == "NoRetry" })
}

func fieldsOf(t, of reflect.Type) []string {
	var out []string
	for i := range t.NumField() {
		if t.Field(i).Type == of {
			out = append(out, t.Field(i).Name)
		}
	}
	return out
}

// try fills a candidate and sees whether the Task comes out of it.
func (w *wanted) try(f *filling) (codegen.Integration, bool) {
	if !w.fit(f) && !w.fitAnywhere(f) {
		return codegen.Integration{}, false
	}
	w.simplify(f)
	b, _ := w.bound(f)
	out := codegen.Integration{Constants: constants, Retries: len(b.Retry)}
	if !w.begins(b.Retry) {
		field, ok := f.typ.FieldByName("NoRetry")
		if !ok || field.Type.Kind() != reflect.Bool {
			return codegen.Integration{}, false
		}
		f.switches = append(f.switches, "NoRetry")
		out.Retries = 0
	}
	if f.everywhere || len(f.scopes) > 0 {
		out.Note = fmt.Sprintf("the state %q may use any resource: limit it to those it has to", w.Name)
	}
	f.printed = true
	out.Value = f.make().Interface()
	return out, true
}

// fitAnywhere fits an integration whose resources are known only when the state runs.
func (w *wanted) fitAnywhere(f *filling) bool {
	f.everywhere, f.dropped = true, nil
	if w.fit(f) {
		return true
	}
	f.dropped, f.scopes = nil, fieldsOf(f.typ, reflect.TypeFor[tasks.Scope]())
	if len(f.scopes) == 0 || !w.fit(f) {
		return false
	}
	for _, name := range slices.Clone(f.scopes) {
		all := f.scopes
		f.scopes = slices.DeleteFunc(slices.Clone(all), func(s string) bool { return s == name })
		if !w.same(f) {
			f.scopes = all
		}
	}
	f.everywhere = false
	if !w.same(f) {
		f.everywhere = true
	}
	return true
}

// fit moves to Extra what fields cannot say, until the Task comes out.
func (w *wanted) fit(f *filling) bool {
	for range 2 {
		if w.same(f) {
			return true
		}
		b, _, ok := bind(f.make().Interface().(sfn.Integration), w.Language) // what is missing may go to Extra
		if !ok {
			return false
		}
		got := w.rendered(b)
		for name := range f.parameters {
			if !slices.Contains(f.dropped, name) && !ordjson.Equal(member(got, name), member(w.parameters, name)) {
				f.dropped = append(f.dropped, name)
			}
		}
	}
	return w.same(f)
}

// member is a parameter with or without the suffix of a path.
func member(o *ordjson.Object, name string) any {
	if v, ok := o.Get(name); ok {
		return []any{v}
	}
	v, _ := o.Get(name + ".$")
	return []any{v, true}
}

func (w *wanted) bound(f *filling) (sfn.Binding, bool) {
	b, c, ok := bind(f.make().Interface().(sfn.Integration), w.Language)
	return b, ok && !c.Problems.HasErrors()
}

func (w *wanted) rendered(b sfn.Binding) *ordjson.Object {
	c := sfn.TaskContext{Language: w.Language}
	o, _ := c.Payload("Parameters", b.Arguments).(*ordjson.Object)
	return o
}

// same tells whether the Task comes out.
func (w *wanted) same(f *filling) bool {
	b, ok := w.bound(f)
	if !ok || b.Resource != any(w.State.Resource) || b.Timeout != nil || b.Heartbeat != nil || b.NoTimeout {
		return false
	}
	if b.Arguments == nil {
		return !w.set
	}
	return w.set && ordjson.Equal(w.rendered(b), w.parameters)
}

// simplify leaves fields out that say what would be so anyway.
func (w *wanted) simplify(f *filling) {
	for i, l := range leavesOf(f.typ) {
		if _, ok := lookup(f.parameters, l.parameter); !ok || slices.Contains(f.dropped, l.parameter[0]) {
			continue
		}
		f.unset = append(f.unset, i)
		if !w.same(f) {
			f.unset = f.unset[:len(f.unset)-1]
		}
	}
}

// begins tells whether the retriers of the state begin with those that the integration brings, and no
// other one names their errors.
func (w *wanted) begins(brought []sfn.RetryProps) bool {
	if len(brought) == 0 {
		return true
	}
	for i, p := range brought {
		if i >= len(w.State.Retry) || !equalRetrier(&w.State.Retry[i], p) {
			return false
		}
		for _, other := range w.State.Retry[len(brought):] {
			if slices.ContainsFunc(other.ErrorEquals, func(e string) bool { return slices.Contains(p.Errors, e) }) {
				return false
			}
		}
	}
	return true
}

func equalRetrier(r *asl.Retrier, p sfn.RetryProps) bool {
	return slices.Equal(r.ErrorEquals, p.Errors) && r.IntervalSeconds.Or(0) == int64(p.Interval.Seconds()) && r.MaxAttempts.Or(0) == int64(p.MaxAttempts) &&
		r.BackoffRate.Or(0) == p.BackoffRate && r.MaxDelaySeconds.Or(0) == int64(p.MaxDelay.Seconds()) && r.JitterStrategy == string(p.Jitter) &&
		r.Comment == p.Comment && r.Extra.Len() == 0
}

// activity makes an InvokeActivity.
func (w *wanted) activity() (codegen.Integration, bool) {
	i := tasks.InvokeActivity{Activity: tasks.ActivityAt(w.State.Resource)}
	if w.set {
		i.Input = goObject(w.parameters, w.Language)
	}
	b, c, ok := bind(i, w.Language)
	if !ok || c.Problems.HasErrors() || b.Resource != any(w.State.Resource) || w.set && !ordjson.Equal(w.rendered(b), w.parameters) {
		return codegen.Integration{}, false
	}
	return codegen.Integration{Value: i, Constants: constants}, true
}

// sdk makes a call of the AWS SDK integration.
func (w *wanted) sdk(service, action, pattern string) (codegen.Integration, bool) {
	c := awssdk.Call{Service: service, Action: action}
	if pattern != "" {
		c.Pattern = sfn.Pattern("." + pattern)
	}
	if w.set && w.parameters.Len() > 0 {
		c.Parameters = goObject(w.parameters, w.Language)
	}
	note := ""
	if _, context, ok := bind(c, w.Language); !ok || context.Problems.HasErrors() {
		c.Resources = []string{"*"}
		note = fmt.Sprintf("the state %q may use any resource: limit Resources to those it has to", w.Name)
	}
	b, context, ok := bind(c, w.Language)
	if !ok || context.Problems.HasErrors() || b.Resource != any(w.State.Resource) || !w.set || !ordjson.Equal(w.rendered(b), w.parameters) {
		return codegen.Integration{}, false
	}
	return codegen.Integration{Value: c, Constants: constants, Note: note}, true
}
