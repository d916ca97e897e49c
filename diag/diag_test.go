package diag_test

import (
	"errors"
	"fmt"
	"os"
	"testing"

	"github.com/stepwise-go/stepwise/diag"
)

func ExampleWriteText() {
	_ = diag.WriteText(os.Stdout, diag.List{{
		Code: "SW101", Summary: `Next names a state that does not exist: "Shipp"`,
		Pointer: "/States/Charge/Next", In: `Task "Charge"`,
		Place: diag.Place{File: "order.go", Line: 42}, Fix: `did you mean "Ship"?`,
		Related: []diag.Related{{Message: "the machine starts here", Pointer: "/StartAt"}},
	}, {
		Severity: diag.Warning, Code: "SW601", Summary: "no timeout", Place: diag.Place{File: "a.json", Line: 3, Column: 7},
	}}, diag.TextOptions{Source: func(string, int) (string, bool) { return "\tcharge.Next(x)", true }})
	// Output:
	// Error SW101: Next names a state that does not exist: "Shipp"
	//   on order.go:42, in Task "Charge"
	//    42 |     charge.Next(x)
	//   at /States/Charge/Next
	//   the machine starts here: /StartAt
	//   Fix: did you mean "Ship"?
	//
	// Warning SW601: no timeout
	//   on a.json:3:7
	//     3 |     charge.Next(x)
	//                  ^
}

func TestErr(t *testing.T) {
	warnings := diag.List{{Severity: diag.Warning, Summary: "w"}}
	if err := warnings.Err(); err != nil {
		t.Errorf("warnings alone made an error: %v", err)
	}
	err := fmt.Errorf("building: %w", append(warnings, diag.Diagnostic{Summary: "e"}).Err())
	var list *diag.ErrorList
	if !errors.As(err, &list) || len(list.Diagnostics) != 2 {
		t.Errorf("the diagnostics are lost: %v", err)
	}
}

func TestString(t *testing.T) {
	d := diag.Diagnostic{Severity: diag.Warning, Code: "SW1", Summary: "w", Place: diag.Place{File: "a.go", Line: 3}}
	const want = "Warning SW1: w\n  on a.go:3"
	if got := fmt.Sprint(d); got != want {
		t.Errorf("got %q", got)
	}
	if got := fmt.Sprint(diag.List{d, d}); got != want+"\n\n"+want {
		t.Errorf("got %q", got)
	}
	for want, p := range map[string]diag.Place{
		"": {}, "f": {File: "f", Column: 2}, "f:3": {File: "f", Line: 3}, "f:3:2": {File: "f", Line: 3, Column: 2}, "3:2": {Line: 3, Column: 2}, "3": {Line: 3},
	} {
		if got := p.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

type places map[string]diag.Place

func (p places) PlaceOf(pointer string) (diag.Place, bool) { at, ok := p[pointer]; return at, ok }

func TestPlaceAndSort(t *testing.T) {
	l := diag.List{{Code: "B", Pointer: "/b"}, {Code: "A", Pointer: "/a"}, {Code: "A", Pointer: "/a"}}
	got := l.Place(places{"/a": {File: "f", Line: 1}, "/b": {File: "f", Line: 2}}).Sorted()
	if len(got) != 2 || got[0].Code != "A" || got[1].Place.Line != 2 || l[0].Place.Known() {
		t.Errorf("got %+v", got)
	}
}
