package load

import (
	"cmp"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// described reads what the AWS CLI prints for a state machine, and takes to create one: an object with
// the definition as text.
// https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html
func (t *template) described() ([]Machine, error) {
	name := cmp.Or(textAt(t.root, "name"), baseName(t.file))
	m := Machine{File: t.file, Name: name, Type: t.typeOf(t.root, "type")}
	v, _ := t.root.Get("definition")
	if body, ok := v.(*ordjson.Object); ok {
		m.Document = &asl.Document{Machine: asl.FromJSON(body), Source: asl.NewSource(under{t.places, "/definition"})}
		return []Machine{m}, nil
	}
	doc, err := t.definitionText(name, "/definition", v, nil)
	if err != nil {
		return nil, err
	}
	m.Document = doc
	return []Machine{m}, nil
}

func (t *template) isDescribed() bool {
	v, _ := t.root.Get("definition")
	switch x := v.(type) {
	case string:
		return true
	case *ordjson.Object:
		return x.Has("StartAt")
	}
	return false
}
