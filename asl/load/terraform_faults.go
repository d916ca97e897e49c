package load

import (
	"cmp"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/stepwise-go/stepwise/diag"
)

const maxFaults = 20

// syntaxFaults are what the parser finds, each in the state machine that it stands in.
func syntaxFaults(found hcl.Diagnostics, blocks hclsyntax.Blocks) error {
	var list diag.List
	for _, f := range found {
		if len(list) == maxFaults {
			break // noise: each byte of a file that is none of Terraform is one
		}
		if f.Severity != hcl.DiagError {
			continue
		}
		at := cmp.Or(f.Subject, &hcl.Range{})
		d := badSyntax(f.Summary, f.Detail, placeOf(*at))
		for _, b := range blocks {
			if holdsMachine(b) && b.Range().ContainsPos(at.Start) {
				d.In = inMachine(b.Labels[len(b.Labels)-1])
			}
		}
		list.Add(d)
	}
	return list.Err()
}

func faultAt(r hcl.Range, why string) error {
	return diag.List{notInFile(why, placeOf(r))}.Err()
}

func placeOf(r hcl.Range) diag.Place {
	return diag.Place{File: r.Filename, Line: r.Start.Line, Column: r.Start.Column}
}
