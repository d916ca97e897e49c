// Package run is the command stepwise without its process, one file a subcommand: Main takes arguments
// and streams and returns the status to exit with, so that tests need no process. The status is 0 if all
// is fine, 1 if the workflow is invalid or failed, 2 for wrong usage or unreadable input.
package run
