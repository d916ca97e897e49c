package golden

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/ordjson"
)

const folder = "../../../shared/golden/tasks"

// recording is what aws-cdk-lib made of one task.
type recording struct {
	ID          string
	Env         string
	Factory     string
	Note        string
	Findings    []string
	Language    string `json:"stateMachineQueryLanguage"`
	Error       any
	Props       map[string]any
	Definition  json.RawMessage
	Permissions []string
}

// doesNotCompile stands for a task that cannot be written with this library, and why.
type doesNotCompile string

func (doesNotCompile) Bind(*sfn.TaskContext) sfn.Binding { return sfn.Binding{} }

// twoTasks are the tasks Task1 and Task, one after the other.
type twoTasks [2]sfn.Integration

func (twoTasks) Bind(*sfn.TaskContext) sfn.Binding { return sfn.Binding{} }

// cases are the tasks of the recordings, by the name of the file.
type cases map[string]sfn.Integration

func read(t *testing.T, file string) recording {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var r recording
	if err := json.Unmarshal(raw, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// TestTasks compares each recording with what the case of the same name makes.
func TestTasks(t *testing.T) {
	files, _ := filepath.Glob(folder + "/*.json")
	if len(files) == 0 {
		t.Skip("skipped: there are no recordings in " + folder)
	}
	book := readReasons(t)
	written, unwritten := allCases(), map[string]bool{}
	for _, name := range notYet {
		unwritten[name] = true
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		do, ok := written[name]
		delete(written, name)
		switch {
		case !ok && unwritten[name]:
		case !ok:
			t.Errorf("%s has no case", name)
		case unwritten[name]:
			t.Errorf("%s has a case and is in notYet", name)
		default:
			t.Run(name, func(t *testing.T) { compare(t, read(t, file), name, do, book) })
		}
	}
	for name := range written {
		t.Errorf("the case %s has no recording", name)
	}
	book.finish(t)
	t.Logf("%d recordings, %d not yet written", len(files), len(notYet))
}

func compare(t *testing.T, r recording, name string, do sfn.Integration, book *book) {
	if why, ok := do.(doesNotCompile); ok {
		if r.Error == nil && r.Note == "" {
			book.explain(t, name, "+ does not compile: "+string(why))
		}
		return
	}
	d, err := sfn.Build(workflow(r, do), sfn.MachineProps{QueryLanguage: asl.QueryLanguage(r.Language)})
	switch refused := r.Error != nil || r.Note != ""; {
	case err != nil && refused:
		return
	case err != nil && book.has(name, "+ refused"):
		book.explain(t, name, "+ refused")
		return
	case err != nil:
		t.Fatal(err)
	case refused:
		book.explain(t, name, "+ accepted")
		return
	}
	ours, err := d.Render()
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(string(ours), `"arn:aws:states:::`, `"arn:${AWS::Partition}:states:::`)
	for _, line := range difference(t, r.Definition, []byte(text)) {
		book.explain(t, name, line)
	}
	permissions := iam.Permissions(d.Statements())
	for i := range permissions {
		permissions[i] = inEnvironment(permissions[i], r.Env)
	}
	for _, line := range r.Permissions {
		if !slices.Contains(permissions, line) {
			book.explain(t, name, "- "+line)
		}
	}
	for _, line := range permissions {
		if !slices.Contains(r.Permissions, line) {
			book.explain(t, name, "+ "+line)
		}
	}
}

func inEnvironment(line, env string) string {
	partition := map[string]string{"us-east-1": "aws", "cn-north-1": "aws-cn"}[env]
	if partition == "" {
		return line
	}
	return strings.NewReplacer("${AWS::Partition}", partition, "${AWS::Region}", env, "${AWS::AccountId}", "123456789012").Replace(line)
}

func workflow(r recording, do sfn.Integration) sfn.Chainable {
	if two, ok := do.(twoTasks); ok {
		return sfn.NewTask("Task1", two[0]).Next(task(r, two[1]))
	}
	return task(r, do)
}

// task puts the integration into a task with the common props of the recording.
func task(r recording, do sfn.Integration) *sfn.Task {
	p := r.Props
	s := func(name string) string {
		text, _ := decode(p[name]).(string)
		return text
	}
	m := func(name string) map[string]any {
		fields, _ := decode(p[name]).(map[string]any)
		return fields
	}
	timeout, heartbeat := decode(p["taskTimeout"]), decode(p["heartbeatTimeout"])
	if timeout == nil {
		timeout, heartbeat = decode(p["timeout"]), decode(p["heartbeat"])
	}
	if ownTimeout[strings.TrimPrefix(strings.SplitN(r.ID, "__", 2)[0], "tasks/")] {
		timeout = nil
	}
	if r.Factory == "jsonata" || strings.Contains(r.ID, "__jsonata_") || r.Props["outputs"] != nil {
		return sfn.NewJSONataTask("Task", do, sfn.JSONataTaskProps{
			Comment: s("comment"), Output: decode(p["outputs"]), Assign: m("assign"), Timeout: timeout, Heartbeat: heartbeat, Credentials: credentials(p),
		})
	}
	return sfn.NewTask("Task", do, sfn.TaskProps{
		Comment: s("comment"), InputPath: s("inputPath"), OutputPath: s("outputPath"), ResultPath: s("resultPath"),
		ResultSelector: m("resultSelector"), Assign: m("assign"), Timeout: timeout, Heartbeat: heartbeat, Credentials: credentials(p),
	})
}

// ownTimeout are the classes that take the timeout of the state as that of the job: here it is a
// field of the integration.
var ownTimeout = map[string]bool{"BatchSubmitJob": true, "GlueStartJobRun": true}

func credentials(p map[string]any) sfn.Credentials {
	if p["credentials"] == nil {
		return sfn.Credentials{}
	}
	return sfn.Credentials{RoleARN: "${TaskRole.Arn}"}
}

// decode turns the notation of recorded props into values of this library.
func decode(v any) any {
	switch v := v.(type) {
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = decode(v[i])
		}
		return out
	case map[string]any:
		switch {
		case v["$jsonPath"] == "DISCARD":
			return sfn.Discard
		case v["$jsonPath"] != nil:
			return sfn.At(v["$jsonPath"].(string))
		case v["$duration"] != nil:
			return duration(v["$duration"].(string))
		case v["$call"] == "sfn.Timeout.duration":
			return decode(v["args"].([]any)[0])
		case v["$call"] == "sfn.Timeout.at":
			return sfn.At(v["args"].([]any)[0].(string))
		case v["$call"] == "sfn.Timeout.jsonata":
			return sfn.JSONata(v["args"].([]any)[0].(string))
		}
		out := map[string]any{}
		for k, e := range v {
			out[k] = decode(e)
		}
		return out
	}
	return v
}

// duration reads an ISO 8601 duration of hours, minutes and seconds.
func duration(iso string) time.Duration {
	d, err := time.ParseDuration(strings.ToLower(strings.TrimPrefix(iso, "PT")))
	if err != nil {
		panic(err)
	}
	return d
}

// difference returns the lines that differ between two JSON documents, order of members aside.
func difference(t *testing.T, want, got []byte) []string {
	t.Helper()
	a, err := ordjson.Decode(want)
	if err != nil {
		t.Fatal(err)
	}
	b, err := ordjson.Decode(got)
	if err != nil {
		t.Fatal(err)
	}
	theirs, ours := map[string]string{}, map[string]string{}
	flatten(theirs, "", a)
	flatten(ours, "", b)
	var out []string
	for k, v := range theirs {
		if w, ok := ours[k]; !ok || v != w {
			out = append(out, "- "+k+" "+v)
		}
	}
	for k, v := range ours {
		if w, ok := theirs[k]; !ok || v != w {
			out = append(out, "+ "+k+" "+v)
		}
	}
	slices.Sort(out)
	return out
}

func flatten(out map[string]string, at string, v any) {
	switch v := v.(type) {
	case *ordjson.Object:
		for k, e := range v.All() {
			flatten(out, at+"/"+ordjson.EscapePointer(k), e)
		}
		if v.Len() > 0 {
			return
		}
	case []any:
		for i, e := range v {
			flatten(out, at+"/"+string(rune('0'+i)), e)
		}
		if len(v) > 0 {
			return
		}
	}
	if f, ok := ordjson.Float(v); ok {
		v = f
	}
	out[at] = ordjson.String(v)
}
