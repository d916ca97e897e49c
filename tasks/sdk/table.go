package sdk

import (
	_ "embed"
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// The generated files; tools/sdkactions/lib/table.mjs says what is in them.
var (
	//go:embed index.txt
	indexText string
	//go:embed table.bin
	tableData string
)

// index is the list of services, sorted by name.
type index struct {
	date    string
	entries []entry
}

// entry is a service's line in the index, with its block once it is read.
type entry struct {
	name, prefix, iam, client string
	partial                   bool
	count, offset, length     int

	once  sync.Once
	cache block
}

var load = sync.OnceValue(readIndex)

func readIndex() *index {
	date, rest, _ := strings.Cut(indexText, "\n")
	x := &index{date: date, entries: make([]entry, strings.Count(rest, "\n"))}
	for i := range x.entries {
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		x.entries[i].read(line)
	}
	return x
}

func (e *entry) read(line string) {
	next := func() (field string) {
		field, line, _ = strings.Cut(line, "\t")
		return field
	}
	number := func() int {
		n, _ := strconv.Atoi(next())
		return n
	}
	e.name, e.prefix, e.iam, e.client = next(), next(), next(), next()
	e.partial = next() == "?"
	e.count, e.offset, e.length = number(), number(), number()
}

func (x *index) find(name string) *entry {
	low, high := 0, len(x.entries)
	for low < high {
		if mid := (low + high) / 2; x.entries[mid].name < name {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < len(x.entries) && x.entries[low].name == name {
		return &x.entries[low]
	}
	return nil
}

func (x *index) names() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range x.entries {
			if !yield(x.entries[i].name) {
				return
			}
		}
	}
}

func (e *entry) service() Service {
	return Service{Name: e.name, ErrorPrefix: e.prefix, IAMPrefix: e.iam, Modelled: !e.partial, entry: e}
}

// guess is the action of a service without a model that the block does not name.
func (e *entry) guess(name string) Action {
	a := Action{Service: e.name, Name: name, Inferred: true, client: e.client}
	if e.iam != "" {
		a.IAM = []Permission{{Action: e.iam + ":" + upper(name)}}
	}
	return a
}

// block is a service's part of the table.
type block struct {
	types []ResourceType
	text  string // the action lines
}

func (e *entry) block() *block {
	e.once.Do(func() { e.cache = readBlock(inflate(tableData[e.offset : e.offset+e.length])) })
	return &e.cache
}

func readBlock(text string) block {
	var b block
	for strings.HasPrefix(text, "=") {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		// A type's name can have spaces in it, an ARN has none.
		i := strings.LastIndexByte(line, ' ')
		b.types = append(b.types, ResourceType{Name: line[1:i], ARN: line[i+1:]})
	}
	b.text = text
	return b
}

func (b *block) lines() iter.Seq[row] {
	return func(yield func(row) bool) {
		for line := range strings.Lines(b.text) {
			if !yield(readRow(line, b)) {
				return
			}
		}
	}
}

func (b *block) find(action string) (row, bool) {
	for r := range b.lines() {
		if r.name == action {
			return r, true
		}
	}
	return row{}, false
}

func (b *block) supported() iter.Seq[string] {
	return func(yield func(string) bool) {
		for r := range b.lines() {
			if !r.unsupported() && !yield(r.name) {
				return
			}
		}
	}
}

// row is the line of an action, taken apart only as far as it is needed.
type row struct {
	name, flags, rest string
	block             *block
}

func readRow(line string, b *block) row {
	line = strings.TrimSuffix(line, "\n")
	r := row{block: b}
	r.name, r.rest, _ = strings.Cut(line, "\t")
	r.flags, r.rest, _ = strings.Cut(r.rest, "\t")
	return r
}

func (r row) has(flag string) bool { return strings.Contains(r.flags, flag) }
func (r row) unsupported() bool    { return r.has("x") }

func (r row) action(e *entry) Action {
	iam, rest, _ := strings.Cut(r.rest, "\t")
	required, optional, _ := strings.Cut(rest, "\t")
	a := Action{
		Service: e.name, Name: r.name,
		Required: strings.Fields(required),
		Modelled: !r.has("?"), Inferred: r.has("~"),
		client: e.client,
	}
	a.Parameters = slices.Concat(a.Required, strings.Fields(optional))
	for _, field := range strings.Fields(iam) {
		if more, ok := strings.CutPrefix(field, "+"); ok {
			a.Dependent = append(a.Dependent, qualify(more, e.iam))
			continue
		}
		name, types, _ := strings.Cut(field, "=")
		a.IAM = append(a.IAM, Permission{Action: qualify(name, e.iam), Resources: r.block.resources(types)})
	}
	return a
}

func qualify(action, prefix string) string {
	if strings.Contains(action, ":") {
		return action
	}
	return prefix + ":" + action
}

// resources reads "0,3!": the types by number, "!" after those that are required.
func (b *block) resources(list string) []ResourceType {
	if list == "" {
		return nil
	}
	var out []ResourceType
	for n := range strings.SplitSeq(list, ",") {
		digits, required := strings.CutSuffix(n, "!")
		i, _ := strconv.Atoi(digits)
		t := b.types[i]
		t.Required = required
		out = append(out, t)
	}
	return out
}
