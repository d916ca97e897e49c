package sim_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
	"golang.org/x/tools/txtar"
)

// TestSpec runs the cases of testdata/spec. Each is a JSON object in a file of an archive: a definition, or
// states, of which the first is the start; input, mocks as ReadMocks takes them, objects by bucket/key, express;
// and what is wanted: output, error, cause, path, seconds, events. Sources are in the comments of the archives.
func TestSpec(t *testing.T) {
	archives, _ := filepath.Glob("testdata/spec/*.txtar")
	if len(archives) == 0 {
		t.Fatal("no cases")
	}
	for _, name := range archives {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range archive.Files {
			t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar")+"/"+file.Name, func(t *testing.T) { specCase(t, file.Data) })
		}
	}
}

func specCase(t *testing.T, data []byte) {
	v, err := ordjson.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	c := v.(*ordjson.Object)
	get := func(key string) any { v, _ := c.Get(key); return v }
	def := get("definition")
	if states, ok := get("states").(*ordjson.Object); ok {
		def = ordjson.NewObject(ordjson.Member{Key: "StartAt", Value: states.Keys()[0]}, ordjson.Member{Key: "States", Value: states})
	}
	doc, err := asl.Parse("case", []byte(ordjson.String(def)))
	if err != nil {
		t.Fatal(err)
	}
	p, err := sim.New(doc.Machine)
	if err != nil {
		t.Fatal(err)
	}
	var options []sim.Option
	if m := get("mocks"); m != nil {
		mocks, err := sim.ReadMocks([]byte(ordjson.String(m)))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range mocks {
			options = append(options, m)
		}
	}
	objects, _ := get("objects").(*ordjson.Object)
	for name, body := range objects.All() {
		bucket, key, _ := strings.Cut(name, "/")
		options = append(options, sim.WithObject(bucket, key, body.(string)))
	}
	if get("express") == true {
		options = append(options, sim.Express())
	}
	x, err := p.Run(context.Background(), get("input"), options...)
	if err != nil {
		t.Fatal(err)
	}
	checkSpec(t, c, x)
}

func checkSpec(t *testing.T, want *ordjson.Object, x *sim.Execution) {
	same := func(key string, got any) {
		w, ok := want.Get(key)
		if !ok {
			return
		}
		text, isText := w.(string)
		gotText, _ := got.(string)
		if prefix, cut := strings.CutSuffix(text, "..."); isText && cut && strings.HasPrefix(gotText, prefix) {
			return
		}
		if !ordjson.Equal(w, got) {
			t.Errorf("%s\n got %s\nwant %s", key, ordjson.String(got), ordjson.String(w))
		}
	}
	if want.Has("output") && x.Status != sim.Succeeded {
		t.Errorf("%s %v", x.Status, &x.Failure)
	}
	if want.Has("error") && x.Status == sim.Succeeded {
		t.Errorf("succeeded with %s", ordjson.String(x.Output))
	}
	same("status", string(x.Status))
	same("output", x.Output)
	same("error", x.Failure.Name)
	same("cause", x.Failure.Cause)
	same("path", strings.Join(x.Path(), " "))
	same("seconds", float64(x.Elapsed)/float64(time.Second))
	same("events", strings.Join(types(x), " "))
}
