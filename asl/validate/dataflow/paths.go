package dataflow

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/intrinsic"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/asl/template"
	"github.com/stepwise-go/stepwise/ordjson"
)

// field follows a path of a field that may be missing.
func (v *visit) field(pointer, text string, in *Shape) {
	if text == "" {
		return
	}
	if strings.HasPrefix(text, intrinsic.Prefix) {
		v.expr(where{pointer, ""}, text, in)
		return
	}
	v.path(pointer, text, in)
}

// path returns the shape that a path leads to, and notes if it never leads anywhere.
func (v *visit) path(pointer, text string, in *Shape) *Shape {
	if strings.Contains(text, "${") {
		return Any
	}
	r := v.texts.route(text)
	if r.path == nil {
		return Any
	}
	return v.follow(where{pointer, ""}, r, in)
}

// where is a place in a state: a member, or "", of what a pointer leads to.
type where struct{ pointer, member string }

func (w where) String() string {
	if w.member == "" {
		return w.pointer
	}
	return w.pointer + "/" + escape(w.member)
}

func (v *visit) follow(at where, r route, in *Shape) *Shape {
	var from *Shape
	switch p := r.path; p.Root() {
	case jsonpath.Input:
		from = in
	case jsonpath.Variable:
		f, ok := v.entry.variables.get(p.Variable())
		if !ok {
			return Any // the rules for variables tell
		}
		from = f.shape
	default:
		if names, ok := p.Names(); ok && v.item != nil && len(names) >= 3 && strings.Join(names[:3], ".") == "Map.Item.Value" {
			return v.steps(at, p.String(), v.item, nameSteps(names[3:]))
		}
		return Any
	}
	if r.steps == nil {
		return Any
	}
	return v.steps(at, r.path.String(), from, r.steps)
}

// steps walks and notes the outcome.
func (v *visit) steps(at where, text string, from *Shape, steps []step) *Shape {
	s, why, fix := walk(from, steps)
	if why == "" {
		return s
	}
	v.problems = append(v.problems, Problem{
		State: v.name, Pointer: v.pointer() + at.String(), Summary: fmt.Sprintf(msgNever, text, why), Fix: fix,
	})
	return Any
}

// step is a name or an index.
type step struct {
	name  string
	index bool
}

func nameSteps(names []string) []step {
	out := make([]step, len(names))
	for i, n := range names {
		out[i].name = n
	}
	return out
}

// stepsOf reads a definite path in bracket notation: $['order'][0].
func stepsOf(normal string) ([]step, bool) {
	rest := strings.TrimPrefix(normal, "$")
	out := make([]step, 0, strings.Count(rest, "["))
	for rest != "" {
		end := strings.IndexByte(rest, ']')
		if quoted := strings.HasPrefix(rest, "['"); quoted {
			end = strings.Index(rest, "']") + 1
		}
		if end < 2 || rest[0] != '[' {
			return nil, false
		}
		inner := rest[1:end]
		rest = rest[end+1:]
		if inner[0] != '\'' {
			out = append(out, step{index: true})
			continue
		}
		name := inner[1 : len(inner)-1]
		if strings.ContainsAny(name, `\'`) {
			return nil, false
		}
		out = append(out, step{name: name})
	}
	return out, true
}

// walk goes along the steps. why says why they never lead anywhere, "" if they can.
func walk(from *Shape, steps []step) (s *Shape, why, fix string) {
	s = from.known()
	place := "it"
	for _, st := range steps {
		if st.index {
			elem, ok := s.element()
			if !ok {
				return nil, fmt.Sprintf(whyNoList, place, s), fixKind
			}
			s, place = elem, place+"[]"
			continue
		}
		if s.kinds&Object == 0 {
			return nil, fmt.Sprintf(whyNoObject, place, s), fixKind
		}
		f, ok := s.Field(st.name)
		if !ok {
			names, _ := s.Fields()
			if len(names) == 0 {
				return nil, fmt.Sprintf(whyNoField, place, st.name), fixNoFields
			}
			return nil, fmt.Sprintf(whyNoField, place, st.name), fmt.Sprintf(fixFields, strings.Join(names, ", "))
		}
		s, place = f, strconv.Quote(st.name)
	}
	return s, "", ""
}

// lookup is walk for the text of a path from the input.
func (v *visit) lookup(in *Shape, text string) (*Shape, string) {
	r := v.texts.route(text)
	if r.steps == nil {
		return Any, ""
	}
	s, why, _ := walk(in, r.steps)
	return s, why
}

// set returns the shape with a value put at a reference path.
func (v *visit) set(in *Shape, text string, value *Shape) *Shape {
	names, ok := v.texts.reference(text)
	if !ok {
		return Any
	}
	return setNames(in.known(), names, value)
}

func setNames(in *Shape, names []string, value *Shape) *Shape {
	if len(names) == 0 {
		return value
	}
	child, ok := in.known().Field(names[0])
	if !ok {
		child = ObjectOf(nil)
	}
	return in.with(names[0], setNames(child, names[1:], value))
}

// expr returns the shape of what a member that ends in .$ gives.
func (v *visit) expr(at where, text string, in *Shape) *Shape {
	if strings.Contains(text, "${") {
		return Any
	}
	c := v.texts.expr(text)
	shape := Any
	for _, r := range c.routes {
		shape = v.follow(at, r, in)
	}
	if c.call != nil {
		return intrinsicResults[c.call.Function().Result].known()
	}
	return shape
}

var intrinsicResults = map[intrinsic.Type]*Shape{
	intrinsic.String: Of(String), intrinsic.Number: Of(Number), intrinsic.Boolean: Of(Boolean), intrinsic.Array: ListOf(nil),
}

// template returns the shape of a rendered template; in JSONata of a value with expressions.
func (v *visit) template(pointer string, t asl.Value, in *Shape) *Shape {
	if !t.IsSet() {
		return Any
	}
	return v.value(pointer, t.Any(), in, 0)
}

func (v *visit) value(pointer string, x any, in *Shape, depth int) *Shape {
	if depth > maxDepth {
		return Any
	}
	switch x := x.(type) {
	case *ordjson.Object:
		out := &Shape{kinds: Object}
		for name, child := range x.All() {
			if text, ok := child.(string); ok && !v.jsonata && strings.HasSuffix(name, template.Suffix) {
				shape := v.expr(where{pointer, name}, text, in)
				out.fields = out.fields.with(strings.TrimSuffix(name, template.Suffix), field{shape: shape})
				continue
			}
			out.fields = out.fields.with(name, field{shape: v.value(pointer+"/"+escape(name), child, in, depth+1)})
		}
		return out
	case []any:
		var elem *Shape
		for i, child := range x {
			elem = v.joiner.sum(elem, v.value(pointer+"/"+strconv.Itoa(i), child, in, depth+1), depth)
		}
		return ListOf(elem)
	case string:
		if strings.Contains(x, "${") {
			return Any
		}
		if v.jsonata && asl.IsExpression(x) {
			return v.query(pointer, asl.Expression(x), in)
		}
	}
	return fromValue(x, depth)
}

// check follows the paths in a template whose value nothing more depends on.
func (v *visit) check(pointer string, t asl.Value, in *Shape) {
	if v.jsonata {
		v.template(pointer, t, in)
	} else {
		v.checkValue(pointer, t.Any(), in, 0)
	}
}

func (v *visit) checkValue(pointer string, x any, in *Shape, depth int) {
	switch x := x.(type) {
	case *ordjson.Object:
		for name, child := range x.All() {
			switch child := child.(type) {
			case string:
				if strings.HasSuffix(name, template.Suffix) {
					v.expr(where{pointer, name}, child, in)
				}
			case *ordjson.Object, []any:
				if depth < maxDepth {
					v.checkValue(pointer+"/"+escape(name), child, in, depth+1)
				}
			}
		}
	case []any:
		for i, child := range x {
			if depth < maxDepth {
				v.checkValue(pointer+"/"+strconv.Itoa(i), child, in, depth+1)
			}
		}
	}
}

var plainQuery = regexp.MustCompile(`^\$([A-Za-z_]\w*)((?:\.[A-Za-z_]\w*)*)$`)

// query returns the shape of a JSONata expression that is a plain path. data is $states.result, or in a
// catcher $states.errorOutput. A JSONata path goes through lists, so only objects are followed.
func (v *visit) query(pointer, text string, data *Shape) *Shape {
	m := plainQuery.FindStringSubmatch(text)
	if m == nil {
		return Any
	}
	names := strings.Split(m[2], ".")[1:]
	var from *Shape
	switch {
	case m[1] != "states":
		f, ok := v.entry.variables.get(m[1])
		if !ok {
			return Any
		}
		from = f.shape
	case len(names) == 0:
		return Any
	default:
		switch names[0] {
		case "input":
			from = v.entry.input
		case "result", "errorOutput":
			from = data
		default:
			return Any
		}
		names = names[1:]
	}
	s := from.known()
	for i, name := range names {
		if s.kinds&Array != 0 {
			return Any
		}
		if f, ok := s.Field(name); ok {
			s = f
			continue
		}
		return v.steps(where{pointer, ""}, text, s, nameSteps(names[i:]))
	}
	return s
}
