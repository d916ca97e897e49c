package main

import (
	"fmt"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/validate"
	"github.com/stepwise-go/stepwise/ordjson"
)

func (c *testCase) validate(v *verdict) {
	definition := text(c.Body, "definitionText")
	if has(c.Body, "definition") {
		definition = ordjson.String(get(c.Body, "definition"))
	}
	definition = expandText(definition)
	kind := validate.MachineType(c.Type)
	valid, _ := get(c.Body, "valid").(bool)
	want := get(c.Body, "expected")
	got := validate.AWS([]byte(definition), kind)
	switch {
	case (got.Result == "OK") != valid:
		v.check("validate", fmt.Sprintf("want valid %v, got %+v", valid, got.Diagnostics))
	case has(want, "variableReferences"):
		v.check("validate", checkReferences(definition, get(want, "variableReferences"))...)
	case has(want, "diagnostics"):
		v.check("validate", checkDiagnostics(want, got)...)
	default:
		v.check("validate")
	}
}

func checkReferences(definition string, want any) []string {
	doc, err := asl.Parse("", []byte(definition))
	if err != nil {
		return []string{err.Error()}
	}
	got, err := ordjson.From(validate.VariableReferences(doc.Machine))
	if err != nil {
		return []string{err.Error()}
	}
	if d := differ("variableReferences", want, got); d != "" {
		return []string{d}
	}
	return nil
}

func checkDiagnostics(want any, got validate.AWSResult) []string {
	wanted := list(want, "diagnostics")
	if len(wanted) != len(got.Diagnostics) {
		return []string{fmt.Sprintf("want %s, got %+v", short(wanted), got.Diagnostics)}
	}
	for i, w := range wanted {
		g := got.Diagnostics[i]
		for _, m := range []struct{ key, value string }{
			{"code", g.Code}, {"message", g.Message}, {"location", g.Location}, {"severity", g.Severity},
		} {
			if !has(w, m.key) {
				continue
			}
			if d := differ(fmt.Sprintf("diagnostics/%d/%s", i, m.key), get(w, m.key), m.value); d != "" {
				return []string{d}
			}
		}
	}
	if has(want, "message") {
		if d := differ("message", get(want, "message"), got.Message()); d != "" {
			return []string{d}
		}
	}
	return nil
}
