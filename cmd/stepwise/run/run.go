package run

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/asl/load"
	"github.com/stepwise-go/stepwise/asl/validate"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

func runCommand() *command {
	return &command{
		name: "run", operands: "FILE", short: "simulates one execution, on a virtual clock and without AWS",
		long: `Tasks are answered by --mocks: the MockConfigFile of Step Functions Local, with --test-case, or simply
  {"State Name": [{"return": ...}, {"throw": {"error": "...", "cause": "..."}}]}
one answer for each call, the last one for all others; "times" gives it that often, {"hang": true} never. Exit status 0 means
that the execution did what was expected: succeeded, or what --expect-status and --expect-output say.`,
		examples: []example{
			{"run with an input", `stepwise run order.asl.json --input '{"id": 7}' --mocks mocks.json`},
			{"see what each state gets and gives", "stepwise run order.asl.json --input order.json --mocks mocks.json --verbose"},
			{"go through it state by state", "stepwise run order.asl.json --input order.json --mocks mocks.json --step"},
			{"a test of the failing path, drawn", "stepwise run order.asl.json --mocks MockConfigFile.json --test-case Declined --expect-status FAILED --graph run.html"},
		},
		setup: func(f *flag.FlagSet) func(*env, []string) int {
			x := &execution{}
			f.StringVar(&x.input, "input", "{}", "the input: `JSON`, or a file with it")
			f.StringVar(&x.mocks, "mocks", "", "the answers to tasks, in `FILE`")
			f.StringVar(&x.testCase, "test-case", "", "the test case of that `NAME` in a MockConfigFile")
			f.StringVar(&x.machine, "machine", "", "the state machine of that `NAME`, if FILE has several")
			f.StringVar(&x.typ, "type", "", "run as `TYPE`: STANDARD or EXPRESS; otherwise what the file says")
			f.Var(&x.objects, "object", "an object for an ItemReader, `s3://BUCKET/KEY=FILE`; may be given several times")
			f.StringVar(&x.history, "history", "", "write the events to `FILE` as GetExecutionHistory gives them")
			f.StringVar(&x.graph, "graph", "", "draw the execution to `FILE`: .svg, .html or .mmd")
			f.BoolVar(&x.verbose, "verbose", false, "print what each state gets and gives")
			f.BoolVar(&x.step, "step", false, "go through the execution state by state: Enter for the next, c for the rest, q to stop")
			f.BoolVar(&x.json, "json", false, "print the result as JSON")
			f.StringVar(&x.status, "expect-status", "", "fail unless the execution ends with `STATUS`; otherwise unless it succeeds")
			f.StringVar(&x.output, "expect-output", "", "fail unless the output is `JSON`, or what is in a file")
			return x.run
		},
	}
}

// ends are the statuses that an execution can end with.
var ends = []sim.Status{sim.Succeeded, sim.Failed, sim.TimedOut, sim.Aborted}

type execution struct {
	input, mocks, testCase, machine, typ, history, graph, status, output string
	verbose, json, step                                                  bool
	objects                                                              objects
}

func (x *execution) run(e *env, args []string) int {
	if len(args) != 1 {
		return e.usage("run", "name one FILE")
	}
	typ, ok := machineType(x.typ)
	if !ok {
		return e.usage("run", "the type %q is neither STANDARD nor EXPRESS", x.typ)
	}
	if x.step && (x.json || x.input == "-" || args[0] == "-") {
		return e.usage("run", "--step reads standard input, so it goes neither with - nor with --json")
	}
	if unknownEnding(x.graph) {
		return e.usage("run", "--graph %s: use .svg, .html, .dot or .mmd", x.graph)
	}
	if want := sim.Status(strings.ToUpper(x.status)); x.status != "" && !slices.Contains(ends, want) {
		return e.usage("run", "the status %q is none of %s, %s, %s, %s", x.status, ends[0], ends[1], ends[2], ends[3])
	}
	m, status := e.one("run", args[0], x.machine)
	if status != fine {
		return status
	}
	input, err := e.json("--input", x.input)
	if err != nil {
		return e.fail(unusual, "the input: %v", err)
	}
	var expected any
	if x.output != "" {
		if expected, err = e.json("--expect-output", x.output); err != nil {
			return e.fail(unusual, "the expected output: %v", err)
		}
	}
	if typ == "" {
		typ = validate.MachineType(m.Type)
	}
	refused, notExpress := refusals(m, typ)
	if len(notExpress) > 0 {
		e.report(e.err, e.alarm, notExpress)
		return e.fail(invalid, "%s cannot run as an Express workflow", m.Name)
	}
	options, err := x.options(e, m, typ)
	if err != nil {
		return e.fail(unusual, "%v", err)
	}
	done, status := simulate(e, m, input, options)
	if done == nil {
		return status
	}
	if refused > 0 {
		e.say("note: this runs here, but AWS refuses the definition: %s, see stepwise validate", count(refused, "error"))
	}
	if s := x.files(e, m, done); s != fine {
		return s
	}
	if x.json {
		e.print(resultJSON(done))
	} else {
		x.print(e, done)
	}
	for _, doubt := range done.Doubts() {
		e.say("note: %s", doubt)
	}
	return max(status, x.verdict(e, done, expected))
}

func (x *execution) options(e *env, m load.Machine, typ validate.MachineType) ([]sim.Option, error) {
	options := []sim.Option{sim.WithName(m.Name)}
	if typ == validate.Express {
		options = append(options, sim.Express())
	}
	if x.mocks != "" {
		mocks, err := e.mocks(x.mocks, m, x.testCase, false)
		if err != nil {
			return nil, err
		}
		for _, mock := range mocks {
			options = append(options, mock)
		}
	}
	for _, o := range x.objects {
		body, err := os.ReadFile(o.file)
		if err != nil {
			return nil, err
		}
		options = append(options, sim.WithObject(o.bucket, o.key, string(body)))
	}
	return options, nil
}

// refusals counts the errors of a definition, and tells those that keep it from being an Express workflow.
func refusals(m load.Machine, typ validate.MachineType) (errors int, notExpress diag.List) {
	list := validate.Document(m.Document, validate.Options{Type: typ, NoWarnings: true}).Errors()
	for _, d := range list {
		if d.Code == "SW701" {
			notExpress = append(notExpress, d)
		}
	}
	return len(list), notExpress
}

func simulate(e *env, m load.Machine, input any, options []sim.Option) (*sim.Execution, int) {
	plan, err := sim.New(m.ASL())
	var list *diag.ErrorList
	if errors.As(err, &list) {
		e.report(e.err, e.alarm, list.Diagnostics.Place(m.Document.Source))
		return nil, e.fail(invalid, "%s cannot run", m.Name)
	}
	if err != nil {
		return nil, e.fail(unusual, "%v", err)
	}
	finished := e.working("running " + m.Name)
	done, err := plan.Run(context.Background(), input, options...)
	finished()
	if err == nil {
		return done, fine
	}
	var unmocked *sim.UnmockedError
	if !errors.As(err, &unmocked) {
		return done, e.fail(unusual, "%v", err)
	}
	e.fail(unusual, "nothing answers the task %q (%s)", unmocked.State, unmocked.Resource)
	e.say(`Give it an answer in --mocks FILE: {%q: [{"return": {}}]}`, unmocked.State)
	return done, unusual
}

// files writes the history and the picture.
func (x *execution) files(e *env, m load.Machine, done *sim.Execution) int {
	text, err := ordjson.Pretty(done.HistoryJSON(), "  ")
	if err != nil {
		return e.fail(unusual, "%v", err)
	}
	if x.history != "" {
		if s := e.write(x.history, append(text, '\n')); s != fine {
			return s
		}
	}
	if x.graph == "" {
		return fine
	}
	overlay, err := diagram.ReadHistory(text)
	if err != nil {
		return e.fail(unusual, "%v", err)
	}
	overlay.Name = "" // the machine's name is the title already
	g := &graph{out: x.graph}
	g.format = g.formatOf()
	picture, status := g.paint(e, m, overlay)
	if status != fine {
		return status
	}
	return e.write(x.graph, []byte(picture))
}

// verdict compares the execution with what was expected.
func (x *execution) verdict(e *env, done *sim.Execution, expected any) int {
	want := sim.Succeeded
	if x.status != "" {
		want = sim.Status(strings.ToUpper(x.status))
	}
	if done.Status != want {
		if x.status != "" {
			e.say("expected %s, but the execution ended %s", want, done.Status)
		}
		return invalid
	}
	if x.output != "" && !ordjson.Equal(expected, done.Output) {
		e.say("expected the output %s", ordjson.String(expected))
		return invalid
	}
	return fine
}

func resultJSON(done *sim.Execution) *ordjson.Object {
	orNull := func(s string) any {
		if s == "" {
			return nil
		}
		return s
	}
	return ordjson.NewObject(
		member("status", string(done.Status)), member("output", done.Output), member("error", orNull(done.Failure.Name)),
		member("cause", orNull(done.Failure.Cause)), member("path", strs(done.Path())), member("elapsedSeconds", done.Elapsed.Seconds()),
	)
}

// objects is the flag --object.
type objects []object

type object struct{ bucket, key, file string }

func (l *objects) String() string { return "" }

func (l *objects) Set(s string) error {
	place, file, ok := strings.Cut(s, "=")
	bucket, key, found := strings.Cut(strings.TrimPrefix(place, "s3://"), "/")
	if !ok || !found || bucket == "" || key == "" {
		return fmt.Errorf("write it as s3://BUCKET/KEY=FILE")
	}
	*l = append(*l, object{bucket, key, file})
	return nil
}
