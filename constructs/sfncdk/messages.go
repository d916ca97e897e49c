package sfncdk

import (
	"fmt"
	"time"

	"github.com/stepwise-go/stepwise/diag"
)

// undeployable is the definition of a machine with errors: AWS refuses it, should anybody deploy it all the same.
const undeployable = "This definition has errors; cdk synth prints them."

func problem(code, summary, fix string) diag.Diagnostic {
	return diag.Diagnostic{Code: code, Summary: summary, Fix: fix}
}

func noDefinition() diag.Diagnostic {
	return problem("SWC01", "the state machine has no definition", "set Definition, DefinitionFile or DefinitionText")
}

func twoDefinitions() diag.Diagnostic {
	return problem("SWC02", "the state machine has more than one definition", "set one of Definition, DefinitionFile and DefinitionText")
}

func unreadableFile(err error) diag.Diagnostic {
	return problem("SWC03", "the definition cannot be read: "+err.Error(), "a path is taken from the working directory of the app, that of cdk.json")
}

func unexpected(err error) diag.Diagnostic {
	return problem("SWC04", err.Error(), "")
}

func badName(name string) diag.Diagnostic {
	return problem("SWC05", fmt.Sprintf("%q is not a name for a state machine", name), "use 1 to 80 letters, digits and + ! @ . ( ) - = _ '")
}

func badType(t string) diag.Diagnostic {
	return problem("SWC06", fmt.Sprintf("there is no type of state machine %q", t), "use sfn.Standard or sfn.Express")
}

func badLogLevel(level string) diag.Diagnostic {
	return problem("SWC07", fmt.Sprintf("there is no log level %q", level), "use LogAll, LogError, LogFatal or LogOff")
}

func badReusePeriod(d time.Duration) diag.Diagnostic {
	return problem("SWC08", fmt.Sprintf("a data key cannot be used for %v", d), "use whole seconds from 60 to 900; 0 is 300")
}

func reuseWithoutKey() diag.Diagnostic {
	return problem("SWC09", "a reuse period without a key", "set Encryption.Key")
}

func boundaryOfGivenRole() diag.Diagnostic {
	return problem("SWC10", "PermissionsBoundary is for the role that is made, and Role gives another one", "set the boundary where the role is made")
}

func propInText(field, inText, inProps string) diag.Diagnostic {
	d := problem("SWC11", fmt.Sprintf("the definition has %s %s, and the props %s", field, inText, inProps), "remove one of the two")
	return d
}

func notWithText(field string) diag.Diagnostic {
	return problem("SWC12", field+" is for a Definition of Go values", "write it into the definition")
}

func noSubstitution(name string) diag.Diagnostic {
	d := problem("SWC13", fmt.Sprintf("the placeholder ${%s} has no value", name), "add it to Substitutions, unless the text ${...} is meant")
	d.Severity = diag.Warning
	return d
}

func unusedSubstitution(name string) diag.Diagnostic {
	d := problem("SWC14", fmt.Sprintf("nothing in the definition is named ${%s}", name), "remove it from Substitutions")
	d.Severity = diag.Warning
	return d
}

func badSubstitution(name string) diag.Diagnostic {
	return problem("SWC15", fmt.Sprintf("%q cannot be the name of a substitution", name), "use letters, digits and _")
}

func permissionsUnknown(state, resource, why string) diag.Diagnostic {
	d := problem("SWC16", fmt.Sprintf("the permissions of %q are not known: %s", state, why), "add them to Statements, or set NoGrants and give the role what it needs")
	d.Detail = "Resource: " + resource
	d.Severity = diag.Warning
	return d
}

func tooManyPolicies(n int) diag.Diagnostic {
	d := problem("SWC17", fmt.Sprintf("the permissions need %d managed policies, and a role can have 10", n), "give the machine a Role with wider statements and set NoGrants, or split the machine")
	return d
}

func unknownTask(name string) diag.Diagnostic {
	return problem("SWC18", fmt.Sprintf("there is no task %q in the state machine", name), "use the name of a Task state, with its prefix")
}

func noTaskMetrics(name string) diag.Diagnostic {
	return problem("SWC19", fmt.Sprintf("Step Functions emits no metrics for the task %q", name), "use the metrics of the machine, or of the service that it calls")
}

func aliasWithoutVersion(name string) diag.Diagnostic {
	return problem("SWC20", fmt.Sprintf("the alias %q points to no version", name), "set Version to what NewVersion returns")
}

func badShift(percent int, interval time.Duration) diag.Diagnostic {
	return problem("SWC21", fmt.Sprintf("a new version cannot take over %d %% every %v", percent, interval), "use 1 to 99 percent and whole minutes up to 35 hours")
}

func wholeSeconds(d time.Duration) diag.Diagnostic {
	return problem("SWC22", fmt.Sprintf("Timeout is %v, but the service counts whole seconds", d), "round it to seconds")
}

func badPeriod(d time.Duration) diag.Diagnostic {
	return problem("SWC23", fmt.Sprintf("an alarm cannot have a period of %v", d), "use whole minutes")
}

func badThreshold(n float64) diag.Diagnostic {
	return problem("SWC24", fmt.Sprintf("an alarm cannot have a threshold of %v events", n), "use a number from 1")
}

func badPeriods(n int, each, limit time.Duration) diag.Diagnostic {
	return problem("SWC25", fmt.Sprintf("an alarm cannot look at %d periods of %v", n, each), fmt.Sprintf("use 1 to %d", limit/each))
}

func propsTwice(n int) diag.Diagnostic {
	return problem("SWC26", fmt.Sprintf("props were given %d times", n), "give them once, or not at all")
}

func badActivityName(name string) diag.Diagnostic {
	return problem("SWC27", fmt.Sprintf("%q is not a name for an activity", name), "use 1 to 80 letters, digits and + ! @ . ( ) - = _ '")
}

func badAliasName(name string) diag.Diagnostic {
	return problem("SWC28", fmt.Sprintf("%q is not a name for an alias", name), "use 1 to 80 letters, digits, _ . and -, not digits alone")
}

func aliasTwice(name string) diag.Diagnostic {
	return problem("SWC29", fmt.Sprintf("there is an alias %q already", name), "make it once, and hand it on")
}

func ignoredNowhere(code, state string) diag.Diagnostic {
	return problem("SWC30", fmt.Sprintf("Ignore accepts %s in a state that is not in the machine: %q", code, state), "name a state, or leave State empty for all")
}

func grantOfNothing() diag.Diagnostic {
	return problem("SWC31", "a grant without actions", `name what is allowed, such as "states:StopExecution"`)
}

func noHeartbeatMetric(name string) diag.Diagnostic {
	return problem("SWC32", fmt.Sprintf("only activities have a metric of missed heartbeats, and %q is none", name), "use TaskTimedOut or TaskFailed")
}

func roleElsewhere(account, own string) diag.Diagnostic {
	return problem("SWC33", fmt.Sprintf("the role is in account %s, and the machine in %s", account, own), "use a role of the same account: a role cannot be passed across accounts")
}

func roleStays(path string) diag.Diagnostic {
	d := problem("SWC34", "the role "+path+" cannot be changed here, so it gets no permissions", "give it what RequiredStatements lists, and set NoGrants")
	d.Severity = diag.Warning
	return d
}

func moreOfAKind(code string, n int) string {
	return fmt.Sprintf("\n\nand %d more %s: stepwise validate prints all", n, code)
}
