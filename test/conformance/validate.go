package main

func (c *testCase) validate(v *verdict) { v.check("validate", "not yet") }
