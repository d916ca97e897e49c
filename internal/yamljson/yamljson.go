// Package yamljson reads YAML as the JSON values of package ordjson, with the line and column
// of every value.
package yamljson

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/stepwise-go/stepwise/ordjson"
)

// maxValues bounds the values of a text, maxAliased those of them that aliases repeat, so that a small
// text cannot be blown up.
const (
	maxValues  = 1_000_000
	maxAliased = 50_000
)

// Options say what to do besides decoding.
type Options struct {
	// Visit is told where each value begins, and for an object member where its key does. A
	// pointer that comes twice is a duplicate key.
	Visit func(pointer string, line, column int)
	// Tag returns what a value with a tag of its own stands for, such as !Ref of CloudFormation.
	// nil leaves the tag out.
	Tag func(tag string, value any) (any, error)
}

// Error is a fault in the text.
type Error struct {
	Message      string
	Line, Column int
}

func (e *Error) Error() string { return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Message) }

// Decode reads a YAML text of one document.
func Decode(text []byte, opts Options) (any, error) {
	var doc, more yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(text))
	err := dec.Decode(&doc)
	switch {
	case errors.Is(err, io.EOF):
		return nil, &Error{"the text is empty", 1, 1}
	case err != nil:
		return nil, syntaxError(text, err)
	}
	if dec.Decode(&more) == nil && len(more.Content) > 0 && more.Content[0].ShortTag() != "!!null" {
		return nil, &Error{"a second document begins: only one is read", more.Content[0].Line, more.Content[0].Column}
	}
	d := decoder{Options: opts}
	return d.node(doc.Content[0], "", nil, 0)
}

var lineIn = regexp.MustCompile(`line (\d+): `)

func syntaxError(text []byte, err error) error {
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	e := &Error{Message: message, Line: 1, Column: 1}
	if m := lineIn.FindStringSubmatch(message); m != nil {
		e.Line, _ = strconv.Atoi(m[1])
		e.Message = strings.Replace(message, m[0], "", 1)
	}
	if lines := bytes.SplitN(text, []byte{'\n'}, e.Line+1); e.Line <= len(lines) && bytes.HasPrefix(lines[e.Line-1], []byte{'\t'}) {
		e.Message = "a line is indented with a tab: YAML takes spaces only"
	}
	return e
}

type decoder struct {
	Options
	count   int
	aliased int
	inAlias int
	unseen  int // in how many merges
}

func (d *decoder) node(n *yaml.Node, pointer string, key *yaml.Node, depth int) (any, error) {
	if d.Visit != nil && d.unseen == 0 {
		at := n
		if key != nil {
			at = key
		}
		d.Visit(pointer, at.Line, at.Column)
	}
	return d.value(n, pointer, depth)
}

// value is node for a value whose place is told already.
func (d *decoder) value(n *yaml.Node, pointer string, depth int) (any, error) {
	d.count++
	if d.inAlias > 0 {
		d.aliased++
	}
	if depth > ordjson.MaxDepth || d.count > maxValues || d.aliased > maxAliased {
		return nil, &Error{"too deeply nested or too many aliases", n.Line, n.Column}
	}
	v, err := d.plain(n, pointer, depth)
	if err != nil || d.Tag == nil || !strings.HasPrefix(n.Tag, "!") || strings.HasPrefix(n.Tag, "!!") {
		return v, err
	}
	v, err = d.Tag(n.Tag, v)
	if err != nil {
		return nil, &Error{err.Error(), n.Line, n.Column}
	}
	return v, nil
}

func (d *decoder) plain(n *yaml.Node, pointer string, depth int) (any, error) {
	switch n.Kind {
	case yaml.AliasNode:
		d.inAlias++
		defer func() { d.inAlias-- }()
		return d.value(n.Alias, pointer, depth+1)
	case yaml.SequenceNode:
		list := make([]any, 0, len(n.Content))
		for i, c := range n.Content {
			v, err := d.node(c, pointer+"/"+strconv.Itoa(i), nil, depth+1)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		return list, nil
	case yaml.MappingNode:
		return d.mapping(n, pointer, depth)
	}
	return scalar(n)
}

func (d *decoder) mapping(n *yaml.Node, pointer string, depth int) (any, error) {
	o := &ordjson.Object{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, c := n.Content[i], n.Content[i+1]
		if k.Kind != yaml.ScalarNode {
			return nil, &Error{"a key must be a plain word or a string", k.Line, k.Column}
		}
		if k.Tag == "!!merge" {
			d.unseen++ // what is merged can be overridden, which is no duplicate
			merged, err := d.node(c, pointer, nil, depth+1)
			d.unseen--
			if err != nil {
				return nil, err
			}
			merge(o, merged)
			continue
		}
		v, err := d.node(c, pointer+"/"+ordjson.EscapePointer(k.Value), k, depth+1)
		if err != nil {
			return nil, err
		}
		o.Set(k.Value, v)
	}
	return o, nil
}

func merge(o *ordjson.Object, from any) {
	if list, ok := from.([]any); ok {
		for _, e := range list {
			merge(o, e)
		}
		return
	}
	in, _ := from.(*ordjson.Object)
	for k, v := range in.All() {
		if !o.Has(k) {
			o.Set(k, v)
		}
	}
}

func scalar(n *yaml.Node) (any, error) {
	switch n.ShortTag() {
	case "!!null":
		return nil, nil
	case "!!bool":
		var b bool
		if err := n.Decode(&b); err != nil {
			return nil, &Error{err.Error(), n.Line, n.Column}
		}
		return b, nil
	case "!!int", "!!float":
		return number(n)
	}
	return n.Value, nil // strings, and times as they are written
}

var jsonNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)

func number(n *yaml.Node) (any, error) {
	if jsonNumber.MatchString(n.Value) {
		return ordjson.Number(n.Value), nil
	}
	var i int64
	if n.ShortTag() == "!!int" && n.Decode(&i) == nil {
		return ordjson.FromInt(i), nil
	}
	var f float64
	if err := n.Decode(&f); err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return nil, &Error{fmt.Sprintf("%s is not a JSON number", n.Value), n.Line, n.Column}
	}
	return f, nil
}
