package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
)

// pathState adds the uses of a JSONPath state, in the order in which they are evaluated.
func (l *useList) pathState() {
	switch s := l.place.State.(type) {
	case *asl.Task:
		l.pathInput(s.Input, s.Parameters)
		l.template("/Credentials", s.Credentials, before)
		l.number("/TimeoutSeconds", s.TimeoutSeconds, s.TimeoutSecondsPath)
		l.number("/HeartbeatSeconds", s.HeartbeatSeconds, s.HeartbeatSecondsPath)
		l.pathResults(s.Results)
		l.pathOutput(s.Variables, s.Outputs, after)
		l.pathCatch(s.Catch)
	case *asl.Pass:
		l.pathInput(s.Input, s.Parameters)
		l.opt("/ResultPath", s.ResultPath, jsonpath.ResultPath, before)
		l.pathOutput(s.Variables, s.Outputs, before)
	case *asl.Wait:
		l.opt("/InputPath", s.InputPath, jsonpath.AnyPath, before)
		l.number("/Seconds", s.Seconds, s.SecondsPath)
		l.path("/TimestampPath", s.TimestampPath, usePath, jsonpath.ReferencePath, before)
		l.pathOutput(s.Variables, s.Outputs, before)
	case *asl.Choice:
		l.opt("/InputPath", s.InputPath, jsonpath.AnyPath, before)
		asked := map[string]bool{}
		for i := range s.Choices {
			askedFor(&s.Choices[i], asked)
		}
		first := len(l.out)
		for i := range s.Choices {
			l.pathRule("/Choices/"+itoa(i), &s.Choices[i])
		}
		for i := range l.out[first:] {
			u := &l.out[first+i]
			u.guarded = u.kind == useVariable && (asked[u.text] || asked[variableIn(u.text)])
		}
		l.pathOutput(s.Variables, s.Outputs, before)
	case *asl.Parallel:
		l.pathInput(s.Input, s.Parameters)
		l.pathResults(s.Results)
		l.pathOutput(s.Variables, s.Outputs, after)
		l.pathCatch(s.Catch)
	case *asl.Map:
		l.pathMap(s)
	case *asl.Succeed:
		l.opt("/InputPath", s.InputPath, jsonpath.AnyPath, before)
		l.opt("/OutputPath", s.OutputPath, jsonpath.AnyPath, before)
	case *asl.Fail:
		for _, f := range []struct{ pointer, text string }{{"/ErrorPath", s.ErrorPath}, {"/CausePath", s.CausePath}} {
			if strings.HasPrefix(f.text, "States.") || hasToken(f.text) {
				l.expr(f.pointer, f.text, before)
			} else {
				l.path(f.pointer, f.text, usePath, jsonpath.ReferencePath, before)
			}
		}
	}
}

func (l *useList) pathInput(in asl.Input, parameters asl.Value) {
	l.opt("/InputPath", in.InputPath, jsonpath.AnyPath, before)
	l.template("/Parameters", parameters, before)
}

func (l *useList) pathResults(r asl.Results) {
	l.template("/ResultSelector", r.ResultSelector, after)
	l.opt("/ResultPath", r.ResultPath, jsonpath.ResultPath, after)
}

func (l *useList) pathOutput(v asl.Variables, o asl.Outputs, when phase) {
	l.template("/Assign", v.Assign, when)
	l.opt("/OutputPath", o.OutputPath, jsonpath.AnyPath, when)
}

func (l *useList) pathCatch(catch []asl.Catcher) {
	for i, c := range catch {
		pointer := "/Catch/" + itoa(i)
		l.template(pointer+"/Assign", c.Assign, failed)
		l.opt(pointer+"/ResultPath", c.ResultPath, jsonpath.ResultPath, failed)
	}
}

// number adds a number field and the one beside it that holds the path of the number.
func (l *useList) number(pointer string, n asl.Int, path string) {
	if text, ok := n.Expr(); ok {
		l.misplaced(pointer, text)
	}
	if path != "" {
		l.path(pointer+"Path", path, usePath, jsonpath.ReferencePath, before)
	}
}

// misplaced adds an expression in a number field of a JSONPath state.
func (l *useList) misplaced(pointer, text string) {
	l.add(l.known.add(&reading{text: text, query: &query{}}), use{in: pointer, top: int32(len(pointer)), kind: useJSONata, numeric: true})
}

func (l *useList) pathMap(s *asl.Map) {
	l.opt("/InputPath", s.InputPath, jsonpath.AnyPath, before)
	l.opt("/ItemsPath", s.ItemsPath, jsonpath.ReferencePath, before)
	if r := s.ItemReader; r != nil {
		l.template("/ItemReader/Parameters", r.Parameters, before)
		if c := r.ReaderConfig; c != nil {
			l.number("/ItemReader/ReaderConfig/MaxItems", c.MaxItems, c.MaxItemsPath)
		}
	}
	l.template("/Parameters", s.Parameters, before)
	l.template("/ItemSelector", s.ItemSelector, before)
	if b := s.ItemBatcher; b != nil {
		l.template("/ItemBatcher/BatchInput", b.BatchInput, before)
		l.number("/ItemBatcher/MaxItemsPerBatch", b.MaxItemsPerBatch, b.MaxItemsPerBatchPath)
		l.number("/ItemBatcher/MaxInputBytesPerBatch", b.MaxInputBytesPerBatch, b.MaxInputBytesPerBatchPath)
	}
	l.number("/MaxConcurrency", s.MaxConcurrency, s.MaxConcurrencyPath)
	l.number("/ToleratedFailureCount", s.ToleratedFailureCount, s.ToleratedFailureCountPath)
	if text, ok := s.ToleratedFailurePercentage.Expr(); ok {
		l.misplaced("/ToleratedFailurePercentage", text)
	}
	l.path("/ToleratedFailurePercentagePath", s.ToleratedFailurePercentagePath, usePath, jsonpath.ReferencePath, before)
	if w := s.ResultWriter; w != nil {
		l.template("/ResultWriter/Parameters", w.Parameters, after)
	}
	l.pathResults(s.Results)
	l.pathOutput(s.Variables, s.Outputs, after)
	l.pathCatch(s.Catch)
}

func (l *useList) pathRule(pointer string, rule *asl.Rule) {
	l.path(pointer+"/Variable", rule.Variable, useVariable, jsonpath.ReferencePath, before)
	if op, ok := asl.OperatorByName(rule.Operator); ok && op.Operand == asl.OperandPath {
		if text, ok := rule.Operand.(string); ok {
			l.pathText(pointer+"/"+rule.Operator, text, useVariable, jsonpath.ReferencePath, before)
		}
	}
	for i := range rule.And {
		l.pathRule(pointer+"/And/"+itoa(i), &rule.And[i])
	}
	for i := range rule.Or {
		l.pathRule(pointer+"/Or/"+itoa(i), &rule.Or[i])
	}
	if rule.Not != nil {
		l.pathRule(pointer+"/Not", rule.Not)
	}
	l.template(pointer+"/Assign", rule.Assign, before)
}

// askedFor gathers the paths that IsPresent asks for in a rule.
func askedFor(rule *asl.Rule, asked map[string]bool) {
	if rule.Operator == "IsPresent" {
		asked[rule.Variable] = true
		if name := variableIn(rule.Variable); name != "" {
			asked[name] = true
		}
	}
	for i := range rule.And {
		askedFor(&rule.And[i], asked)
	}
	for i := range rule.Or {
		askedFor(&rule.Or[i], asked)
	}
	if rule.Not != nil {
		askedFor(rule.Not, asked)
	}
}

// variableIn returns the variable that a path begins with, its $ included: $order of $order.id.
func variableIn(path string) string {
	end := strings.IndexAny(path, ".[")
	if end < 0 {
		end = len(path)
	}
	if end < 2 || path[:2] == "$$" {
		return ""
	}
	return path[:end]
}
