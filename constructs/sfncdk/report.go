package sfncdk

import (
	"bufio"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// warningsOfAKind is how many warnings of one code are printed.
const warningsOfAKind = 5

func (m *StateMachine) report(problems diag.List) { report(m, problems) }

// report makes annotations of problems: one error with the whole report, and one warning for each
// code, so that it can be acknowledged.
func report(scope constructs.Construct, problems diag.List) {
	if len(problems) == 0 {
		return
	}
	notes := awscdk.Annotations_Of(scope)
	if errors := problems.Errors().Sorted(); len(errors) > 0 {
		notes.AddError(jsii.String(printed(errors)))
	}
	byCode := map[string]diag.List{}
	for _, d := range problems.Warnings().Sorted() {
		byCode[d.Code] = append(byCode[d.Code], d)
	}
	for _, code := range slices.Sorted(maps.Keys(byCode)) {
		list := byCode[code]
		text := printed(list[:min(len(list), warningsOfAKind)])
		if more := len(list) - warningsOfAKind; more > 0 {
			text += moreOfAKind(code, more)
		}
		notes.AddWarningV2(jsii.String("@stepwise/"+code), jsii.String(text))
	}
}

// printed is the report as people read it, with the lines of Go or States Language it is about.
func printed(l diag.List) string {
	var b strings.Builder
	_ = diag.WriteText(&b, l, diag.TextOptions{Source: sourceLine})
	return strings.TrimRight(b.String(), "\n")
}

func sourceLine(file string, line int) (string, bool) {
	f, err := os.Open(file)
	if err != nil {
		return "", false
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); line-- {
		if line == 1 {
			return s.Text(), true
		}
	}
	return "", false
}

// watch looks once more when the app is synthesized: what was added to a state after the machine
// was made is not in its definition.
func (m *StateMachine) watch() {
	if m.flow.definition != nil {
		awscdk.Aspects_Of(m.cfn).Add(&lateCheck{m}, nil)
	}
}

// lateCheck is an aspect of the resource.
type lateCheck struct{ machine *StateMachine }

// Visit implements awscdk.IAspect.
func (c *lateCheck) Visit(constructs.IConstruct) { c.machine.report(c.machine.flow.definition.Late()) }

// at makes Places of the call that made the machine.
func at(o origin.Origin) diag.Places { return everywhere{o} }

type everywhere struct{ origin.Origin }

// PlaceOf returns the same place for every pointer.
func (e everywhere) PlaceOf(string) (diag.Place, bool) { return e.Place(), true }
