package report_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/diag/report"
)

var entries = []report.Entry{{File: "order.asl.json", Machine: "Order", Diagnostics: diag.List{{
	Code: "SW101", Summary: `Next names a state that does not exist here: "Shipp"`, Pointer: "/States/Charge/Next",
	In: `Task "Charge"`, Fix: `did you mean "Ship"?`, Place: diag.Place{File: "order.asl.json", Line: 3, Column: 7},
	Related: []diag.Related{{Message: "it starts here", Pointer: "/StartAt"}},
}}}}

func ExampleWriteJSON() {
	_ = report.WriteJSON(os.Stdout, entries)
	// Output:
	// [
	//   {
	//     "file": "order.asl.json",
	//     "machine": "Order",
	//     "code": "SW101",
	//     "severity": "error",
	//     "message": "Next names a state that does not exist here: \"Shipp\"",
	//     "pointer": "/States/Charge/Next",
	//     "line": 3,
	//     "column": 7,
	//     "fix": "did you mean \"Ship\"?"
	//   }
	// ]
}

func TestNothing(t *testing.T) {
	var b bytes.Buffer
	if err := report.WriteJSON(&b, nil); err != nil || b.String() != "[]\n" {
		t.Errorf("got %q, %v", b.String(), err)
	}
}

func TestSARIF(t *testing.T) {
	var b bytes.Buffer
	tool := report.Tool{Name: "stepwise", Rules: []report.Rule{{Code: "SW100", Title: "t"}}}
	more := append(entries, report.Entry{File: `a b/ü.json`, Diagnostics: diag.List{{Severity: diag.Warning, Code: "SW101", Summary: "w"}}})
	if err := report.WriteSARIF(&b, tool, more); err != nil {
		t.Fatal(err)
	}
	var log struct {
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Level     string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           *struct{ StartLine, StartColumn int }
					}
				}
				RelatedLocations []any
			}
		}
	}
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	first, second := run.Results[0], run.Results[1]
	at := first.Locations[0].PhysicalLocation
	if log.Version != "2.1.0" || len(run.Tool.Driver.Rules) != 2 || run.Tool.Driver.Rules[first.RuleIndex].ID != "SW101" ||
		first.Level != "error" || at.ArtifactLocation.URI != "order.asl.json" || at.Region.StartLine != 3 || at.Region.StartColumn != 7 || len(first.RelatedLocations) != 1 {
		t.Errorf("got %s", b.String())
	}
	if second.Level != "warning" || second.RuleIndex != 1 || second.Locations[0].PhysicalLocation.Region != nil ||
		second.Locations[0].PhysicalLocation.ArtifactLocation.URI != "a%20b/%C3%BC.json" {
		t.Errorf("got %+v", second)
	}
}
