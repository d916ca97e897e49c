package sfn_test

import (
	"fmt"
	"math"
	"math/rand"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Types a user could write, each with something wrong.
type (
	nilFragment   struct{}
	embeddedNil   struct{ sfn.Chainable }
	embeddedState struct{ sfn.State }
	unhashable    struct {
		sfn.State
		_ map[string]int
	}
	embeddedChain    struct{ *sfn.Chain }
	freshFragment    struct{}
	emptyEnds        struct{}
	panicking        struct{}
	badIntegration   struct{ mode int }
	panickingMarshal struct{}
	selfPointer      *selfPointer
)

func (nilFragment) Start() sfn.State   { return (*sfn.Task)(nil) }
func (nilFragment) Ends() []sfn.End    { return nil }
func (freshFragment) Start() sfn.State { return sfn.NewPass("Fresh") }
func (freshFragment) Ends() []sfn.End  { return sfn.NewPass("Fresh").Ends() }
func (emptyEnds) Start() sfn.State     { return sfn.NewPass("Empty Ends") }
func (emptyEnds) Ends() []sfn.End      { return make([]sfn.End, 2) }
func (panicking) Start() sfn.State     { panic("no start") }
func (panicking) Ends() []sfn.End      { panic("no ends") }

func (panickingMarshal) MarshalJSON() ([]byte, error) { panic("no JSON") }
func (panickingMarshal) String() string               { panic("no text") }

func (b badIntegration) Bind(c *sfn.TaskContext) sfn.Binding {
	switch b.mode % 4 {
	case 0:
		panic("no binding")
	case 1:
		c.Problem("X1", "wrong", "mend it")
		return sfn.Binding{}
	case 2:
		return sfn.Binding{Resource: 5, Arguments: func() {}, Timeout: "x", Retry: []sfn.RetryProps{{Errors: []string{"", sfn.ErrAll}}}}
	}
	return sfn.Binding{Resource: sfn.JSONata("$x"), Arguments: []any{sfn.At("$.a")}, Statements: []iam.Statement{{}}, NoTimeout: true}
}

// random makes calls of builders from a seed. Whatever they are given, they must not panic.
type random struct {
	*rand.Rand
	made  []sfn.Chainable
	sane  bool // makes mostly what can be built
	names int
}

func (r *random) value(depth int) any {
	if r.sane && r.Intn(40) > 0 {
		return nil
	}
	cyclic := map[string]any{}
	cyclic["self"] = cyclic
	list := []any{nil, nil}
	list[0], list[1] = list, list
	var pointer selfPointer
	pointer = &pointer
	var text *string
	var object *ordjson.Object
	now := time.Now()
	values := []any{
		nil, sfn.Null, "", "$.path", "$", "{% $x %}", "${Token[X.1]}", 1, int64(math.MaxInt64), uint64(math.MaxUint64), 1.5, math.NaN(), math.Inf(-1),
		-1.8881545897087626e+289, true, make(chan int), func() {}, complex(1, 2), time.Duration(math.MaxInt64), time.Duration(math.MinInt64), 30 * time.Second,
		time.Millisecond, now, &now, text, object, (*time.Time)(nil), cyclic, list, pointer, &pointer, struct{ E sfn.Expression }{}, &struct{ X any }{cyclic},
		sfn.At("$.a"), sfn.At(""), sfn.At("$.a["), sfn.JSONata("$x"), sfn.JSONata("{% ( %}"), sfn.Intrinsic("States.Nope("), sfn.TaskToken(), sfn.Input("a["), sfn.Variable(""),
		sfn.Format("{} {}", 1), sfn.Format("{}", list), sfn.Array(cyclic, sfn.JSONata("x")), sfn.Expression{}, sfn.Fields(nil), sfn.Fields{{"", nil}, {"a", sfn.At("$.b")}},
		map[int]any{1: 2}, map[string]string{"a": "b"}, []int(nil), [2]any{sfn.At("$.a"), []any{sfn.At("$.b")}}, []byte("x"), panickingMarshal{}, &panickingMarshal{},
		(*panickingMarshal)(nil), ordjson.NewObject(ordjson.Member{Key: "a.$", Value: "$.x"}), (*sfn.Task)(nil), []any{map[string]any{"x": sfn.At("$.y")}},
	}
	if depth < 3 && r.Intn(3) == 0 {
		if r.Intn(2) == 0 {
			return map[string]any{"a": r.value(depth + 1), "b/~": r.value(depth + 1)}
		}
		return []any{r.value(depth + 1), r.value(depth + 1)}
	}
	return values[r.Intn(len(values))]
}

func (r *random) object() map[string]any {
	if r.sane {
		return []map[string]any{nil, {"a": sfn.At("$.a")}, {"b": []any{1, sfn.TaskToken()}, "c": nil}}[r.Intn(3)]
	}
	if r.Intn(2) == 0 {
		return nil
	}
	return map[string]any{"v": r.value(0), "": r.value(1)}
}

func (r *random) text() string {
	if r.sane {
		return []string{"", "$.x", "null"}[r.Intn(3)]
	}
	return []string{"", "", "A", "B", "C", "$", "$.x", "$.a[*]", "null", "$$.x", "x\x00\xff", "é", "{% $ %}", fmt.Sprintf("%081d", 1)}[r.Intn(14)]
}

func (r *random) errors() []string {
	return [][]string{nil, {}, {""}, {"E"}, {sfn.ErrAll}, {sfn.ErrAll, "E"}, {sfn.ErrRuntime}}[r.Intn(7)]
}

func (r *random) retry() []sfn.RetryProps {
	if r.Intn(2) == 0 {
		return nil
	}
	return []sfn.RetryProps{{
		Errors: r.errors(), Interval: []time.Duration{0, -1, time.Second, math.MaxInt64}[r.Intn(4)], MaxAttempts: r.Intn(5) - 2,
		BackoffRate: []float64{0, 2, -1, math.NaN(), math.Inf(1)}[r.Intn(5)], MaxDelay: time.Duration(r.Int63()), Jitter: sfn.Jitter(r.text()),
	}}
}

func (r *random) condition(depth int) sfn.Condition {
	if depth > 3 {
		return sfn.Condition{}
	}
	switch r.Intn(12) {
	case 0:
		return sfn.And()
	case 1:
		return sfn.And(r.condition(depth+1), r.condition(depth+1))
	case 2:
		return sfn.Not(r.condition(depth + 1))
	case 3:
		return sfn.Or(r.condition(depth + 1))
	case 4:
		return sfn.JSONataCondition(r.text())
	case 5:
		return sfn.NumberEquals(r.text(), math.NaN())
	case 6:
		return sfn.StringEqualsPath(r.text(), r.text())
	case 7:
		return sfn.RawCondition(r.value(0))
	case 8:
		return sfn.Expr(r.text() + " == " + r.text())
	case 9:
		return sfn.Expr("$.x && !isNull($.y)")
	case 10:
		return sfn.TimestampLessThan("$.t", time.Time{})
	}
	return sfn.IsPresent("$.a")
}

func (r *random) bucket() sfn.Bucket {
	return sfn.Bucket{Name: r.value(0), ARN: r.text(), KeyARN: r.text(), AllowedARNs: r.errors()}
}

func (r *random) distributed() sfn.DistributedProps {
	var reader sfn.ItemReader = (*sfn.S3JSON)(nil)
	readers := []sfn.ItemReader{
		nil, reader, sfn.S3Objects{}, sfn.S3CSV{Bucket: r.bucket(), Key: r.value(0), Headers: r.errors()}, sfn.S3Manifest{Bucket: r.bucket(), ManifestType: r.text()},
		&sfn.S3JSON{Bucket: r.bucket(), MaxItems: r.value(0)}, sfn.S3Parquet{}, sfn.S3JSONL{VersionID: r.value(0)},
	}
	p := sfn.DistributedProps{
		ExecutionType: sfn.MachineType(r.text()), Label: r.text(), Reader: readers[r.Intn(len(readers))], ToleratedFailureCount: r.value(0), ToleratedFailurePercentage: r.value(0),
	}
	if r.Intn(2) == 0 {
		p.Batcher = &sfn.ItemBatcher{MaxItems: r.value(0), MaxInputBytes: r.value(0), BatchInput: r.value(0)}
		p.Writer = &sfn.ResultWriter{Bucket: r.bucket(), Prefix: r.value(0), OutputType: r.text()}
	}
	return p
}

// chainable is one that was made before, or something that is hardly one.
func (r *random) chainable() sfn.Chainable {
	odd := []sfn.Chainable{
		nil, (*sfn.Task)(nil), (*sfn.Chain)(nil), (*sfn.Choice)(nil), &sfn.Chain{}, &sfn.Task{}, &sfn.Pass{}, &sfn.Wait{}, &sfn.Choice{}, &sfn.Parallel{}, &sfn.Map{},
		&sfn.DistributedMap{}, &sfn.Succeed{}, &sfn.Fail{}, &sfn.Raw{}, nilFragment{}, embeddedNil{}, &embeddedNil{}, embeddedState{}, embeddedState{sfn.NewPass("Inside")},
		unhashable{State: sfn.NewPass("Unhashable")}, embeddedChain{}, freshFragment{}, emptyEnds{}, panicking{}, sfn.Goto("A"), sfn.Goto(""), sfn.Goto("Nowhere"),
	}
	if r.sane && r.Intn(60) > 0 {
		if len(r.made) > 0 && r.Intn(3) > 0 {
			return r.made[r.Intn(len(r.made))]
		}
		return sfn.NewPass(r.name())
	}
	if len(r.made) > 0 && r.Intn(4) > 0 {
		return r.made[r.Intn(len(r.made))]
	}
	return odd[r.Intn(len(odd))]
}

func (r *random) name() string {
	r.names++
	return fmt.Sprint("Sane ", r.names)
}

// likely are states that can be built.
func (r *random) likely() sfn.Chainable {
	n := r.name()
	switch r.Intn(7) {
	case 0:
		return sfn.NewTask(n, call{demoARN, r.object()}, sfn.TaskProps{Assign: r.object(), ResultPath: r.text()}).Catch(r.chainable())
	case 1:
		return sfn.NewWait(n, sfn.WaitProps{Seconds: 5, OutputPath: r.text()})
	case 2:
		return sfn.NewChoice(n).When(sfn.Expr("$.a > 1"), r.chainable()).When(sfn.IsPresent("$.b"), r.chainable())
	case 3:
		return sfn.NewParallel(n).Branch(r.chainable(), sfn.NewPass(r.name()))
	case 4:
		return sfn.NewMap(n, sfn.Clone(r.chainable()).PrefixStates(n))
	case 5:
		return sfn.NewJSONataPass(n, sfn.JSONataPassProps{Output: map[string]any{"x": sfn.Input("x")}})
	}
	return sfn.NewDistributedMap(n, sfn.Prefix(n, r.chainable()))
}

func (r *random) state() sfn.Chainable {
	if r.sane && r.Intn(40) > 0 {
		return r.likely()
	}
	n := []string{"A", "B", "C", "D", "E", "F", "", "x\ny"}[r.Intn(8)]
	switch r.Intn(18) {
	case 0:
		return sfn.NewPass(n, sfn.PassProps{Result: r.value(0), Parameters: r.value(0), ResultPath: r.text(), Assign: r.object()})
	case 1:
		return sfn.NewJSONataPass(n, sfn.JSONataPassProps{Output: r.value(0), Assign: r.object()}, sfn.JSONataPassProps{})
	case 2:
		var do sfn.Integration
		switch r.Intn(4) {
		case 0:
			do = (*badIntegration)(nil)
		case 1:
			do = badIntegration{r.Intn(4)}
		case 2:
			do = call{"arn:aws:states:::aws-sdk:demo:call", r.value(0)}
		}
		return sfn.NewTask(n, do, sfn.TaskProps{Timeout: r.value(0), Heartbeat: r.value(0), Retry: r.retry(), ResultSelector: r.object(), Credentials: sfn.Credentials{RoleARN: r.value(0)}})
	case 3:
		return sfn.NewJSONataTask(n, call{"arn:aws:states:::aws-sdk:demo:call.waitForTaskToken", r.value(0)}, sfn.JSONataTaskProps{Output: r.value(0), Timeout: r.value(0)})
	case 4:
		return sfn.NewWait(n, sfn.WaitProps{Seconds: r.value(0), SecondsPath: r.text(), Timestamp: r.value(0), TimestampPath: r.text()})
	case 5:
		return sfn.NewJSONataWait(n, sfn.JSONataWaitProps{Seconds: r.value(0), Timestamp: r.value(0)})
	case 6:
		return sfn.NewChoice(n, sfn.ChoiceProps{InputPath: r.text(), Assign: r.object()}).When(r.condition(0), r.chainable(), sfn.WhenProps{Assign: r.object()})
	case 7:
		return sfn.NewJSONataChoice(n).WhenJSONata(r.condition(0), r.chainable(), sfn.JSONataWhenProps{Output: r.value(0)}).Otherwise(r.chainable())
	case 8:
		return sfn.NewParallel(n, sfn.ParallelProps{Parameters: r.value(0), Retry: r.retry()}).Branch(r.chainable(), r.chainable())
	case 9:
		return sfn.NewJSONataParallel(n, sfn.JSONataParallelProps{Arguments: r.value(0)}).CommentedBranch("c", r.chainable())
	case 10:
		return sfn.NewMap(n, r.chainable(), sfn.MapProps{ItemsPath: r.text(), ItemSelector: r.value(0), MaxConcurrency: r.value(0), ProcessorComment: "c"})
	case 11:
		return sfn.NewJSONataMap(n, r.chainable(), sfn.JSONataMapProps{Items: r.value(0), ItemSelector: r.value(0)})
	case 12:
		return sfn.NewDistributedMap(n, r.chainable(), sfn.DistributedMapProps{DistributedProps: r.distributed()})
	case 13:
		return sfn.NewJSONataDistributedMap(n, r.chainable(), sfn.JSONataDistributedMapProps{DistributedProps: r.distributed()})
	case 14:
		return sfn.NewSucceed(n, sfn.SucceedProps{OutputPath: r.text()})
	case 15:
		return sfn.NewFail(n, sfn.FailProps{Error: r.value(0), Cause: r.value(0)})
	case 16:
		return sfn.NewRaw(n, sfn.RawProps{JSON: []any{`{"Type":"Task","Retry":[1]}`, `{"Type":"Choice","Choices":{}}`, "[", map[string]any{"Type": "Pass", "X": r.value(0)}, r.value(0)}[r.Intn(5)]})
	}
	return sfn.NewRaw(n, sfn.RawProps{JSON: `{"Type":"Pass"}`, Language: asl.QueryLanguage(r.text())})
}

// join calls a method that joins.
func (r *random) join() sfn.Chainable {
	c := r.chainable()
	switch t := c.(type) {
	case *sfn.Task:
		if r.Intn(2) == 0 {
			return t.Retry(r.retry()...).Catch(r.chainable(), sfn.CatchProps{Errors: r.errors(), ResultPath: r.text(), Assign: r.object()})
		}
		return t.CatchJSONata(r.chainable(), sfn.JSONataCatchProps{Output: r.value(0)}).Next(r.chainable())
	case *sfn.Pass:
		if t != nil {
			sfn.Patch(t, sfn.Set(r.text(), r.value(0)), sfn.Remove("/"+r.text()), sfn.Move(r.text(), r.text()))
		}
		return t.Next(r.chainable())
	case *sfn.Wait:
		return t.Next(r.chainable())
	case *sfn.Choice:
		return t.When(r.condition(0), r.chainable()).WhenJSONata(r.condition(0), r.chainable()).Otherwise(r.chainable()).
			Afterwards(sfn.AfterwardsProps{IncludeErrorHandlers: r.Intn(2) == 0, ExcludeOtherwise: r.Intn(2) == 0}).Next(r.chainable())
	case *sfn.Parallel:
		return t.Branch(r.chainable()).CommentedBranch("", t).Retry().Catch(t).CatchJSONata(nil).Next(t)
	case *sfn.Map:
		return t.Retry(r.retry()...).Catch(r.chainable()).CatchJSONata(r.chainable()).Next(r.chainable())
	case *sfn.DistributedMap:
		return t.Retry(r.retry()...).Catch(r.chainable()).CatchJSONata(r.chainable()).Next(r.chainable())
	case *sfn.Raw:
		return t.Retry(r.retry()...).Catch(r.chainable()).CatchJSONata(r.chainable()).Next(r.chainable())
	case *sfn.Chain:
		if r.Intn(3) == 0 {
			return t.PrefixStates("p ").ToSingleState("Single", sfn.ParallelProps{}, sfn.ParallelProps{})
		}
		return t.Next(r.chainable())
	}
	switch r.Intn(3) {
	case 0:
		return sfn.Sequence(c, r.chainable(), r.chainable())
	case 1:
		return sfn.Clone(c)
	}
	return sfn.Prefix(r.text(), c)
}

func (r *random) machine() sfn.MachineProps {
	if r.sane {
		return sfn.MachineProps{}
	}
	p := sfn.MachineProps{
		QueryLanguage: asl.QueryLanguage([]string{"", "JSONPath", "JSONata", "XPath"}[r.Intn(4)]), Timeout: []time.Duration{0, -1, 1, time.Hour, math.MinInt64}[r.Intn(5)],
		Type: sfn.MachineType([]string{"", "EXPRESS", "x"}[r.Intn(3)]), Version: r.text(), Ignore: []sfn.Ignore{{Code: "SWB16", State: r.text(), Reason: r.text()}},
	}
	if r.Intn(2) == 0 {
		p.Defaults = sfn.Defaults{Retry: r.retry(), Timeout: r.value(0), Catch: &sfn.DefaultCatch{Handler: r.chainable(), Props: sfn.CatchProps{Errors: r.errors()}}}
	}
	return p
}

func buildAtRandom(t *testing.T, seed int64) (built int) {
	r := &random{Rand: rand.New(rand.NewSource(seed)), sane: seed%2 == 0}
	for range 2 + r.Intn(12) {
		if r.Intn(2) == 0 {
			r.made = append(r.made, r.state())
		} else {
			r.made = append(r.made, r.join())
		}
	}
	for range 2 { // the same states in two machines
		start, props := r.chainable(), r.machine()
		d, err := sfn.Build(start, props)
		if err != nil {
			for _, p := range problems(err) {
				if p.Code == "" || p.Summary == "" {
					t.Errorf("seed %d: an empty diagnostic %+v", seed, p)
				}
			}
			continue
		}
		text, err := d.Render()
		if err != nil {
			t.Errorf("seed %d: built, but: %v", seed, err)
			continue
		}
		if doc, err := asl.Parse("x", text); err != nil || !ordjson.Equal(doc.Machine.JSON(), d.ASL().JSON()) {
			t.Errorf("seed %d: what was built does not read back: %v\n%s", seed, err, text)
		}
		again, err := sfn.Build(start, props)
		if err != nil {
			t.Errorf("seed %d: does not build again: %v", seed, err)
			continue
		}
		if second, _ := again.Render(); string(second) != string(text) {
			t.Errorf("seed %d: builds differently", seed)
		}
		_, _, _, _ = d.Statements(), d.Tasks(), d.Late(), d.Warnings()
		built++
	}
	return built
}

func TestBuildersNeverPanic(t *testing.T) {
	n := int64(500)
	if testing.Short() {
		n = 100
	}
	built := 0
	for seed := range n {
		built += buildAtRandom(t, seed)
	}
	if built < int(n)/10 {
		t.Errorf("only %d of %d machines could be built", built, 2*n)
	}
}

func FuzzBuilders(f *testing.F) {
	f.Add(int64(1))
	f.Fuzz(func(t *testing.T, seed int64) { buildAtRandom(t, seed) })
}
