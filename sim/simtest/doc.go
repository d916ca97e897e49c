// Package simtest checks in a test what a workflow does: it runs it in package sim and has a few
// verbs for what came of it. Each failure says the path that was taken, and what the last state got.
//
//	func TestPolling(t *testing.T) {
//		run := simtest.Run(t, definition, `{"wait_time": 3}`,
//			sim.OnTask("Submit Job").Return("guid-1"),
//			sim.OnTask("Get Job Status").Return("RUNNING").Return("SUCCEEDED"),
//			sim.OnTask("Get Final Job Status").Return("done"))
//		run.Succeeded("done")
//		run.Path("Submit Job", "Wait X Seconds", "Get Job Status", "Job Complete?", "Wait X Seconds",
//			"Get Job Status", "Job Complete?", "Get Final Job Status")
//		run.Elapsed(6 * time.Second)
//	}
//
// Package sim has what answers the tasks: sim.OnTask, the stand-ins of package sim/services for whole services, and
// sim.WithObject for the objects that a distributed Map reads. Package sim/explore makes every task fail in
// every way, package sim/coverage tells what the tests left out.
//
// All time is virtual. A Run may stand in parallel tests; make the plan once with sim.New for many.
package simtest
