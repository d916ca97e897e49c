package main

func (c *testCase) testState(v *verdict) { v.check("test_state", "not yet") }
