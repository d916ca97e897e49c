// Package snapshot compares what a test makes with a file that was kept, for your own tests as for ours.
//
//	func TestDefinition(t *testing.T) {
//		snapshot.Definition(t, NewDefinition(), sfn.MachineProps{Timeout: time.Hour})
//	}
//
// The files stand in testdata/snapshots, named after the test. "go test -update" writes them; read the
// difference before you commit it. See Updating if you have such a flag already. Nothing here starts Node: package test/cdk/stacktest takes
// snapshots of whole stacks.
package snapshot
