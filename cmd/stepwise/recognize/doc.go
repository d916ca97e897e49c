// Package recognize finds the integration of package tasks that a Task state is made with, so that
// imported source says tasks.SQSSendMessage{...} and not tasks.Raw{...}.
//
// It has no table of parameters: it puts a mark into each field of an integration in turn, binds
// it, and sees at which parameter the mark comes out. With that it fills the fields from the parameters
// of the state, binds again, and takes the integration only if exactly the same state comes out.
package recognize
