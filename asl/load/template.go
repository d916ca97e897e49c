package load

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/places"
	"github.com/stepwise-go/stepwise/internal/yamljson"
	"github.com/stepwise-go/stepwise/ordjson"
)

// template is a CloudFormation or SAM template.
type template struct {
	file      string
	yaml      bool
	root      any
	resources *ordjson.Object
	places    places.Map
	tagged    bool // it has functions in their short form
	verdicts  map[string]verdict
	including []string // the files that are being included
}

// decode reads a text, and tells visit where each value stands.
func decode(text []byte, yaml bool, visit func(pointer string, line, column int), tag func(string, any) (any, error)) (any, error) {
	if yaml {
		return yamljson.Decode(text, yamljson.Options{Tag: tag, Visit: visit})
	}
	if visit == nil {
		return ordjson.Decode(text)
	}
	return places.DecodeJSON(text, visit)
}

// isYAML tells how to read a file: by its extension, and one that says nothing, such as .template,
// by how it begins.
func isYAML(file string, text []byte) bool {
	if asl.IsYAML(file) || strings.EqualFold(filepath.Ext(file), ".json") {
		return asl.IsYAML(file)
	}
	begin := bytes.TrimSpace(text)
	return len(begin) > 0 && begin[0] != '{' && begin[0] != '['
}

// readTemplate returns nil if the text is not one that holds state machines among other things, so
// that asl.Parse can read it; faults of the text are left to that, too.
func readTemplate(file string, text []byte) *template {
	t := &template{file: file, yaml: isYAML(file, text), places: places.Map{}}
	v, err := decode(text, t.yaml, func(pointer string, line, column int) {
		t.places[pointer] = diag.Place{File: file, Line: line, Column: column}
	}, func(tag string, value any) (any, error) {
		t.tagged = true
		return cfnTag(tag, value)
	})
	root, isObject := v.(*ordjson.Object)
	_, isList := v.([]any)
	if err != nil || !isObject && !isList {
		return nil
	}
	if root.Has("StartAt") && !t.tagged && !hasFunctions("", root) && t.yaml == asl.IsYAML(file) {
		return nil // a definition and no more
	}
	t.root = v
	return t
}

// isCloudFormation tells a CloudFormation or SAM template. The CDK writes one without Resources for a
// stack without any.
func (t *template) isCloudFormation() bool {
	root, ok := t.root.(*ordjson.Object)
	resources, _ := root.Get("Resources")
	_, isObject := resources.(*ordjson.Object)
	return isObject || ok && !root.Has("States") && strings.Contains(filepath.Base(t.file), ".template.")
}

func (t *template) machines() ([]Machine, error) {
	resources, _ := ordjson.Lookup(t.root, "/Resources")
	t.resources, _ = resources.(*ordjson.Object)
	var out []Machine
	var faults []error
	found := false
	for id, r := range t.resources.All() {
		kind := textAt(r, "Type")
		if kind != "AWS::StepFunctions::StateMachine" && kind != "AWS::Serverless::StateMachine" {
			continue
		}
		found = true
		m, err := t.machine(id, r)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		out = append(out, m)
	}
	if !found {
		return nil, &NoMachines{t.file}
	}
	return out, errors.Join(faults...)
}

func (t *template) machine(id string, resource any) (Machine, error) {
	at := "/Resources/" + ordjson.EscapePointer(id)
	props, _ := ordjson.Lookup(resource, "/Properties")
	m := Machine{File: t.file, Name: id, Path: textAt(resource, "Metadata", "aws:cdk:path")}
	m.Type = t.typeOf(props, "StateMachineType", "Type")
	doc, err := t.definition(id, at+"/Properties", props)
	if err != nil {
		return m, err
	}
	m.Document = doc
	m.Statements = t.statements(props)
	m.Refers = t.refers()
	return m, nil
}

const (
	lambdaFunction = "AWS::Lambda::Function"
	activity       = "AWS::StepFunctions::Activity"
)

// refers are the ARNs of functions and activities of the template, as Ref and GetAtt give them.
func (t *template) refers() map[string]string {
	out := map[string]string{}
	for id, r := range t.resources.All() {
		switch textAt(r, "Type") {
		case lambdaFunction, "AWS::Serverless::Function":
			out["${"+id+".Arn}"] = lambdaFunction
		case "AWS::Lambda::Alias", "AWS::Lambda::Version":
			out["${"+id+"}"] = lambdaFunction
		case activity:
			out["${"+id+"}"], out["${"+id+".Arn}"] = activity, activity
		}
	}
	return out
}

// typeOf is the type of a machine, as far as the template has it.
func (t *template) typeOf(props any, keys ...string) string {
	o, _ := props.(*ordjson.Object)
	for _, key := range keys {
		v, _ := o.Get(key)
		text, _ := t.resolve(v, 0).(string)
		if text = strings.ToUpper(text); text == "STANDARD" || text == "EXPRESS" {
			return text
		}
	}
	return ""
}

func textAt(v any, keys ...string) string {
	for _, k := range keys {
		o, _ := v.(*ordjson.Object)
		v, _ = o.Get(k)
	}
	s, _ := v.(string)
	return s
}
