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
// Overlay colours a picture of the workflow: html.Render(definition, html.Options{Overlay: orders.Overlay()}).
// Save and Load put the profiles of several processes together.
package coverage
