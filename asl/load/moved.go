package load

import (
	"errors"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
)

// moved makes the places of a definition, and of what is wrong with it, places of the file that it
// stands in.
func moved(doc *asl.Document, err error, to func(diag.Place) diag.Place) (*asl.Document, error) {
	var list *diag.ErrorList
	if errors.As(err, &list) {
		moveAll(list.Diagnostics, to)
	}
	if doc != nil {
		moveAll(doc.Problems, to)
		doc.Source = asl.NewSource(movedPlaces{doc.Source, to})
	}
	return doc, err
}

func moveAll(list diag.List, to func(diag.Place) diag.Place) {
	for i := range list {
		list[i].Place = to(list[i].Place)
		for j := range list[i].Related {
			list[i].Related[j].Place = to(list[i].Related[j].Place)
		}
	}
}

type movedPlaces struct {
	inner diag.Places
	to    func(diag.Place) diag.Place
}

// PlaceOf returns the place in the outer file.
func (m movedPlaces) PlaceOf(pointer string) (diag.Place, bool) {
	p, _ := m.inner.PlaceOf(pointer)
	return m.to(p), true
}

// in tells in which state machine the faults are.
func in(name string, err error) error {
	var list *diag.ErrorList
	if errors.As(err, &list) {
		for i := range list.Diagnostics {
			list.Diagnostics[i].In = inMachine(name)
		}
	}
	return err
}
