// Package report writes diagnostics for other programs: as JSON for scripts, and as SARIF for code
// scanning on GitHub and in editors. Package diag itself writes the text for people.
//
//	err := report.WriteJSON(os.Stdout, []report.Entry{{File: "order.asl.json", Diagnostics: list}})
package report

import "github.com/stepwise-go/stepwise/diag"

// Entry is the diagnostics of one state machine.
type Entry struct {
	File        string // as the user named it; a diagnostic that knows its file overrides it
	Machine     string // the name of the state machine in the file, "" if the file is one machine
	Diagnostics diag.List
}
