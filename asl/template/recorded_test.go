package template_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl/intrinsic"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/asl/template"
	"github.com/stepwise-go/stepwise/internal/recorded"
	"github.com/stepwise-go/stepwise/ordjson"
)

// at returns the member at the end of a row of names, or nil.
func at(v any, names ...string) any {
	for _, name := range names {
		object, _ := v.(*ordjson.Object)
		v, _ = object.Get(name)
	}
	return v
}

func textAt(v any, names ...string) string {
	s, _ := at(v, names...).(string)
	return s
}

// states visits every state of a definition, nested ones included.
func states(definition any, visit func(name string, state *ordjson.Object)) {
	switch v := definition.(type) {
	case []any:
		for _, element := range v {
			states(element, visit)
		}
	case *ordjson.Object:
		for key, member := range v.All() {
			if object, ok := member.(*ordjson.Object); ok && key == "States" {
				for name, state := range object.All() {
					if s, ok := state.(*ordjson.Object); ok {
						visit(name, s)
					}
				}
			}
			states(member, visit)
		}
	}
}

func usesJSONata(definition any) bool {
	return strings.Contains(ordjson.String(definition), `"JSONata"`)
}

// TestRecordedPass compares what Pass states gave on the service with what their paths and templates give here.
func TestRecordedPass(t *testing.T) {
	compared, templates, failures, skipped := 0, 0, 0, 0
	for _, c := range recorded.Cases[*ordjson.Object](t, "*.json") {
		definition := at(c, "definition")
		if textAt(c, "kind") != "execution" || usesJSONata(definition) {
			continue
		}
		events, _ := at(c, "expected", "events").([]any)
		byName := map[string]*ordjson.Object{}
		states(definition, func(name string, s *ordjson.Object) { byName[name] = s })
		for i, entered := range events {
			state := byName[textAt(entered, "details", "name")]
			if textAt(entered, "type") != "PassStateEntered" || !plain(state) {
				continue
			}
			id, name := textAt(c, "id"), textAt(entered, "details", "name")
			if i+1 >= len(events) || !ordjson.Equal(at(events[i+1], "prev"), at(entered, "id")) {
				skipped++
				continue
			}
			after := events[i+1]
			got, cause, ok := render(t, c, state, at(entered, "details", "input"))
			if !ok {
				skipped++
				continue
			}
			if want, failed := at(after, "details", "cause").(string); failed {
				failures++
				cause = "An error occurred while executing the state '" + name + "' (entered at the event id #" +
					ordjson.String(at(entered, "id")) + "). " + cause
				if !like(want, cause) {
					t.Errorf("%s %s: cause %q, recorded %q", id, name, cause, want)
				}
				continue
			}
			compared++
			if strings.Contains(ordjson.String(state), `.$"`) {
				templates++
			}
			if want := at(after, "details", "output"); cause != "" || !same(want, got) {
				t.Errorf("%s %s: %s %s, recorded %s", id, name, ordjson.String(got), cause, ordjson.String(want))
			}
		}
	}
	t.Logf("%d outputs (%d of templates) and %d failures of Pass states compared, %d skipped", compared, templates, failures, skipped)
	if compared == 0 {
		t.Error("nothing was compared")
	}
}

// plain tells whether the output of a Pass state follows from InputPath, Parameters and OutputPath alone.
func plain(state *ordjson.Object) bool {
	return state != nil && !state.Has("Result") && !state.Has("ResultPath") && !state.Has("Output")
}

func render(t *testing.T, c, state *ordjson.Object, input any) (output any, cause string, ok bool) {
	t.Helper()
	if parameters, has := state.Get("Parameters"); has {
		text := ordjson.String(parameters)
		if strings.Contains(text, "$$.Map") || strings.Contains(text, "$$.Task") || strings.Contains(text, `"$$"`) {
			return nil, "", false
		}
	}
	roots := jsonpath.Roots{Input: input, Context: contextOf(t, c, state)}
	fail := func(err error) (any, string, bool) { return nil, err.Error(), true }
	for _, field := range []string{"InputPath", "Parameters", "OutputPath"} {
		switch v, has := state.Get(field); {
		case !has:
		case field == "Parameters":
			compiled, err := template.Compile(v)
			if err != nil {
				t.Errorf("%s: %v", textAt(c, "id"), err)
				return nil, "", false
			}
			if len(compiled.Variables()) > 0 {
				return nil, "", false
			}
			rendered, err := compiled.Render(&intrinsic.Env{
				Roots: roots, Rand: func() float64 { return 0 }, UUID: func() string { return "generated-uuid" },
			})
			if err != nil {
				return fail(err)
			}
			roots.Input = rendered
		case v == nil:
			roots.Input = &ordjson.Object{}
		default:
			path, err := jsonpath.Parse(v.(string))
			if err != nil || path.Root() != jsonpath.Input {
				return nil, "", false
			}
			found, err := path.Eval(roots)
			if err != nil {
				return fail(err)
			}
			roots.Input = found
		}
	}
	return roots.Input, "", true
}

func contextOf(t *testing.T, c, state *ordjson.Object) any {
	t.Helper()
	context := decode(t, `{
		"Execution": {"Id": "arn:aws:states:us-east-1:111111111111:execution:StateMachine0:Execution0", "Input": null,
			"StartTime": "{{any}}", "Name": "Execution0", "RoleArn": "arn:aws:iam::111111111111:role/StepFunctionsRole", "RedriveCount": 0},
		"StateMachine": {"Id": "arn:aws:states:us-east-1:111111111111:stateMachine:StateMachine0", "Name": "StateMachine0"},
		"State": {"Name": null, "EnteredTime": "{{any}}", "RetryCount": 0}
	}`)
	for name, value := range map[string]any{"$.Execution.Input": at(c, "input"), "$.State.Name": stateName(c, state)} {
		var err error
		if context, err = jsonpath.MustParse(name).Set(context, value); err != nil {
			t.Fatal(err)
		}
	}
	return context
}

func stateName(c, state *ordjson.Object) any {
	var found any
	states(at(c, "definition"), func(name string, s *ordjson.Object) {
		if s == state {
			found = name
		}
	})
	return found
}

var marker = regexp.MustCompile(`\{\{any:[^}]*\}\}`)

// like matches a text against a recorded one, in which markers stand for any text.
func like(recorded, text string) bool {
	parts := marker.Split(recorded, -1)
	for i := range parts {
		parts[i] = regexp.QuoteMeta(parts[i])
	}
	return regexp.MustCompile(`(?s)\A` + strings.Join(parts, ".*") + `\z`).MatchString(text)
}

func same(recorded, v any) bool {
	switch want := recorded.(type) {
	case string:
		if marker.FindString(want) == want && want != "" {
			return true
		}
		got, ok := v.(string)
		return ok && (want == got || marker.MatchString(want) && like(want, got))
	case []any:
		got, ok := v.([]any)
		if !ok || len(got) != len(want) {
			return false
		}
		for i := range want {
			if !same(want[i], got[i]) {
				return false
			}
		}
		return true
	case *ordjson.Object:
		got, ok := v.(*ordjson.Object)
		if !ok || got.Len() != want.Len() {
			return false
		}
		for key, member := range want.All() {
			if other, has := got.Get(key); !has || !same(member, other) {
				return false
			}
		}
		return true
	}
	return ordjson.Equal(recorded, v)
}

// TestRecordedSyntax checks that everything the service accepted is accepted here, and that what it
// refused for a path or a function is refused.
func TestRecordedSyntax(t *testing.T) {
	rules := map[string]jsonpath.Field{}
	for _, f := range jsonpath.Fields() {
		rules[f.Name] = f
	}
	accepted, refused := 0, 0
	for _, c := range recorded.Cases[*ordjson.Object](t, "*.json") {
		definition := at(c, "definition")
		kind := textAt(c, "kind")
		if kind == "test_state" || definition == nil || usesJSONata(definition) {
			continue
		}
		invalid := false
		for _, d := range list(at(c, "expected", "diagnostics")) {
			invalid = invalid || strings.Contains(textAt(d, "message"), "valid intrinsic function call")
		}
		valid := kind == "execution" || at(c, "valid") == true
		if !valid && !invalid {
			continue
		}
		problems := 0
		states(definition, func(name string, s *ordjson.Object) {
			for _, problem := range problemsOf(s, rules, &accepted) {
				problems++
				if valid {
					t.Errorf("%s %s: %s", textAt(c, "id"), name, problem)
				}
			}
		})
		if invalid {
			refused++
			if problems == 0 {
				t.Errorf("%s is accepted", textAt(c, "id"))
			}
		}
	}
	t.Logf("%d paths and templates accepted, %d definitions refused", accepted, refused)
}

func list(v any) []any {
	elements, _ := v.([]any)
	return elements
}

func problemsOf(state *ordjson.Object, rules map[string]jsonpath.Field, accepted *int) []string {
	var problems []string
	for field, v := range state.All() {
		switch field {
		case "Parameters", "ResultSelector", "ItemSelector", "Assign":
			*accepted++
			for _, problem := range template.Check(v) {
				problems = append(problems, problem.Error())
			}
			continue
		}
		rule, ok := rules[field]
		text, isText := v.(string)
		if !ok || !isText || rule.Intrinsic && strings.HasPrefix(text, intrinsic.Prefix) {
			continue
		}
		*accepted++
		if _, err := jsonpath.Check(text, rule.Rule); err != nil {
			problems = append(problems, field+": "+err.Error())
		}
	}
	return problems
}
