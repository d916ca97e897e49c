package load

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// isServerless tells a serverless.yml with state machines.
func (t *template) isServerless() bool {
	_, ok := ordjson.Lookup(t.root, "/stepFunctions")
	return ok
}

// serverless reads the state machines of a serverless.yml, as the plugin serverless-step-functions
// understands it: stepFunctions.stateMachines, each with a definition. A ${file(...)} is followed, other
// variables stay as text.
// https://www.serverless.com/plugins/serverless-step-functions
func (t *template) serverless() ([]Machine, error) {
	section, _ := ordjson.Lookup(t.root, "/stepFunctions")
	list, _ := t.followed(section).(*ordjson.Object)
	all, _ := list.Get("stateMachines")
	var out []Machine
	var faults []error
	for _, group := range t.groups(all) {
		for id, v := range group.All() {
			m, err := t.serverlessMachine(id, t.followed(v))
			if err != nil {
				faults = append(faults, err)
				continue
			}
			out = append(out, m)
		}
	}
	if len(out)+len(faults) == 0 {
		return nil, t.fault("/stepFunctions", cmp.Or(textAt(all), filepath.Base(t.file)), noDefinition)
	}
	return out, errors.Join(faults...)
}

// groups are the machines: one object, or a list of several that are put together.
func (t *template) groups(v any) []*ordjson.Object {
	v = t.followed(v)
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var out []*ordjson.Object
	for _, e := range list {
		if o, ok := t.followed(e).(*ordjson.Object); ok {
			out = append(out, o)
		}
	}
	return out
}

func (t *template) serverlessMachine(id string, v any) (Machine, error) {
	at := "/stepFunctions/stateMachines/" + ordjson.EscapePointer(id)
	m := Machine{File: t.file, Name: id, Type: t.typeOf(v, "type"), Refers: map[string]string{}}
	own, _ := ordjson.Lookup(t.root, "/functions")
	functions, _ := t.followed(own).(*ordjson.Object)
	for name := range functions.All() {
		m.Refers["${"+name+".Arn}"] = lambdaFunction
	}
	definition, _ := ordjson.Lookup(v, "/definition")
	definition = t.followed(definition)
	if text, ok := definition.(string); ok {
		doc, err := t.definitionText(id, at+"/definition", text, nil)
		m.Document = doc
		return m, err
	}
	body, ok := t.resolve(definition, 0).(*ordjson.Object)
	if !ok {
		return m, t.fault(at, id, noDefinition)
	}
	m.Document = t.inPlace(at+"/definition", body)
	return m, nil
}

// fileVariable is ${file(path)} or ${file(path):member.member}.
// https://www.serverless.com/framework/docs/providers/aws/guide/variables#reference-properties-in-other-files
var fileVariable = regexp.MustCompile(`^\$\{file\(([^)]+)\)(?::([^}]+))?\}$`)

// followed is what a ${file(...)} refers to, if it can be read; any other value as it is.
func (t *template) followed(v any) any {
	text, _ := v.(string)
	m := fileVariable.FindStringSubmatch(text)
	if m == nil {
		return v
	}
	file := filepath.Join(filepath.Dir(t.file), strings.Trim(m[1], `'" `))
	raw, err := os.ReadFile(file)
	if err != nil {
		return v
	}
	read, err := decode(raw, isYAML(file, raw), nil, cfnTag)
	if err != nil {
		return v
	}
	if m[2] != "" {
		read, _ = ordjson.Lookup(read, "/"+strings.ReplaceAll(ordjson.EscapePointer(m[2]), ".", "/"))
	}
	return read
}
