package jsonata_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stepwise-go/stepwise/asl/jsonata"
	"github.com/stepwise-go/stepwise/ordjson"
)

// referenceDir holds the script that runs the reference, and its modules once they are installed.
// STEPWISE_JSONATA_JS may name another folder that has node_modules/jsonata.
const referenceDir = "../../test/jsonata-js"

func startReference(t *testing.T) (io.WriteCloser, *bufio.Reader) {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	dir := os.Getenv("STEPWISE_JSONATA_JS")
	if dir == "" {
		dir = referenceDir
	}
	if _, err := os.Stat(filepath.Join(dir, "node_modules", "jsonata")); err != nil {
		t.Skipf("the reference is not installed: run npm ci in test/jsonata-js (%v)", err)
	}
	cmd := exec.Command(node, filepath.Join(referenceDir, "evaluate.cjs"))
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = in.Close(); _ = cmd.Wait() })
	return in, bufio.NewReaderSize(out, 1<<20)
}

func envInt(name string, otherwise int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return n
	}
	return otherwise
}

// TestDifferential compares the engine with the reference on random expressions.
// STEPWISE_JSONATA_CASES and STEPWISE_JSONATA_SEED choose how many and which.
func TestDifferential(t *testing.T) {
	g := newGenerator()
	compareAll(t, envInt("STEPWISE_JSONATA_CASES", 20000), false, func() (string, int) {
		return g.expr('x', 1+g.IntN(4)), g.IntN(len(documents))
	})
}

// TestDifferentialRegexps does so on random regular expressions.
func TestDifferentialRegexps(t *testing.T) {
	g := newGenerator()
	compareAll(t, envInt("STEPWISE_JSONATA_CASES", 20000)/4, false, func() (string, int) {
		return fmt.Sprintf("%s(%q, /%s/%s)", g.pick("$match", "$match", "$split", "$contains"), g.subject(), g.regex(2), g.pick("", "", "i", "m")), 0
	})
}

// TestDifferentialPictures does so on pictures of numbers, integers and dates, written and read.
func TestDifferentialPictures(t *testing.T) {
	g := newGenerator()
	compareAll(t, envInt("STEPWISE_JSONATA_CASES", 20000)/2, false, func() (string, int) { return g.picture(), 0 })
}

// TestDifferentialJoins does so on paths with bindings, parents, sorting, grouping and predicates.
func TestDifferentialJoins(t *testing.T) {
	g := newGenerator()
	compareAll(t, envInt("STEPWISE_JSONATA_CASES", 20000)/2, false, func() (string, int) { return g.join(), g.IntN(2) })
}

// TestDifferentialCalls calls every built-in function with any number of arguments of any type.
func TestDifferentialCalls(t *testing.T) {
	g := newGenerator()
	compareAll(t, envInt("STEPWISE_JSONATA_CASES", 20000)/2, false, func() (string, int) { return g.call(), g.IntN(len(documents)) })
}

// TestDifferentialSyntax compares verdicts, error codes and positions on expressions that are mostly broken.
func TestDifferentialSyntax(t *testing.T) {
	g := newGenerator()
	compareAll(t, envInt("STEPWISE_JSONATA_CASES", 20000), true, func() (string, int) {
		return g.broken(g.expr('x', 1+g.IntN(3))), g.IntN(len(documents))
	})
}

func newGenerator() *generator {
	return &generator{Rand: rand.New(rand.NewPCG(uint64(envInt("STEPWISE_JSONATA_SEED", 1)), 7))}
}

func compareAll(t *testing.T, cases int, compileOnly bool, next func() (expr string, document int)) {
	in, out := startReference(t)
	exprs, inputs := make([]string, cases), make([]int, cases)
	for i := range exprs {
		exprs[i], inputs[i] = next()
	}
	go func() {
		w := bufio.NewWriter(in)
		_, _ = fmt.Fprintf(w, "{\"documents\":[%s", compact(documents[0]))
		for _, d := range documents[1:] {
			_, _ = fmt.Fprintf(w, ",%s", compact(d))
		}
		_, _ = fmt.Fprintln(w, "]}")
		for i, text := range exprs {
			line, _ := json.Marshal(map[string]any{"expr": text, "document": inputs[i], "compile": compileOnly})
			_, _ = w.Write(append(line, '\n'))
		}
		_ = w.Flush()
		_ = in.Close()
	}()
	report := &agreement{kinds: map[string]int{}, compileOnly: compileOnly}
	values := make([]any, len(documents))
	for i, d := range documents {
		values[i], _ = ordjson.DecodeString(d)
	}
	for i, text := range exprs {
		line, err := out.ReadBytes('\n')
		if err != nil {
			t.Fatalf("the reference stopped at %q: %v", text, err)
		}
		want, err := ordjson.Decode(line)
		if err != nil {
			t.Fatal(err)
		}
		report.compare(t, text, inputs[i], values[inputs[i]], want.(*ordjson.Object))
	}
	report.print(t, cases)
	if share := float64(cases-report.differ) / float64(cases); share < 0.999 {
		t.Errorf("agreement on %.3f%% of the expressions, want 99.9%%", 100*share)
	}
}

func compact(text string) string {
	v, err := ordjson.DecodeString(text)
	if err != nil {
		panic(err)
	}
	return ordjson.String(v)
}

// agreement counts outcomes.
type agreement struct {
	compileOnly bool

	kinds    map[string]int
	differ   int
	reworded int // errors of the same code with another position or message
	crashed  int // of those where the reference fails internally, how many have a value here
}

func (a *agreement) compare(t *testing.T, text string, document int, input any, want *ordjson.Object) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	got, failure := "", (*jsonata.Error)(nil)
	if a.compileOnly {
		got, failure = verdict(text)
	} else {
		got, failure = outcome(ctx, text, input)
	}
	wanted := ordjson.String(want)
	kind := "value"
	if code, ok := want.Get("error"); ok {
		kind = "error"
		wanted = code.(string)
		if a.compileOnly && wanted != "internal" {
			wanted += "@" + ordjson.String(member(want, "position"))
		}
		if wanted == "internal" {
			// the reference fails in a way that it does not mean to; any error will do
			kind = "internal error"
			if got[0] != '{' && got != "undefined" {
				got = "internal"
			}
		}
	} else if want.Has("undefined") {
		kind, wanted = "undefined", "undefined"
	} else if equalText(got, member(want, "value")) {
		wanted = got
	}
	a.kinds[kind]++
	if got == wanted && kind == "error" {
		a.details(t, text, failure, want)
	}
	if kind == "internal error" && got != wanted {
		a.crashed++
		return
	}
	if got != wanted {
		a.differ++
		if a.differ <= envInt("STEPWISE_JSONATA_SHOW", 40) {
			t.Logf("document %d: %s\n  got  %s\n  want %s %v", document, text, got, wanted, member(want, "message"))
		}
	}
}

// details compares position and message of an error whose code agrees.
func (a *agreement) details(t *testing.T, text string, got *jsonata.Error, want *ordjson.Object) {
	position, _ := ordjson.Int(member(want, "position"))
	message := halves.Replace(member(want, "message").(string))
	if got.Position == int(position) && halves.Replace(got.Message) == message {
		return
	}
	if a.reworded++; a.reworded <= envInt("STEPWISE_JSONATA_SHOW", 40) {
		t.Logf("%s: %s\n  got  %d %s\n  want %d %s", got.Code, text, got.Position, got.Message, position, message)
	}
}

func (a *agreement) print(t *testing.T, cases int) {
	kinds := make([]string, 0, len(a.kinds))
	for kind := range a.kinds {
		kinds = append(kinds, kind)
	}
	sort.Strings(kinds)
	for _, kind := range kinds {
		t.Logf("%-15s %6d", kind, a.kinds[kind])
	}
	t.Logf("%d of %d expressions agree, %d differ; on %d more the reference fails with an internal error but the engine does not",
		cases-a.differ-a.crashed, cases, a.differ, a.crashed)
	t.Logf("%d of the errors that agree have another position or message", a.reworded)
}

// frozen is the time of both sides.
var frozen = time.Date(2025, 3, 31, 23, 59, 58, 765e6, time.UTC)

// outcome is what the engine gives: {"value":...}, undefined, or an error code.
func outcome(ctx context.Context, text string, input any) (string, *jsonata.Error) {
	expr, err := jsonata.Compile(text)
	var value any
	var defined bool
	if err == nil {
		value, defined, err = expr.Eval(ctx, input, &jsonata.Env{Now: func() time.Time { return frozen }})
	}
	var e *jsonata.Error
	switch {
	case errors.As(err, &e):
		return e.Code, e
	case !defined:
		return "undefined", nil
	}
	return ordjson.String(ordjson.NewObject(ordjson.Member{Key: "value", Value: plain(value)})), nil
}

// verdict is undefined for what compiles, otherwise error code and position.
func verdict(text string) (string, *jsonata.Error) {
	_, err := jsonata.Compile(text)
	var e *jsonata.Error
	if errors.As(err, &e) {
		return fmt.Sprintf("%s@%d", e.Code, e.Position), e
	}
	return "undefined", nil
}

func equalText(got string, want any) bool {
	v, err := ordjson.DecodeString(got)
	o, ok := v.(*ordjson.Object)
	return err == nil && ok && ordjson.Equal(plain(member(o, "value")), plain(want))
}

// halves puts the replacement character in place of each half of a surrogate pair.
var halves = func() *strings.Replacer {
	var pairs []string
	for u := 0xd800; u < 0xe000; u++ {
		pairs = append(pairs, string([]byte{0xed, 0x80 | byte(u>>6)&0x3f, 0x80 | byte(u)&0x3f}), "\ufffd")
	}
	return strings.NewReplacer(pairs...)
}()

// plain puts text in place of functions, and null in place of what is not a number.
func plain(v any) any {
	switch t := v.(type) {
	case *jsonata.Function:
		return "<function>"
	case string:
		return halves.Replace(t)
	case float64:
		if math.IsNaN(t) || math.IsInf(t, 0) {
			return nil
		}
	case []any:
		out := make([]any, len(t))
		for i, item := range t {
			out[i] = plain(item)
		}
		return out
	case *ordjson.Object:
		out := &ordjson.Object{}
		for key, item := range t.All() {
			out.Set(key, plain(item))
		}
		return out
	}
	if f, ok := ordjson.Float(v); ok {
		return f
	}
	return v
}
