// Package readme holds the tests that keep README.md true: its programs are compiled and run, its picture
// is drawn anew.
package readme
