package load

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/yamljson"
	"github.com/stepwise-go/stepwise/ordjson"
)

// template is a CloudFormation or SAM template.
type template struct {
	file      string
	root      *ordjson.Object
	resources *ordjson.Object
	places    places
	blocks    map[string]bool // pointers of YAML block texts, whose lines are lines of the file
}

type places map[string]diag.Place

// PlaceOf returns the place of a pointer or of the nearest one around it.
func (p places) PlaceOf(pointer string) (diag.Place, bool) {
	for {
		if at, ok := p[pointer]; ok {
			return at, true
		}
		i := len(pointer) - 1
		for ; i >= 0 && pointer[i] != '/'; i-- {
		}
		if i < 0 {
			return diag.Place{}, false
		}
		pointer = pointer[:i]
	}
}

// readTemplate returns nil if the text is not a template; faults of the text are left to asl.Parse.
func readTemplate(file string, text []byte) (*template, error) {
	t := &template{file: file, places: places{}, blocks: map[string]bool{}}
	var v any
	var err error
	if asl.IsYAML(file) {
		v, err = yamljson.Decode(text, yamljson.Options{
			Tag: cfnTag,
			Visit: func(pointer string, line, column int) {
				t.places[pointer] = diag.Place{File: file, Line: line, Column: column}
			},
		})
	} else {
		line, begin, pos := 1, 0, 0 // offsets come in ascending order
		v, err = ordjson.DecodeVisit(text, func(pointer string, keyOffset, _ int) {
			for ; pos < keyOffset; pos++ {
				if text[pos] == '\n' {
					line, begin = line+1, pos+1
				}
			}
			column := keyOffset - begin + 1
			t.places[pointer] = diag.Place{File: file, Line: line, Column: column}
		})
	}
	if err != nil || !isTemplate(file, v) {
		return nil, nil
	}
	t.root = v.(*ordjson.Object)
	resources, _ := t.root.Get("Resources")
	t.resources, _ = resources.(*ordjson.Object)
	return t, nil
}

func (t *template) machines() ([]Machine, error) {
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
	m.Type = textAt(props, "StateMachineType")
	if m.Type == "" {
		m.Type = textAt(props, "Type")
	}
	doc, err := t.definition(id, at+"/Properties", props)
	if err != nil {
		return m, err
	}
	m.Document = doc
	m.Statements = t.statements(props)
	return m, nil
}

// definition reads the definition in whatever form it has.
func (t *template) definition(id, at string, props any) (*asl.Document, error) {
	o, _ := props.(*ordjson.Object)
	substitutions := t.substitutions(o)
	if v, ok := o.Get("Definition"); ok {
		resolved := replaceAll(t.resolve(v, 0), substitutions)
		body, ok := resolved.(*ordjson.Object)
		if !ok {
			return nil, t.fault(at+"/Definition", id, "the Definition is not an object")
		}
		return &asl.Document{Machine: asl.FromJSON(body), Source: asl.NewSource(under{t.places, at + "/Definition"})}, nil
	}
	if v, ok := o.Get("DefinitionString"); ok {
		return t.definitionText(id, at+"/DefinitionString", v, substitutions)
	}
	if v, ok := o.Get("DefinitionUri"); ok {
		if path, isText := v.(string); isText {
			return t.definitionFile(id, at+"/DefinitionUri", path, substitutions)
		}
		return nil, t.fault(at+"/DefinitionUri", id, "the definition is in S3")
	}
	if _, ok := o.Get("DefinitionS3Location"); ok {
		return nil, t.fault(at+"/DefinitionS3Location", id, "the definition is in S3")
	}
	return nil, t.fault(at, id, "there is no definition")
}

func (t *template) definitionText(id, at string, v any, substitutions map[string]string) (*asl.Document, error) {
	text, ok := t.resolve(v, 0).(string)
	if !ok {
		return nil, t.fault(at, id, "the DefinitionString is not a text")
	}
	_, literal := v.(string)
	base, _ := t.places.PlaceOf(at)
	doc, err := asl.Parse(t.file+".json", []byte(quoteBare(replaceText(text, substitutions))))
	if err != nil {
		var list *diag.ErrorList
		if errors.As(err, &list) {
			for i := range list.Diagnostics {
				list.Diagnostics[i].Place, _ = shifted{nil, base, false}.PlaceOf("")
				list.Diagnostics[i].In = "state machine " + id
			}
		}
		return nil, err
	}
	doc.Source = asl.NewSource(shifted{doc.Source, base, literal && asl.IsYAML(t.file)})
	return doc, nil
}

func (t *template) definitionFile(id, at, path string, substitutions map[string]string) (*asl.Document, error) {
	path = filepath.Join(filepath.Dir(t.file), path)
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, t.fault(at, id, "the definition cannot be read: "+err.Error())
	}
	return asl.Parse(path, []byte(replaceText(string(text), substitutions)))
}

func (t *template) fault(at, id, why string) error {
	place, _ := t.places.PlaceOf(at)
	return diag.List{notLoadable(id, why, place)}.Err()
}

func textAt(v any, keys ...string) string {
	for _, k := range keys {
		o, _ := v.(*ordjson.Object)
		v, _ = o.Get(k)
	}
	s, _ := v.(string)
	return s
}
