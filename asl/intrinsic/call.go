package intrinsic

import (
	"fmt"

	"github.com/stepwise-go/stepwise/asl/jsonpath"
)

// Call is a parsed call of an intrinsic function. It never changes.
type Call struct {
	text   string
	fn     Function
	args   []Arg
	column int
	pieces []string // of the template of States.Format, if it is a literal
	notes  []jsonpath.Note
}

// Arg is one argument: a path, a call, or a literal.
type Arg struct {
	Path   *jsonpath.Path // nil if it is none
	Call   *Call          // nil if it is none
	Value  any            // the literal, if it is neither path nor call
	Column int            // byte position in the expression, from 1
}

// String returns the text of the call.
func (c *Call) String() string { return c.text }

// Function returns the function that is called.
func (c *Call) Function() Function { return c.fn }

// Args returns the arguments. They must not be changed.
func (c *Call) Args() []Arg { return c.args }

// Walk visits the call and every call within it, outermost first.
func (c *Call) Walk(visit func(*Call)) {
	visit(c)
	for _, a := range c.args {
		if a.Call != nil {
			a.Call.Walk(visit)
		}
	}
}

// Paths returns all paths among the arguments, those of nested calls included, as they stand.
func (c *Call) Paths() []*jsonpath.Path {
	var paths []*jsonpath.Path
	for _, a := range c.args {
		switch {
		case a.Path != nil:
			paths = append(paths, a.Path)
		case a.Call != nil:
			paths = append(paths, a.Call.Paths()...)
		}
	}
	return paths
}

// Notes returns what in the call is read but fails or may be refused by the service.
func (c *Call) Notes() []jsonpath.Note { return c.notes }

// SyntaxError says why a text is not a call of an intrinsic function.
type SyntaxError struct {
	Text    string // the text that was read
	Column  int    // byte position of the problem, from 1
	Message string // what is wrong and how to mend it
}

// Error gives the column and the message.
func (e *SyntaxError) Error() string { return fmt.Sprintf("column %d: %s", e.Column, e.Message) }

// Error says why a call failed.
type Error struct {
	Expression string         // the outermost call, as written
	Function   string         // the function that failed
	Path       *jsonpath.Path // the path that leads nowhere, or nil if something else is wrong
	Message    string         // the reason
}

// Name returns the error name that the state ends with: States.Runtime, which cannot be caught. The name
// States.IntrinsicFailure is reserved: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html.
func (e *Error) Name() string { return "States.Runtime" }

// Error gives the cause as Step Functions words it. What follows the second colon is known
// from the service for paths only.
func (e *Error) Error() string { return fmt.Sprintf(failFunction, e.Expression, e.Message) }
