package run

import (
	"flag"
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/asl/load"
	"github.com/stepwise-go/stepwise/asl/validate"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/diag/report"
	"github.com/stepwise-go/stepwise/tasks/sdk"
)

func validateCommand() *command {
	return &command{
		name: "validate", operands: "FILE...", short: "tells everything that is wrong with state machines",
		long: `Errors are what AWS refuses or what can never work; warnings are what is probably not meant. Each has a code:
stepwise explain CODE says more. Exit status 1 means that there are errors.

With an example of the input, or a JSON Schema of it, and with mocks of the tasks, paths are found that can never lead
anywhere.`,
		examples: []example{
			{"check a definition", "stepwise validate order.asl.json"},
			{"check all state machines of an app, after cdk synth", "stepwise validate cdk.out"},
			{"in a pipeline: warnings count too", "stepwise validate --strict template.yaml"},
			{"accept one warning", "stepwise validate --ignore 'SW901=the function retries by itself' order.asl.json"},
			{"the same in one state only", "stepwise validate --ignore 'SW901@Charge=the function retries by itself' order.asl.json"},
			{"follow the data", "stepwise validate order.asl.json --input order.json --mocks mocks.json"},
		},
		setup: func(f *flag.FlagSet) func(*env, []string) int {
			v := &validation{}
			f.BoolVar(&v.json, "json", false, "print the diagnostics as a JSON list")
			f.StringVar(&v.format, "format", "text", "print in `FORMAT`: text, json or sarif, which GitHub shows on the lines of a pull request")
			f.StringVar(&v.typ, "type", "", "take the machines for `TYPE`, STANDARD or EXPRESS, where the file does not say it")
			f.BoolVar(&v.strict, "strict", false, "exit with 1 for warnings, too")
			f.BoolVar(&v.noWarnings, "no-warnings", false, "leave warnings out")
			f.Var(&v.ignore, "ignore", "accept a warning, `CODE=REASON` or CODE@STATE=REASON; may be given several times")
			f.StringVar(&v.only, "machine", "", "check the machine of that `NAME` only")
			f.Var(&v.data.inputs, "input", "an example of the input, `JSON` or a file with it; may be given several times")
			f.StringVar(&v.data.schema, "input-schema", "", "the JSON Schema of the input, in `FILE`")
			f.StringVar(&v.data.mocks, "mocks", "", "what tasks return: the mocks of stepwise run, in `FILE`")
			return v.run
		},
	}
}

type validation struct {
	json, strict, noWarnings bool
	format, typ, only        string
	ignore                   ignores
	data                     data
	found                    []report.Entry
}

func (v *validation) run(e *env, args []string) int {
	if len(args) == 0 {
		return e.usage("validate", "name at least one FILE")
	}
	if v.json {
		v.format = "json"
	}
	if v.format != "text" && v.format != "json" && v.format != "sarif" {
		return e.usage("validate", "the format %q is none of text, json, sarif", v.format)
	}
	typ, ok := machineType(v.typ)
	if !ok {
		return e.usage("validate", "the type %q is neither STANDARD nor EXPRESS", v.typ)
	}
	if err := v.data.read(e); err != nil {
		return e.fail(unusual, "%v", err)
	}
	all, status := v.read(e, args)
	if v.data.declared() && len(all) > 1 {
		return e.usage("validate", "--input, --input-schema and --mocks are for one state machine, but there are %d: choose one with --machine", len(all))
	}
	for _, m := range all {
		if err := v.machine(e, m, typ); err != nil {
			return e.fail(unusual, "%v", err)
		}
	}
	var list diag.List
	for _, f := range v.found {
		list = append(list, f.Diagnostics...)
	}
	if status == fine && (list.HasErrors() || v.strict && len(list) > 0) {
		status = invalid
	}
	if s := v.print(e); s != fine {
		return s
	}
	e.say("%s", v.summary(list, len(all)))
	return status
}

// read reads all files. What cannot be read is among the findings.
func (v *validation) read(e *env, args []string) (all []load.Machine, status int) {
	for i, path := range args {
		e.progress(i, len(args), path)
		machines, unreadable, s := e.machines(path)
		status = max(status, s)
		if len(unreadable) > 0 {
			v.found = append(v.found, report.Entry{File: path, Diagnostics: unreadable})
		}
		for _, m := range machines {
			if v.only == "" || m.Name == v.only {
				all = append(all, m)
			}
		}
	}
	e.progressDone()
	if v.only != "" && len(all) == 0 && status == fine {
		status = e.usage("validate", "there is no state machine %q", v.only)
	}
	return all, status
}

func (v *validation) machine(e *env, m load.Machine, typ validate.MachineType) error {
	if m.Type != "" {
		typ = validate.MachineType(m.Type)
	}
	flow, err := v.data.flow(e, m)
	if err != nil {
		return err
	}
	list := validate.Document(m.Document, validate.Options{
		Type: typ, Ignore: v.ignore.ignored(m.ASL()), NoWarnings: v.noWarnings, Flow: flow, Action: sdkAction,
	})
	for i := range list {
		if list[i].Place.File == "" {
			list[i].Place.File = m.File
		}
	}
	v.found = append(v.found, report.Entry{File: m.File, Machine: m.Name, Diagnostics: list})
	return nil
}

// sdkAction tells whether an AWS SDK integration exists.
func sdkAction(service, action string) (ok bool, fix string) {
	_, err := sdk.Lookup(service, action)
	if err != nil {
		return false, err.Error()
	}
	return true, ""
}

func (v *validation) print(e *env) int {
	var err error
	switch v.format {
	case "json":
		err = report.WriteJSON(e.out, v.found)
	case "sarif":
		err = report.WriteSARIF(e.out, tool(), v.found)
	default:
		var readable diag.List
		for _, f := range v.found {
			if f.Machine != "" { // what cannot be read was told already
				readable = append(readable, f.Diagnostics...)
			}
		}
		e.report(e.out, e.style, readable)
	}
	if err != nil {
		return e.fail(unusual, "%v", err)
	}
	return fine
}

// tool describes this program in a SARIF report.
func tool() report.Tool {
	out := report.Tool{Name: "stepwise", Version: version(), URL: "https://github.com/stepwise-go/stepwise"}
	for _, r := range validate.Rules() {
		page, _ := validate.Explain(r.Code)
		out.Rules = append(out.Rules, report.Rule{Code: r.Code, Name: r.Name, Title: r.Title, Help: page, Severity: r.Severity})
	}
	return out
}

func (v *validation) summary(list diag.List, machines int) string {
	errors, warnings := len(list.Errors()), len(list.Warnings())
	out := count(machines, "state machine") + " checked: "
	if errors+warnings == 0 {
		return out + "fine"
	}
	return out + count(errors, "error") + ", " + count(warnings, "warning")
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func machineType(s string) (validate.MachineType, bool) {
	t := validate.MachineType(strings.ToUpper(s))
	return t, t == "" || t == validate.Standard || t == validate.Express
}

// ignores is the flag --ignore.
type ignores []ignored

type ignored struct {
	validate.Ignore
	state string // "" for everywhere
}

func (l *ignores) String() string { return "" }

func (l *ignores) Set(s string) error {
	code, reason, _ := strings.Cut(s, "=")
	if reason == "" {
		return fmt.Errorf("give a reason: %s=REASON", code)
	}
	code, state, _ := strings.Cut(code, "@")
	*l = append(*l, ignored{validate.Ignore{Code: strings.ToUpper(code), Reason: reason}, state})
	return nil
}
