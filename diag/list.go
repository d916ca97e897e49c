package diag

import (
	"cmp"
	"slices"
	"strings"
)

// List is any number of diagnostics. It is not an error; Err makes one.
type List []Diagnostic

// Add appends diagnostics.
func (l *List) Add(d ...Diagnostic) { *l = append(*l, d...) }

// Errors returns the diagnostics of severity Error.
func (l List) Errors() List { return l.of(Error) }

// Warnings returns the diagnostics of severity Warning.
func (l List) Warnings() List { return l.of(Warning) }

func (l List) of(s Severity) List {
	var out List
	for _, d := range l {
		if d.Severity == s {
			out = append(out, d)
		}
	}
	return out
}

// HasErrors tells whether a diagnostic is an error.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// Err returns nil if no diagnostic is an error, otherwise an *ErrorList with all of them,
// warnings too.
func (l List) Err() error {
	if !l.HasErrors() {
		return nil
	}
	return &ErrorList{Diagnostics: l}
}

// Place returns the list with the places filled in that were unknown.
func (l List) Place(places Places) List {
	out := slices.Clone(l)
	if places == nil {
		return out
	}
	for i := range out {
		if !out[i].Place.Known() {
			out[i].Place, _ = places.PlaceOf(out[i].Pointer)
		}
		out[i].Related = slices.Clone(out[i].Related)
		for j, r := range out[i].Related {
			if !r.Place.Known() && r.Pointer != "" {
				out[i].Related[j].Place, _ = places.PlaceOf(r.Pointer)
			}
		}
	}
	return out
}

// Sorted returns the list by place, then pointer, then code, with exact repetitions left out.
func (l List) Sorted() List {
	out := slices.Clone(l)
	slices.SortStableFunc(out, func(a, b Diagnostic) int {
		return cmp.Or(
			strings.Compare(a.Place.File, b.Place.File),
			cmp.Compare(a.Place.Line, b.Place.Line),
			cmp.Compare(a.Place.Column, b.Place.Column),
			strings.Compare(a.Pointer, b.Pointer),
			strings.Compare(a.Code, b.Code),
			strings.Compare(a.Summary, b.Summary),
		)
	})
	return slices.CompactFunc(out, func(a, b Diagnostic) bool {
		return a.Code == b.Code && a.Pointer == b.Pointer && a.Summary == b.Summary && a.Place == b.Place
	})
}

// ErrorList is the error that a List with errors makes. Use errors.As to get at the diagnostics.
type ErrorList struct{ Diagnostics List }

// Error returns the whole report as WriteText prints it, without source lines.
func (e *ErrorList) Error() string { return e.Diagnostics.String() }

// String returns the list as WriteText prints it, without source lines.
func (l List) String() string {
	var b strings.Builder
	_ = WriteText(&b, l, TextOptions{})
	return strings.TrimRight(b.String(), "\n")
}

// String returns the diagnostic as WriteText prints it, without the source line.
func (d Diagnostic) String() string { return List{d}.String() }
