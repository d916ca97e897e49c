// Package rebuild runs Go source that was made of state machines, and tells what it builds.
package rebuild
