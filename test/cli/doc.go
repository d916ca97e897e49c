// Package cli tests the command as a user runs it.
package cli
