// Package daycare registers a child at a day-care centre, all in JSONata: the information is checked by
// a function, a choice looks at its status code, another at the age, a third at the free spots.
package daycare
