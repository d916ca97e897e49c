// Package coverage tells which parts of a workflow the tests of a package exercised: states, transitions,
// choice rules, catchers and retriers.
//
//	var orders = coverage.New("orders", definition)
//
//	func TestMain(m *testing.M) {
//		os.Exit(coverage.Report{Profiles: []*coverage.Profile{orders}, Out: os.Stdout, Threshold: 90}.Run(m))
//	}
//
//	func TestOrder(t *testing.T) {
//		plan := sim.MustNew(definition, orders.Option())
//		simtest.Run(t, plan, `{}`)
//	}
//
// WriteHTML draws the workflow with what was exercised in colour; Overlay gives the colours to any other picture.
//
// Tests of several packages run in several processes. Let each Report save its counts to one folder, empty
// at the start, and look at all of them afterwards:
//
//	merged := coverage.Report{Profiles: []*coverage.Profile{orders}, Out: os.Stdout, LoadFrom: dir, Threshold: 90, HTML: "coverage"}
//	os.Exit(merged.Run(coverage.NoTests))
package coverage
