package sfn_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
)

// The names of these tests are those of the defects of aws-cdk-lib that they keep out: see
// docs/differences-from-aws-cdk.md.

const demoARN = "arn:aws:states:::aws-sdk:demo:call"

var inJSONata = sfn.MachineProps{QueryLanguage: asl.JSONata}

func has(t *testing.T, got string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Errorf("no %s in\n%s", w, got)
		}
	}
}

// refuses builds and expects these codes, and no other errors.
func refuses(t *testing.T, start sfn.Chainable, props sfn.MachineProps, codes ...string) {
	t.Helper()
	_, err := sfn.Build(start, props)
	got := map[string]bool{}
	for _, d := range problems(err).Errors() {
		got[d.Code] = true
	}
	for _, c := range codes {
		if !got[c] {
			t.Errorf("no %s in\n%v", c, err)
		}
		delete(got, c)
	}
	for c := range got {
		t.Errorf("%s too in\n%v", c, err)
	}
}

// nested puts a state into a Map in a Parallel in a Map.
func nested(s sfn.Chainable) sfn.Chainable {
	return sfn.NewMap("Outer", sfn.NewParallel("Branches").Branch(sfn.NewDistributedMap("Inner", s)))
}

func TestD1LanguageOfNestedStates(t *testing.T) {
	got := render(t, nested(sfn.NewTask("T", call{demoARN, sfn.Fields{{"Id", sfn.Input("id")}}})), inJSONata)
	has(t, got, `"Arguments":{"Id":"{% $states.input.id %}"}`)
	if strings.Contains(got, "Parameters") || strings.Count(got, "QueryLanguage") != 1 {
		t.Error(got)
	}
	got = render(t, nested(sfn.NewJSONataTask("T", call{demoARN, sfn.Fields{{"Id", sfn.JSONata("$states.input.id")}}})))
	has(t, got, `"T":{"Type":"Task","QueryLanguage":"JSONata"`, `"Arguments":{"Id":"{% $states.input.id %}"}`)
}

func TestD2CatchKeepsOutput(t *testing.T) {
	task := sfn.NewTask("T", call{demoARN, nil}).CatchJSONata(sfn.NewPass("H"), sfn.JSONataCatchProps{Output: sfn.JSONata("$states.errorOutput"), Assign: map[string]any{"a": 1}})
	has(t, render(t, task, inJSONata), `"Catch":[{"ErrorEquals":["States.ALL"],"Assign":{"a":1},"Output":"{% $states.errorOutput %}","Next":"H"}]`)
}

func TestD3RulesKeepOutput(t *testing.T) {
	choice := sfn.NewChoice("C").WhenJSONata(sfn.Expr("$.a == 1"), sfn.NewPass("P"), sfn.JSONataWhenProps{Output: map[string]any{"x": 1}, Comment: "c"}).Otherwise(sfn.NewSucceed("S"))
	has(t, render(t, choice, inJSONata), `{"Comment":"c","Condition":"{% $states.input.a = 1 %}","Output":{"x":1},"Next":"P"}`)
}

func TestD4JSONPathInJSONata(t *testing.T) {
	for name, c := range map[string]struct {
		state sfn.Chainable
		codes []string
	}{
		"input path":      {sfn.NewPass("S", sfn.PassProps{InputPath: "$.x"}), []string{"SWB25"}},
		"output path":     {sfn.NewSucceed("S", sfn.SucceedProps{OutputPath: "$.x"}), []string{"SWB25"}},
		"result path":     {sfn.NewTask("S", call{demoARN, nil}, sfn.TaskProps{ResultPath: sfn.Discard}), []string{"SWB25"}},
		"result selector": {sfn.NewTask("S", call{demoARN, nil}, sfn.TaskProps{ResultSelector: map[string]any{"a": 1}}), []string{"SWB25"}},
		"result":          {sfn.NewPass("S", sfn.PassProps{Result: 1}), []string{"SWB25"}},
		"parameters":      {sfn.NewPass("S", sfn.PassProps{Parameters: map[string]any{"a": 1}}), []string{"SWB25"}},
		"items path":      {sfn.NewMap("S", sfn.NewPass("I"), sfn.MapProps{ItemsPath: "$.x"}), []string{"SWB25"}},
		"seconds path":    {sfn.NewWait("S", sfn.WaitProps{SecondsPath: "$.x"}), []string{"SWB25"}},
		"catch path":      {sfn.NewTask("S", call{demoARN, nil}).Catch(sfn.NewPass("H"), sfn.CatchProps{ResultPath: "$.e"}), []string{"SWB25"}},
		"condition":       {sfn.NewChoice("S").When(sfn.StringEquals("$.a", "b"), sfn.NewPass("P")).Otherwise(sfn.NewPass("Q")), []string{"SWB27"}},
		"expression":      {sfn.NewTask("S", call{demoARN, sfn.Fields{{"A", sfn.At("$.a")}}}), []string{"SWB23"}},
		"deep expression": {sfn.NewTask("S", call{demoARN, sfn.Fields{{"A", []any{map[string]any{"b": sfn.At("$.a")}}}}}), []string{"SWB23"}},
		"intrinsic":       {sfn.NewPass("S", sfn.PassProps{Assign: map[string]any{"a": sfn.Format("{}", sfn.At("$.x"))}}), []string{"SWB23"}},
		"timeout":         {sfn.NewTask("S", call{demoARN, nil}, sfn.TaskProps{Timeout: sfn.At("$.x")}), []string{"SWB23"}},
		"fail":            {sfn.NewFail("S", sfn.FailProps{Error: sfn.At("$.e")}), []string{"SWB23"}},
		"raw":             {sfn.NewRaw("S", sfn.RawProps{JSON: `{"Type":"Pass","Result":1}`}), []string{"SW211"}},
	} {
		t.Run(name, func(t *testing.T) {
			refuses(t, c.state, inJSONata, c.codes...)
			refuses(t, nested(c.state), inJSONata, c.codes...)
		})
	}
}

func TestD4JSONataInJSONPath(t *testing.T) {
	for name, c := range map[string]struct {
		state sfn.Chainable
		code  string
	}{
		"expression":   {sfn.NewTask("S", call{demoARN, sfn.Fields{{"a", sfn.JSONata("$x")}}}), "SWB23"},
		"condition":    {sfn.NewChoice("S").When(sfn.JSONataCondition("true"), sfn.NewPass("P")).Otherwise(sfn.NewPass("Q")), "SWB27"},
		"rule output":  {sfn.NewChoice("S").WhenJSONata(sfn.Expr("$.x"), sfn.NewPass("P"), sfn.JSONataWhenProps{Output: 1}).Otherwise(sfn.NewPass("Q")), "SWB26"},
		"catch output": {sfn.NewTask("S", call{demoARN, nil}).CatchJSONata(sfn.NewPass("H"), sfn.JSONataCatchProps{Output: 1}), "SWB26"},
		"seconds":      {sfn.NewWait("S", sfn.WaitProps{Seconds: sfn.JSONata("$x")}), "SWB23"},
		"seconds text": {sfn.NewWait("S", sfn.WaitProps{Seconds: "{% $x %}"}), "SWB23"},
	} {
		t.Run(name, func(t *testing.T) {
			refuses(t, c.state, sfn.MachineProps{}, c.code)
			refuses(t, nested(c.state), sfn.MachineProps{}, c.code)
		})
	}
}

func TestD5OtherwiseAfterTheGraphIsUsed(t *testing.T) {
	choice := sfn.NewChoice("C").When(sfn.Expr("$.x"), sfn.NewPass("A"))
	each := sfn.NewMap("M", choice)
	choice.Otherwise(sfn.NewPass("Late").Next(sfn.NewPass("Later")))
	has(t, render(t, each), `"Default":"Late"`, `"Late":{"Type":"Pass","Next":"Later"}`, `"Later":{"Type":"Pass","End":true}`)
}

func TestD6PrefixReachesInside(t *testing.T) {
	fragment := sfn.NewMap("Each", sfn.NewParallel("Both").Branch(sfn.NewPass("X"), sfn.NewDistributedMap("Far", sfn.NewPass("Y"))))
	got := render(t, sfn.Prefix("1 ", fragment).Next(sfn.Prefix("2 ", fragment)).Next(fragment))
	has(t, got, `"1 Each"`, `"1 Both"`, `"1 X"`, `"1 Far"`, `"1 Y"`, `"2 Y"`, `"Y"`)
}

func TestD6ClashesNameBothOrigins(t *testing.T) {
	fragment := func() sfn.Chainable { return sfn.NewMap("Each", sfn.NewPass("Item")) }
	_, err := sfn.Build(sfn.NewParallel("P").Branch(fragment(), fragment()))
	has(t, err.Error(), `two states have the name "Each"`, `two states have the name "Item"`, "the other one: defects_test.go:")
}

func TestD7LateChangesAreTold(t *testing.T) {
	pass := sfn.NewPass("P")
	task := sfn.NewTask("T", call{demoARN, nil})
	d, err := sfn.Build(pass.Next(task))
	if err != nil || len(d.Late()) != 0 {
		t.Fatal(err, d.Late())
	}
	task.Retry()
	task.Next(sfn.NewPass("More"))
	if late := d.Late(); len(late) != 1 || late[0].Code != "SWB17" || !strings.Contains(late[0].Summary, `"T"`) {
		t.Error(late)
	}
}

func TestD8NestedChoicesAreJoined(t *testing.T) {
	inner := sfn.NewChoice("Inner").When(sfn.Expr("$.a"), sfn.NewPass("A"))
	outer := sfn.NewChoice("Outer").When(sfn.Expr("$.b"), sfn.NewPass("Before").Next(inner)).Otherwise(sfn.NewPass("B"))
	has(t, render(t, outer.Next(sfn.NewPass("Join"))),
		`"Inner":{"Type":"Choice","Choices":[{"Variable":"$.a","BooleanEquals":true,"Next":"A"}],"Default":"Join"}`, `"A":{"Type":"Pass","Next":"Join"}`, `"B":{"Type":"Pass","Next":"Join"}`)
}

func TestD10KeysOfBuckets(t *testing.T) {
	bucket := sfn.Bucket{Name: "data", KeyARN: "arn:aws:kms:eu-west-1:123456789012:key/k"}
	d, err := sfn.Build(sfn.NewDistributedMap("M", sfn.NewPass("P"), sfn.DistributedMapProps{DistributedProps: sfn.DistributedProps{
		Reader: sfn.S3JSON{Bucket: bucket, Key: "in.json"}, Writer: &sfn.ResultWriter{Bucket: bucket, Prefix: "out/"},
	}}))
	if err != nil {
		t.Fatal(err)
	}
	has(t, strings.Join(iam.Permissions(d.Statements()), "\n"),
		"Allow s3:getobject on arn:${AWS::Partition}:s3:::data/in.json", "Allow s3:putobject on arn:${AWS::Partition}:s3:::data/out/*",
		"Allow kms:decrypt on "+bucket.KeyARN, "Allow kms:generatedatakey on "+bucket.KeyARN)
}

func TestD12DynamicBuckets(t *testing.T) {
	reader := func(b sfn.Bucket) *sfn.DistributedMap {
		return sfn.NewDistributedMap("M", sfn.NewPass("P"), sfn.DistributedMapProps{DistributedProps: sfn.DistributedProps{Reader: sfn.S3JSON{Bucket: b, Key: sfn.At("$.key")}}})
	}
	refuses(t, reader(sfn.Bucket{Name: sfn.At("$.bucket")}), sfn.MachineProps{}, "SWB36")
	d, err := sfn.Build(reader(sfn.Bucket{Name: sfn.At("$.bucket"), AllowedARNs: []string{"arn:aws:s3:::one"}}))
	if err != nil {
		t.Fatal(err)
	}
	text, _ := asl.RenderCompact(d.ASL())
	has(t, string(text), `"Parameters":{"Bucket.$":"$.bucket","Key.$":"$.key"}`)
	has(t, strings.Join(iam.Permissions(d.Statements()), "\n"), "Allow s3:getobject on arn:aws:s3:::one/*")
}

func TestD14PathsInLists(t *testing.T) {
	got := render(t, sfn.NewPass("P", sfn.PassProps{Parameters: map[string]any{
		"list":   []any{"it's", sfn.At("$.a"), 1, true, nil},
		"deep":   []any{[]any{sfn.At("$.a"), "x"}, map[string]any{"b": 1}},
		"inside": []any{map[string]any{"c": sfn.At("$.c")}},
		"typed":  []sfn.Expression{sfn.At("$.d")},
		"plain":  []string{"e"},
	}}))
	has(t, got, `"list.$":"States.Array('it\\'s', $.a, 1, true, null)"`, `"deep.$":"States.Array(States.Array($.a, 'x'), States.StringToJson('{\"b\":1}'))"`,
		`"inside":[{"c.$":"$.c"}]`, `"typed.$":"States.Array($.d)"`, `"plain":["e"]`)
	refuses(t, sfn.NewPass("P", sfn.PassProps{Parameters: map[string]any{"a": []any{sfn.At("$.a"), map[string]any{"b": sfn.At("$.b")}}}}), sfn.MachineProps{}, "SWB29")
}

func TestD15NullIsAValue(t *testing.T) {
	got := render(t, sfn.NewPass("P", sfn.PassProps{
		Parameters: map[string]any{"a": nil, "b": sfn.Null, "c": map[string]any{"d": nil}}, Assign: map[string]any{"v": nil},
	}))
	has(t, got, `"Parameters":{"a":null,"b":null,"c":{"d":null}}`, `"Assign":{"v":null}`)
	has(t, render(t, sfn.NewPass("P", sfn.PassProps{Result: sfn.Null})), `"Result":null`)
}

func TestD16TokenBesideOddNames(t *testing.T) {
	task := sfn.NewTask("T", call{"arn:aws:states:::aws-sdk:demo:call.waitForTaskToken", sfn.Fields{
		{"Message", sfn.Format("{} {}", sfn.At("$.my_var-1['a b']"), sfn.TaskToken())},
	}}, sfn.TaskProps{Timeout: time.Hour})
	d, err := sfn.Build(task)
	if err != nil || len(d.Warnings()) != 0 {
		t.Error(err, d.Warnings())
	}
	without := sfn.NewTask("T", call{"arn:aws:states:::aws-sdk:demo:call.waitForTaskToken", sfn.Fields{{"Message", "x"}}}, sfn.TaskProps{Timeout: time.Hour})
	d, err = sfn.Build(without)
	if err != nil || len(d.Warnings()) != 1 || d.Warnings()[0].Code != "SW504" {
		t.Error(err, d.Warnings())
	}
}

func TestD36RefusedBeforeDeployment(t *testing.T) {
	express := sfn.MachineProps{Type: sfn.Express}
	never := sfn.RetryProps{Errors: []string{"E"}, MaxAttempts: -5}
	slow := sfn.RetryProps{Errors: []string{"E"}, BackoffRate: 0.1}
	refuses(t, sfn.NewTask("T", call{"arn:aws:states:::sqs:sendMessage.waitForTaskToken", sfn.Fields{{"QueueUrl", "u"}, {"MessageBody", sfn.TaskToken()}}}), express, "SW701")
	refuses(t, sfn.NewTask("T", call{demoARN, nil}, sfn.TaskProps{Timeout: time.Second, Heartbeat: time.Minute}), sfn.MachineProps{}, "SW207")
	refuses(t, sfn.NewTask("T", call{demoARN, nil}).Retry(never), sfn.MachineProps{}, "SWB34")
	refuses(t, sfn.NewTask("T", call{demoARN, nil}).Retry(slow), sfn.MachineProps{}, "SW206")
	refuses(t, sfn.NewPass(strings.Repeat("é", 81)), sfn.MachineProps{}, "SW106")
	refuses(t, sfn.NewJSONataPass("P", sfn.JSONataPassProps{Output: sfn.JSONata("$states.input.(")}), sfn.MachineProps{}, "SW305")
	orphan := sfn.NewPass("Orphan")
	end := sfn.NewPass("End")
	orphan.Next(end)
	d, err := sfn.Build(sfn.NewPass("Start").Next(end))
	if err != nil || len(d.Warnings()) != 1 || d.Warnings()[0].Code != "SWB16" {
		t.Error("the orphan is not told", err, d.Warnings())
	}
}
