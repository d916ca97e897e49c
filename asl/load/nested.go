package load

import (
	"cmp"
	"errors"
	"path"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// nested are the state machines of a document that is about them but no template: what the AWS CLI
// prints for a state machine and takes to create one, a plan or a state of Terraform as JSON, a stack
// that Pulumi exported, a list of such things. A machine is an object with StartAt and States, or a
// member that is called definition and has the text of one.
// https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html
// https://developer.hashicorp.com/terraform/internals/json-format
func (t *template) nested() ([]Machine, error) {
	n := &nest{template: t, seen: map[string]bool{}}
	n.walk("", t.root, owner{})
	return n.found, errors.Join(n.faults...)
}

type nest struct {
	*template
	found  []Machine
	faults []error
	seen   map[string]bool // a plan has a machine as it was, as it is, and as it will be
}

// owner is the object that a value is a member of, and the one around that.
type owner struct{ inner, outer *ordjson.Object }

// name is what the owner of a definition is called.
func (o owner) name() string {
	return cmp.Or(textAt(o.inner, "name"), textAt(o.inner, "address"), textAt(o.outer, "address"), textAt(o.outer, "name"))
}

func (n *nest) walk(pointer string, v any, of owner) {
	switch x := v.(type) {
	case string:
		if isDefinition(pointer) && strings.Contains(x, "StartAt") {
			n.text(pointer, x, of)
		}
	case []any:
		for i, e := range x {
			n.walk(pointer+"/"+strconv.Itoa(i), e, of)
		}
	case *ordjson.Object:
		if pointer != "" && x.Has("StartAt") && x.Has("States") {
			n.add(pointer, n.inPlace(pointer, n.tags(x)), of)
			return
		}
		for k, e := range x.All() {
			if part(k) {
				continue
			}
			n.walk(pointer+"/"+ordjson.EscapePointer(k), e, owner{x, of.inner})
		}
	}
}

// part tells a member that holds a part of a state machine: a single state is none.
func part(key string) bool { return key == "ItemProcessor" || key == "Iterator" || key == "Branches" }

func (n *nest) text(pointer, text string, of owner) {
	doc, err := n.definitionText(n.name(pointer, of), pointer, text, nil)
	if err != nil {
		n.faults = append(n.faults, err)
		return
	}
	n.add(pointer, doc, of)
}

func (n *nest) add(pointer string, doc *asl.Document, of owner) {
	m := Machine{File: n.file, Name: n.name(pointer, of), Type: n.typeOf(of.inner, "type"), Document: doc}
	if key := m.Name + " " + ordjson.String(doc.Machine.JSON()); !n.seen[key] {
		n.seen[key] = true
		n.found = append(n.found, m)
	}
}

// name is what the owner of a definition is called, or else the key it stands under.
func (n *nest) name(pointer string, of owner) string {
	keys := ordjson.SplitPointer(pointer)
	key := keys[len(keys)-1]
	if !isDefinition(pointer) {
		return key
	}
	outer := ""
	if len(keys) > 1 {
		outer = keys[len(keys)-2]
	}
	if _, err := strconv.Atoi(outer); err == nil { // an element of a list
		outer = ""
	}
	return cmp.Or(of.name(), outer, baseName(n.file))
}

func isDefinition(pointer string) bool { return strings.EqualFold(path.Base(pointer), "definition") }
