package fakeaws

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

type resource struct {
	kind       string
	physicalID string
	properties *ordjson.Object
	attributes map[string]string
	machine    Machine
}

// stackFault is why a stack cannot be deployed.
type stackFault struct{ logicalID, kind, reason string }

// evaluated is a template with all its references replaced.
type evaluated struct {
	template  *ordjson.Object
	resources map[string]*resource
	outputs   map[string]string
}

type engine struct {
	*Server
	stack      *stack
	root       *ordjson.Object
	declared   *ordjson.Object
	parameters map[string]any
	made       map[string]*resource
	making     map[string]bool
}

func (s *Server) evaluate(st *stack, text string, parameters map[string]string) (*evaluated, *stackFault) {
	whole := func(reason string) *stackFault { return &stackFault{st.name, "AWS::CloudFormation::Stack", reason} }
	v, err := ordjson.DecodeString(text)
	if err != nil {
		return nil, whole("the template is not JSON: " + err.Error())
	}
	root, _ := v.(*ordjson.Object)
	declared, _ := root.Get("Resources")
	e := &engine{Server: s, stack: st, root: root, parameters: map[string]any{}, made: map[string]*resource{}, making: map[string]bool{}}
	e.declared, _ = declared.(*ordjson.Object)
	e.readParameters(parameters)
	for id := range e.declared.All() {
		if fault := e.make(id); fault != nil {
			return nil, fault
		}
	}
	out := &evaluated{template: root, resources: e.made, outputs: map[string]string{}}
	outputs, _ := root.Get("Outputs")
	list, _ := outputs.(*ordjson.Object)
	for k, o := range list.All() {
		value, err := e.resolve(at(o, "Value"))
		if err != nil {
			return nil, whole(err.Error())
		}
		out.outputs[k] = fmt.Sprint(value)
	}
	return out, nil
}

func (e *engine) readParameters(given map[string]string) {
	list, _ := at(e.root, "Parameters").(*ordjson.Object)
	for name, p := range list.All() {
		value := at(p, "Default")
		if v, ok := given[name]; ok {
			value = v
		}
		if kind, _ := at(p, "Type").(string); strings.HasPrefix(kind, "AWS::SSM::Parameter::Value") {
			value = "30"
		}
		e.parameters[name] = value
	}
}

// make evaluates a resource and all that it refers to.
func (e *engine) make(id string) *stackFault {
	if e.made[id] != nil {
		return nil
	}
	declared, ok := e.declared.Get(id)
	kind, _ := at(declared, "Type").(string)
	fail := func(format string, args ...any) *stackFault {
		return &stackFault{id, kind, fmt.Sprintf(format, args...)}
	}
	if !ok {
		return fail("unresolved resource dependency [%s]", id)
	}
	if e.making[id] {
		return fail("circular dependency between resources: [%s]", id)
	}
	e.making[id] = true
	defer delete(e.making, id)
	if name, ok := at(declared, "Condition").(string); ok && !e.condition(name) {
		return nil
	}
	for _, d := range asTexts(at(declared, "DependsOn")) {
		if fault := e.make(d); fault != nil {
			return fault
		}
	}
	value, err := e.resolve(at(declared, "Properties"))
	if err != nil {
		var inner *stackFault
		if errors.As(err, &inner) {
			return inner
		}
		return fail("%s", err)
	}
	properties, _ := value.(*ordjson.Object)
	if e.schema != nil {
		if err := e.schema.Check(kind, properties); err != nil {
			return fail("%s", err)
		}
	}
	r, err := e.create(id, kind, properties)
	if err != nil {
		return fail("%s", err)
	}
	e.made[id] = r
	return nil
}

// Error makes a stackFault an error, for those that come from a resource referred to.
func (f *stackFault) Error() string { return f.reason }

func (e *engine) condition(name string) bool {
	v, err := e.resolve(at(at(e.root, "Conditions"), name))
	return err == nil && v == true
}

type noValue struct{}

func (e *engine) resolve(v any) (any, error) {
	switch x := v.(type) {
	case []any:
		out := make([]any, 0, len(x))
		for _, el := range x {
			r, err := e.resolve(el)
			if err != nil {
				return nil, err
			}
			if r != (noValue{}) {
				out = append(out, r)
			}
		}
		return out, nil
	case *ordjson.Object:
		if x.Len() == 1 {
			if m := x.At(0); m.Key == "Ref" || strings.HasPrefix(m.Key, "Fn::") {
				return e.function(m.Key, m.Value)
			}
		}
		out := &ordjson.Object{}
		for k, el := range x.All() {
			r, err := e.resolve(el)
			if err != nil {
				return nil, err
			}
			if r != (noValue{}) {
				out.Set(k, r)
			}
		}
		return out, nil
	}
	return v, nil
}

func (e *engine) function(name string, arg any) (any, error) {
	if name == "Ref" {
		return e.ref(fmt.Sprint(arg))
	}
	if name == "Fn::GetAtt" {
		list := asTexts(arg)
		if len(list) != 2 {
			return nil, fmt.Errorf("Fn::GetAtt takes two texts")
		}
		return e.getAtt(list[0], list[1])
	}
	if name == "Fn::If" {
		list, _ := arg.([]any)
		if len(list) != 3 {
			return nil, fmt.Errorf("Fn::If takes three values")
		}
		if e.condition(fmt.Sprint(list[0])) {
			return e.resolve(list[1])
		}
		return e.resolve(list[2])
	}
	v, err := e.resolve(arg)
	if err != nil {
		return nil, err
	}
	list, _ := v.([]any)
	switch name {
	case "Fn::Join":
		return strings.Join(asTexts(list[1]), fmt.Sprint(list[0])), nil
	case "Fn::Split":
		var out []any
		for _, p := range strings.Split(fmt.Sprint(list[1]), fmt.Sprint(list[0])) {
			out = append(out, p)
		}
		return out, nil
	case "Fn::Select":
		i, err := strconv.Atoi(fmt.Sprint(list[0]))
		options, _ := list[1].([]any)
		if err != nil || i < 0 || i >= len(options) {
			return nil, fmt.Errorf("Fn::Select has no element %v", list[0])
		}
		return options[i], nil
	case "Fn::Sub":
		return e.sub(v)
	case "Fn::Equals":
		return ordjson.Equal(list[0], list[1]), nil
	case "Fn::Not":
		return list[0] == false, nil
	case "Fn::Or":
		for _, b := range list {
			if b == true {
				return true, nil
			}
		}
		return false, nil
	case "Fn::GetAZs":
		return []any{Region + "a", Region + "b"}, nil
	case "Fn::ImportValue":
		return e.imported(fmt.Sprint(v))
	}
	return nil, fmt.Errorf("unsupported function %s", name)
}

// imported finds what another stack exports.
func (e *engine) imported(name string) (any, error) {
	for _, st := range e.stacks {
		list, _ := at(st.template, "Outputs").(*ordjson.Object)
		for k, o := range list.All() {
			if at(at(o, "Export"), "Name") == name {
				return st.outputs[k], nil
			}
		}
	}
	return nil, fmt.Errorf("no export named %s found", name)
}

var pseudo = map[string]any{
	"AWS::Partition": "aws", "AWS::Region": Region, "AWS::AccountId": Account, "AWS::URLSuffix": "amazonaws.com", "AWS::NoValue": noValue{},
}

func (e *engine) ref(name string) (any, error) {
	switch {
	case name == "AWS::StackName":
		return e.stack.name, nil
	case name == "AWS::StackId":
		return e.stack.id, nil
	}
	if v, ok := pseudo[name]; ok {
		return v, nil
	}
	if v, ok := e.parameters[name]; ok {
		return v, nil
	}
	if fault := e.make(name); fault != nil {
		return nil, fault
	}
	return e.made[name].physicalID, nil
}

func (e *engine) getAtt(id, attribute string) (any, error) {
	if fault := e.make(id); fault != nil {
		return nil, fault
	}
	r := e.made[id]
	if v, ok := r.attributes[attribute]; ok {
		return v, nil
	}
	if e.schema != nil && !e.schema.HasAttribute(r.kind, attribute) {
		return nil, fmt.Errorf("%s has no attribute %s", r.kind, attribute)
	}
	return id + "." + attribute, nil
}

var variable = regexp.MustCompile(`\$\{(!?)([^}]*)\}`)

func (e *engine) sub(v any) (any, error) {
	text, _ := v.(string)
	values := &ordjson.Object{}
	if list, ok := v.([]any); ok && len(list) == 2 {
		text, _ = list[0].(string)
		values, _ = list[1].(*ordjson.Object)
	}
	var fault error
	out := variable.ReplaceAllStringFunc(text, func(m string) string {
		parts := variable.FindStringSubmatch(m)
		if parts[1] == "!" {
			return "${" + parts[2] + "}"
		}
		if own, ok := values.Get(parts[2]); ok {
			return fmt.Sprint(own)
		}
		var value any
		var err error
		if id, attribute, ok := strings.Cut(parts[2], "."); ok {
			value, err = e.getAtt(id, attribute)
		} else {
			value, err = e.ref(parts[2])
		}
		if err != nil {
			fault = err
		}
		return fmt.Sprint(value)
	})
	return out, fault
}

func at(v any, key string) any {
	o, _ := v.(*ordjson.Object)
	out, _ := o.Get(key)
	return out
}

func asTexts(v any) []string {
	switch x := v.(type) {
	case string:
		return []string{x}
	case []any:
		out := make([]string, len(x))
		for i, el := range x {
			if s, ok := el.(string); ok {
				out[i] = s
			} else {
				out[i] = ordjson.String(el)
			}
		}
		return out
	}
	return nil
}
