// Package sim runs a state machine in a test, offline and on a virtual clock, as AWS Step Functions would.
//
//	plan, err := sim.New(definition)
//	if err != nil {
//		return err
//	}
//	run, err := plan.Run(ctx, map[string]any{"wait_time": 3},
//		sim.OnTask("Get Job Status").Return("RUNNING").Return("SUCCEEDED"))
//	if err != nil {
//		return err // the test is wrong: a task without a mock, for example
//	}
//	fmt.Println(run.Status, run.Output, run.Path(), run.Elapsed)
//
// A plan is made once and may run many times, also at once. The definition is anything with an
// ASL method: a builder's, or one read by package asl.
//
// # Tasks
//
// A task is answered by the first of these: a mock of its state (OnTask), a mock of its resource
// (OnResource), a stand-in for its service (WithService: package sim/services has those of SQS, SNS, DynamoDB,
// S3 and EventBridge), or the simulator itself, which starts executions of other plans (WithMachine) and
// answers task tokens. If nobody answers, Run returns an
// *UnmockedError. What a test says about a task is what the service would get from it: the
// raw result, before ResultSelector.
//
// Execution.Doubts tells where mocks are not like the services they stand for; StrictMocks makes an error of
// it. Package simtest adds the doubts to what a failing test prints.
//
// # Mock files
//
// ReadMocks reads mocks from JSON in a simple form, ReadMockConfig those of a MockConfigFile of Step Functions Local; the
// command takes both with --mocks. Everything that is wrong with a file is told at once, each with its place. In
// the simple form the last answer is given again and again, unless it has times; a MockConfigFile answers as many calls
// as it numbers, and a call more is an error of the test.
//
// # Two worlds of error
//
// A Failure is data: an error inside the workflow that Retry and Catch see. It ends in
// Execution.Failure. A Go error means that the test is wrong.
//
// # Time
//
// Nothing sleeps and nothing reads the wall clock. Waits, retries, timeouts, heartbeats and answers
// with a delay move the virtual clock; what happens at the same time happens in a fixed order. All
// that is random comes from one seed. So a run is the same every time.
//
// # History
//
// Execution.History has every event that AWS would record, with its ids, and HistoryJSON gives it in the
// shape of GetExecutionHistory. WithObserver sees events as they happen. Path, Steps and Calls
// tell the same story in other ways.
//
// How far the simulator is like AWS is measured against recorded executions by the command
// test/conformance; what differs is in DIFFERENCES.md.
//
// The API of this package is stable.
package sim
