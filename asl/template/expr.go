package template

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl/intrinsic"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
)

// Expr is the value of a member that ends in .$: a path or a call of an intrinsic function.
// The fields ErrorPath and CausePath of a Fail state hold one as well.
type Expr struct {
	path *jsonpath.Path
	call *intrinsic.Call
}

// SyntaxError says that a text is neither a path nor a call.
type SyntaxError struct {
	Text    string
	Message string
}

// Error gives the message.
func (e *SyntaxError) Error() string { return e.Message }

// ParseExpr reads a path or a call. The error is a *jsonpath.SyntaxError, an
// *intrinsic.SyntaxError, or a *SyntaxError if the text starts like neither.
func ParseExpr(text string) (Expr, error) {
	switch trimmed := strings.TrimLeft(text, " \t\r\n"); {
	case strings.HasPrefix(trimmed, "$"):
		path, err := jsonpath.Parse(text)
		return Expr{path: path}, err
	case strings.HasPrefix(trimmed, intrinsic.Prefix):
		call, err := intrinsic.Parse(text)
		return Expr{call: call}, err
	}
	return Expr{}, &SyntaxError{Text: text, Message: msgExpr}
}

// String returns the text of the expression.
func (e Expr) String() string {
	if e.call != nil {
		return e.call.String()
	}
	if e.path != nil {
		return e.path.String()
	}
	return ""
}

// Path returns the path, or nil if the expression is a call.
func (e Expr) Path() *jsonpath.Path { return e.path }

// Call returns the call, or nil if the expression is a path.
func (e Expr) Call() *intrinsic.Call { return e.call }

// Paths returns the path, or the paths among the arguments of the call.
func (e Expr) Paths() []*jsonpath.Path {
	if e.call != nil {
		return e.call.Paths()
	}
	if e.path != nil {
		return []*jsonpath.Path{e.path}
	}
	return nil
}

// Notes returns what is read but does not work as its author may think.
func (e Expr) Notes() []jsonpath.Note {
	if e.call != nil {
		return e.call.Notes()
	}
	if e.path != nil {
		return e.path.Notes()
	}
	return nil
}

// Eval evaluates the expression as a payload template does: a path that ends with an index
// which the array does not have gives null, an indefinite path that leads nowhere an empty
// list. The error is a *jsonpath.EvalError or an *intrinsic.Error.
func (e Expr) Eval(env *intrinsic.Env) (any, error) {
	if e.call != nil {
		return e.call.Eval(env)
	}
	v, err := e.path.Eval(env.Roots)
	if err == nil {
		return v, nil
	}
	missing, ok := err.(*jsonpath.EvalError)
	switch {
	case !ok || missing.Kind == jsonpath.TooLarge || missing.Kind == jsonpath.NoVariable:
		return nil, err
	case !e.path.Definite():
		return []any{}, nil
	case missing.Kind == jsonpath.OutOfRange:
		return nil, nil
	}
	return nil, err
}
