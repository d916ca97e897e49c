// Package mapping is a workflow of two functions in which the output of the first is mapped to
// the input of the second: parts are selected, renamed and joined with the input of the execution.
package mapping
