package jsonpath

import "fmt"

// SyntaxError says why a text is not a path.
type SyntaxError struct {
	Text    string // the text that was read
	Column  int    // byte position of the problem, from 1
	Message string // what is wrong and how to mend it
}

// Error gives the column and the message.
func (e *SyntaxError) Error() string { return fmt.Sprintf("column %d: %s", e.Column, e.Message) }

// Note tells of something in a path that is read, but that Step Functions is not known to support.
type Note struct {
	Column  int // byte position, from 1
	Message string
}

// Kind says why a path gave no value.
type Kind uint8

// The reasons for which a path gives no value.
const (
	NoResult        Kind = iota + 1 // the last name of the path is not there
	MissingProperty                 // a name before the last is not there
	NotObject                       // a name was asked of something that is no object
	NotArray                        // an index was asked of something that is no array
	OutOfRange                      // the path ends with an index that the array does not have
	NotFilterable                   // a filter was applied to a string, number, boolean or null
	NoVariable                      // the variable of the path is not set
	TooLarge                        // the path visits too many values
)

// EvalError says why a path gave no value.
type EvalError struct {
	Kind   Kind
	Path   string // the text of the path
	Detail string // the reason, as the path library of Step Functions words it
}

// Error gives the words of Step Functions for fields such as InputPath and OutputPath.
func (e *EvalError) Error() string { return fmt.Sprintf("Invalid path '%s' : %s", e.Path, e.Detail) }
