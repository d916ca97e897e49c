package template

import "fmt"

// CompileError says why a member of a template cannot be read.
type CompileError struct {
	Field   string // the member, such as "id.$"
	Pointer string // where it stands in the template, as a JSON pointer
	Text    string // its value, "" if that is no string
	Column  int    // byte position of the problem in Text, from 1; 0 if Text is none
	Message string // as the service words it
	Err     error  // the reason: a *jsonpath.SyntaxError or *intrinsic.SyntaxError, or nil
}

// Error gives the message of the service and the reason.
func (e *CompileError) Error() string {
	if e.Err == nil {
		return e.Message
	}
	return fmt.Sprintf("%s: %v", e.Message, e.Err)
}

// Unwrap returns the reason.
func (e *CompileError) Unwrap() error { return e.Err }

// RenderError says why a member of a template could not be evaluated.
type RenderError struct {
	Field   string // the member, such as "id.$"
	Pointer string // where it stands in the template, as a JSON pointer
	Cause   string // as Step Functions words it
	Name    string // the error name that the state ends with
	Err     error  // the reason: a *jsonpath.EvalError or *intrinsic.Error
}

// Error gives the cause as Step Functions words it.
func (e *RenderError) Error() string { return e.Cause }

// Unwrap returns the reason.
func (e *RenderError) Unwrap() error { return e.Err }
