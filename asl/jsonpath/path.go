package jsonpath

import "strings"

// Root is where a path starts.
type Root uint8

// The roots of a path.
const (
	Input    Root = iota // $, the document
	Context              // $$, the context object
	Variable             // $name, a workflow variable
	item                 // @, the element under test in a filter
)

// MaxLength is the number of bytes that the text of a path may have.
const MaxLength = 64 << 10

// Path is a JSONPath, ready to be evaluated. It never changes.
type Path struct {
	text     string
	root     Root
	variable string
	bare     string
	tokens   []token
	notes    []Note
	definite bool
	simple   bool // only names and single indexes
}

// Parse reads a path. The error is a *SyntaxError.
func Parse(text string) (*Path, error) {
	p := parser{text: text}
	path, err := p.whole()
	if err != nil {
		return nil, err
	}
	return path, nil
}

// MustParse is Parse for paths that stand in the program. It panics if the text is no path.
func MustParse(text string) *Path {
	path, err := Parse(text)
	if err != nil {
		panic("jsonpath.MustParse(" + text + "): " + err.Error())
	}
	return path
}

// ParsePrefix reads the path at the start of a text, up to a comma, a closing parenthesis or
// white space, and returns the number of bytes read. It serves readers of expressions in
// which a path is an argument.
func ParsePrefix(text string) (path *Path, length int, err error) {
	p := parser{text: text, prefix: true}
	path, failure := p.read()
	if failure != nil {
		return nil, 0, failure
	}
	return path, p.pos, nil
}

// String returns the text of the path.
func (p *Path) String() string { return p.text }

// Root returns where the path starts.
func (p *Path) Root() Root { return p.root }

// Variable returns the name of the variable that the path starts at, without the $,
// or "" if it starts elsewhere.
func (p *Path) Variable() string { return p.variable }

// Bare returns the path with $ for its root, whatever the root is: $.Map.Item for $$.Map.Item.
// Some messages of Step Functions print paths so.
func (p *Path) Bare() string { return p.bare }

// Definite tells whether the path gives one value rather than a list.
func (p *Path) Definite() bool { return p.definite }

// IsReference tells whether the path consists of names and single indexes only.
func (p *Path) IsReference() bool { return p.checkReference() == nil }

// Notes returns what in the path is read but does not work in Step Functions as its author may think.
func (p *Path) Notes() []Note { return p.notes }

// Normal returns the path in bracket notation with $ for its root: $['a'][0].
func (p *Path) Normal() string { return "$" + fragments(p.tokens) }

// Names returns the names of the path if it consists of names only, and whether it does.
func (p *Path) Names() (names []string, ok bool) {
	for i := range p.tokens {
		if p.tokens[i].kind != tokenName {
			return nil, false
		}
		names = append(names, p.tokens[i].name)
	}
	return names, true
}

// finish derives what evaluation needs to know of the tokens.
func (p *Path) finish() {
	certain, simple := true, true
	for i := range p.tokens {
		t := &p.tokens[i]
		t.last = i == len(p.tokens)-1
		t.certain = certain
		certain = certain && t.definite()
		simple = simple && (t.kind == tokenName || t.kind == tokenIndex)
	}
	p.definite, p.simple = certain, simple
}

// isFunctionName tells whether a name is written as a call, which Jayway of later versions would make.
func isFunctionName(name string) bool {
	return strings.HasSuffix(name, ")") && strings.Contains(name, "(")
}
