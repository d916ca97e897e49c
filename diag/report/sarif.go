package report

import (
	"cmp"
	"encoding/json"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/stepwise-go/stepwise/diag"
)

// Rule describes a rule in a SARIF report.
type Rule struct {
	Code     string // SW101
	Name     string // target
	Title    string // what must hold, one line
	Help     string // the page of help, plain text
	Severity diag.Severity
}

// Tool is the program that a SARIF report is of.
type Tool struct {
	Name    string
	Version string
	URL     string
	Rules   []Rule
}

// WriteSARIF writes the diagnostics as a SARIF 2.1.0 log, for github/codeql-action/upload-sarif and
// for editors. Paths are written as they are given, with slashes; give them relative to the repository.
//
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
func WriteSARIF(w io.Writer, tool Tool, entries []Entry) error {
	index := map[string]int{}
	driver := sarifDriver{Name: tool.Name, Version: tool.Version, InformationURI: tool.URL, Rules: []sarifRule{}}
	for i, r := range tool.Rules {
		index[r.Code] = i
		driver.Rules = append(driver.Rules, sarifRule{
			ID: r.Code, Name: r.Name, Short: sarifText{r.Title}, Help: sarifText{cmp.Or(r.Help, r.Title)}, Default: sarifLevel{r.Severity.String()},
		})
	}
	run := sarifRun{Results: []sarifResult{}}
	for _, e := range entries {
		for _, d := range e.Diagnostics {
			if _, known := index[d.Code]; !known {
				index[d.Code] = len(driver.Rules)
				driver.Rules = append(driver.Rules, sarifRule{ID: d.Code, Short: sarifText{d.Summary}, Help: sarifText{d.Summary}, Default: sarifLevel{d.Severity.String()}})
			}
			run.Results = append(run.Results, resultOf(e, d, index[d.Code]))
		}
	}
	run.Tool.Driver = driver
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}})
}

func resultOf(e Entry, d diag.Diagnostic, rule int) sarifResult {
	text := message(d)
	if d.In != "" {
		text += " (in " + d.In + ")"
	}
	if d.Fix != "" {
		text += ". Fix: " + d.Fix
	}
	r := sarifResult{RuleID: d.Code, RuleIndex: rule, Level: d.Severity.String(), Message: sarifText{text}}
	r.Locations = []sarifLocation{locationOf(e, d.Place, d.Pointer)}
	for _, rel := range d.Related {
		l := locationOf(e, rel.Place, rel.Pointer)
		l.Message = &sarifText{rel.Message}
		r.Related = append(r.Related, l)
	}
	// The same finding keeps its identity when lines move.
	r.Fingerprints = map[string]string{"stepwise/v1": strings.Join([]string{e.Machine, d.Code, d.Pointer}, "|")}
	return r
}

// uri writes a path as a URI reference, which it is but for spaces and the like.
func uri(file string) string {
	return (&url.URL{Path: filepath.ToSlash(file)}).String()
}

func locationOf(e Entry, p diag.Place, pointer string) sarifLocation {
	l := sarifLocation{}
	if file := cmp.Or(p.File, e.File); file != "" {
		l.Physical = &sarifPhysical{Artifact: sarifArtifact{uri(file)}}
		if p.Known() {
			l.Physical.Region = &sarifRegion{p.Line, p.Column}
		}
	}
	if name := e.Machine + pointer; name != "" {
		l.Logical = []sarifLogical{{name}}
	}
	return l
}
