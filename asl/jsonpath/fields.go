package jsonpath

import "fmt"

// Rule says which paths a field takes when a state machine is created.
type Rule uint8

// The rules of the fields that hold paths.
const (
	AnyPath       Rule = iota // any path, from any root
	ReferencePath             // a reference path, from any root
	ResultPath                // a reference path from $, for it is written to
)

// Field is a field of the States Language that holds a path.
type Field struct {
	Name      string
	Rule      Rule
	Null      bool // null may stand instead: no input, no output, the result is dropped
	Intrinsic bool // an intrinsic function may stand instead
}

// Fields returns the fields that hold paths. Keys of payload templates that end in .$ are not
// among them: they take any path or an intrinsic function. The fields of choice rules that end in Path
// stand for all data-test operators as "Path".
//
// Step Functions answers a path that breaks the rule with "Value must be a valid JSONPath." or "Value is
// not a Reference Path". Source: https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html.
func Fields() []Field {
	return []Field{
		{Name: "InputPath", Rule: AnyPath, Null: true},
		{Name: "OutputPath", Rule: AnyPath, Null: true},
		{Name: "ResultPath", Rule: ResultPath, Null: true},
		{Name: "ItemsPath", Rule: ReferencePath},
		{Name: "Variable", Rule: ReferencePath},
		{Name: "Path", Rule: ReferencePath},
		{Name: "SecondsPath", Rule: ReferencePath},
		{Name: "TimestampPath", Rule: ReferencePath},
		{Name: "TimeoutSecondsPath", Rule: ReferencePath},
		{Name: "HeartbeatSecondsPath", Rule: ReferencePath},
		{Name: "MaxConcurrencyPath", Rule: ReferencePath},
		{Name: "ToleratedFailureCountPath", Rule: ReferencePath},
		{Name: "ToleratedFailurePercentagePath", Rule: ReferencePath},
		{Name: "MaxItemsPath", Rule: ReferencePath},
		{Name: "MaxItemsPerBatchPath", Rule: ReferencePath},
		{Name: "MaxInputBytesPerBatchPath", Rule: ReferencePath},
		{Name: "ErrorPath", Rule: ReferencePath, Intrinsic: true},
		{Name: "CausePath", Rule: ReferencePath, Intrinsic: true},
	}
}

// Check reads a path that stands in a field of the given rule. The error is a *SyntaxError.
func Check(text string, rule Rule) (*Path, error) {
	if rule == AnyPath {
		return Parse(text)
	}
	path, err := ParseReference(text)
	if err != nil {
		return nil, err
	}
	if rule == ResultPath && path.root != Input {
		start := "$$"
		if path.root == Variable {
			start = "$" + path.variable
		}
		return nil, &SyntaxError{Text: text, Column: 1, Message: fmt.Sprintf(msgOnlyInput, start)}
	}
	return path, nil
}
