package load

import (
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// choice is the value of Fn::If. A condition that cannot be told is taken to hold.
func (t *template) choice(arg any, depth int) any {
	list, ok := arg.([]any)
	if !ok || len(list) != 3 {
		return "${If}"
	}
	holds, known := t.named(list[0], depth)
	if known && !holds {
		return t.resolve(list[2], depth)
	}
	return t.resolve(list[1], depth)
}

// verdict is what is known of a condition.
type verdict struct{ holds, known bool }

// named tells whether the condition of that name holds. Each is looked at once: conditions may name others
// several times. Of one that is about itself nothing is known.
func (t *template) named(name any, depth int) (holds, known bool) {
	text, _ := name.(string)
	v, seen := t.verdicts[text]
	if !seen {
		if t.verdicts == nil {
			t.verdicts = map[string]verdict{}
		}
		t.verdicts[text] = v
		if c, ok := ordjson.Lookup(t.root, "/Conditions/"+ordjson.EscapePointer(text)); ok {
			v.holds, v.known = t.condition(c, depth+1)
		}
		t.verdicts[text] = v
	}
	return v.holds, v.known
}

// condition tells whether a condition holds with the defaults of the parameters, and whether that can
// be told.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html
func (t *template) condition(c any, depth int) (holds, known bool) {
	o, _ := c.(*ordjson.Object)
	if depth > maxResolve || o.Len() != 1 {
		return false, false
	}
	m := o.At(0)
	list, _ := m.Value.([]any)
	switch m.Key {
	case "Condition":
		return t.named(m.Value, depth)
	case "Fn::Equals":
		if len(list) == 2 {
			a, b := t.operand(list[0], depth), t.operand(list[1], depth)
			return a == b, !strings.Contains(a+b, "${")
		}
	case "Fn::Not":
		if len(list) == 1 {
			holds, known = t.condition(list[0], depth+1)
			return !holds, known
		}
	case "Fn::And", "Fn::Or":
		return t.several(list, m.Key == "Fn::Or", depth)
	}
	return false, false
}

func (t *template) operand(v any, depth int) string {
	if o, ok := v.(*ordjson.Object); ok {
		if name, arg, ok := functionCall(o); ok && name == "Ref" {
			return fmt.Sprint(t.reference(fmt.Sprint(arg)))
		}
	}
	return fmt.Sprint(t.resolve(v, depth))
}

// several is Or, or And: one that is decisive is enough.
func (t *template) several(list []any, decisive bool, depth int) (holds, known bool) {
	all := true
	for _, c := range list {
		holds, known := t.condition(c, depth+1)
		if known && holds == decisive {
			return decisive, true
		}
		all = all && known
	}
	return !decisive, all
}
