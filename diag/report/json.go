package report

import (
	"cmp"
	"encoding/json"
	"io"

	"github.com/stepwise-go/stepwise/diag"
)

// Row is one diagnostic in the JSON that WriteJSON writes. Its names are a contract with scripts.
type Row struct {
	File     string `json:"file"`
	Machine  string `json:"machine"`
	Code     string `json:"code"`
	Severity string `json:"severity"` // error or warning
	Message  string `json:"message"`
	Pointer  string `json:"pointer"` // JSON Pointer into the definition
	Line     int    `json:"line"`    // from 1; 0 if unknown
	Column   int    `json:"column"`  // from 1; 0 if unknown
	Fix      string `json:"fix"`
}

// Rows returns the diagnostics as rows, in order, never nil.
func Rows(entries []Entry) []Row {
	rows := []Row{}
	for _, e := range entries {
		for _, d := range e.Diagnostics {
			rows = append(rows, Row{
				File: cmp.Or(d.Place.File, e.File), Machine: e.Machine, Code: d.Code, Severity: d.Severity.String(),
				Message: message(d), Pointer: d.Pointer, Line: d.Place.Line, Column: d.Place.Column, Fix: d.Fix,
			})
		}
	}
	return rows
}

// WriteJSON writes the diagnostics as one JSON array with a row for each; without any it is [].
func WriteJSON(w io.Writer, entries []Entry) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(Rows(entries))
}

func message(d diag.Diagnostic) string {
	if d.Detail == "" {
		return d.Summary
	}
	return d.Summary + ". " + d.Detail
}
