// Package examples holds the small workflows that every tutorial starts with. Each folder is one
// workflow: a Definition without the CDK, run in a test by the simulator. The package stacks puts each
// into a stack with real functions and queues; the program app synthesizes them all.
package examples
