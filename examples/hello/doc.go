// Package hello is a workflow of two steps: a function says hello to the world, a second one is
// pleased to meet you.
package hello
