package validate

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// AWSResult is the answer of AWS to a definition, as ValidateStateMachineDefinition gives it.
//
// https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html
type AWSResult struct {
	Result      string // OK or FAIL
	Diagnostics []AWSDiagnostic
}

// AWSDiagnostic is one diagnostic in the form of AWS.
type AWSDiagnostic struct {
	Code     string
	Message  string
	Location string // /States/A/Choices[0]/Next; "" if there is none
	Severity string // ERROR or WARNING
}

// AWS answers as the service does to the text of a definition: with its codes, its locations and, as
// far as they are known, its messages. Simulators and tests use it; people read Machine.
func AWS(text []byte, t MachineType) AWSResult {
	if len(bytes.TrimSpace(text)) == 0 {
		return AWSResult{"FAIL", []AWSDiagnostic{{Code: "MISSING_DESCRIPTION", Message: awsEmpty, Severity: "ERROR"}}}
	}
	doc, err := asl.Parse("", text)
	if err != nil {
		return AWSResult{"FAIL", []AWSDiagnostic{notJSON(text)}}
	}
	return AWSMachine(doc.Machine, Options{Type: t, Size: len(text)})
}

// awsEmpty is the message for a text that is empty.
// https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html
const awsEmpty = "Received a null or empty workflow input."

// AWSMachine is AWS for a definition that is read already.
func AWSMachine(m *asl.Machine, opts Options) AWSResult {
	if m == nil {
		m = &asl.Machine{}
	}
	found := collect(m, opts)
	slices.SortStableFunc(found, func(a, b *finding) int { return cmp.Compare(awsOrder[a.AWS], awsOrder[b.AWS]) })
	root := m.JSON()
	out := AWSResult{Result: "OK", Diagnostics: []AWSDiagnostic{}}
	for _, f := range found {
		if f.Severity == diag.Warning && f.AWS == "" {
			continue
		}
		d := AWSDiagnostic{Code: cmp.Or(f.AWS, "SCHEMA_VALIDATION_FAILED"), Message: cmp.Or(f.awsMessage, f.Summary), Severity: "ERROR"}
		if !f.awsNowhere {
			d.Location = location(root, cmp.Or(f.awsPointer, f.Pointer))
		}
		if f.Severity == diag.Warning {
			d.Severity = "WARNING"
		} else {
			out.Result = "FAIL"
		}
		if !slices.Contains(out.Diagnostics, d) {
			out.Diagnostics = append(out.Diagnostics, d)
		}
	}
	return out
}

// awsOrder are the codes that come after the others: AWS looks at the schema first.
var awsOrder = map[string]int{"MISSING_TRANSITION_TARGET": 1, "MISSING_END_STATE": 2}

// Message returns the message of the InvalidDefinition error of CreateStateMachine, "" if the
// definition is accepted.
func (r AWSResult) Message() string {
	var parts []string
	for _, d := range r.Diagnostics {
		if d.Severity == "ERROR" {
			parts = append(parts, d.Code+": "+d.Message+" at "+cmp.Or(d.Location, "null"))
		}
	}
	if parts == nil {
		return ""
	}
	return "Invalid State Machine Definition: '" + strings.Join(parts, ", ") + "'"
}

// location writes a JSON Pointer as AWS does: names as they are, indexes in brackets, / for everything.
func location(root any, pointer string) string {
	if pointer == "" {
		return "/"
	}
	var b strings.Builder
	at, known := root, true
	for _, token := range ordjson.SplitPointer(pointer) {
		if _, list := at.([]any); known && list {
			b.WriteString("[" + token + "]")
		} else {
			b.WriteString("/" + token)
		}
		at, known = ordjson.Lookup(at, "/"+ordjson.EscapePointer(token))
	}
	return b.String()
}
