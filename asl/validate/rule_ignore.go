package validate

var ruleIgnore = Rule{
	Code: "SW999", Name: "ignore", Severity: warning,
	Title: "a warning is accepted with a reason",
	Doc: `A warning can be accepted where it is not a mistake. The reason is part of it, so that the next reader
knows; without one the warning stays. It can stand in the Comment of the machine, a state, a branch, a retrier, a catcher
or a choice rule, and counts for what is inside; in Go it is MachineProps.Ignore, and on the command line --ignore.`,
	Wrong: `
"First": {"Type": "Pass", "Comment": "stepwise:ignore SW909", "End": true}`,
	Right: `
"First": {"Type": "Pass", "Comment": "stepwise:ignore SW909 the result is a template for people", "End": true}`,
	check: func(*run) {}, // reported where warnings are suppressed
}
