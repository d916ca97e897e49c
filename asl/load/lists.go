package load

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// ofList is the value of a function of a list of resolved arguments, if the template has all of it.
// A part that only a deployment knows makes the whole unknown where it would be cut.
func (t *template) ofList(name string, args []any) (any, bool) {
	switch name {
	case "Fn::Join":
		if len(args) != 2 {
			return nil, false
		}
		separator, _ := args[0].(string)
		return strings.Join(texts(args[1]), separator), true
	case "Fn::FindInMap":
		if len(args) < 3 {
			return nil, false
		}
		return t.inMap(args[0], args[1], args[2])
	case "Fn::Select":
		if len(args) != 2 {
			return nil, false
		}
		list, _ := args[1].([]any)
		i, err := strconv.Atoi(fmt.Sprint(args[0]))
		if err != nil || i < 0 || i >= len(list) {
			return nil, false
		}
		return list[i], true
	case "Fn::Split":
		return split(args)
	}
	return nil, false
}

func (t *template) inMap(keys ...any) (any, bool) {
	at := "/Mappings"
	for _, k := range keys {
		at += "/" + ordjson.EscapePointer(fmt.Sprint(k))
	}
	return ordjson.Lookup(t.root, at)
}

func split(args []any) (any, bool) {
	if len(args) != 2 {
		return nil, false
	}
	separator, _ := args[0].(string)
	text, _ := args[1].(string)
	if separator == "" || strings.Contains(text, "${") {
		return nil, false
	}
	var out []any
	for _, part := range strings.Split(text, separator) {
		out = append(out, part)
	}
	return out, true
}
