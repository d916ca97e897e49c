package codegen

import (
	"fmt"

	"github.com/stepwise-go/stepwise/diag"
)

func problem(code, summary, fix string) diag.Diagnostic {
	return diag.Diagnostic{Code: code, Summary: summary, Fix: fix}
}

func noStart(start string) diag.Diagnostic {
	if start == "" {
		return problem("SWI01", "StartAt is missing", "name the first state in StartAt")
	}
	return problem("SWI01", fmt.Sprintf("StartAt names a state that does not exist: %q", start), "name the first state in StartAt")
}

func noTarget(from, to string) diag.Diagnostic {
	return problem("SWI02", fmt.Sprintf("%q goes on to a state that does not exist: %q", from, to), "mend the definition first: see stepwise validate")
}

func notReached(name string) diag.Diagnostic {
	return problem("SWI03", fmt.Sprintf("nothing leads to the state %q, so the Go source would leave it out", name), "remove the state, or let another one lead to it")
}

func nameTwice(name string) diag.Diagnostic {
	return problem("SWI04", fmt.Sprintf("two states have the name %q", name), "names are unique in the whole machine: rename one")
}

func noType(name, typ string) diag.Diagnostic {
	return problem("SWI06", fmt.Sprintf("the state %q has a type that does not exist: %q", name, typ), "Task, Pass, Wait, Choice, Parallel, Map, Succeed and Fail are the types")
}

func languageMixed(name, language string) diag.Diagnostic {
	return problem("SWI07", fmt.Sprintf("the state %q cannot have the query language %q here", name, language), "leave out the QueryLanguage of the state, or that of the machine")
}

func ruleWithoutNext(name string, rule int) diag.Diagnostic {
	return problem("SWI08", fmt.Sprintf("rule %d of the Choice %q goes nowhere", rule+1, name), "give the rule a Next")
}

func notGo(err error) diag.Diagnostic {
	return problem("SWI09", "the Go source is not right: "+err.Error(), "report this with the definition: it is a fault of Stepwise")
}

func anyRole(state string) string {
	return fmt.Sprintf("the state %q chooses its role when it runs: limit AssumableRoleARNs to those it may choose", state)
}

func anyBucket(state string) string {
	return fmt.Sprintf("the state %q chooses its bucket when it runs: limit AllowedARNs to those it may choose", state)
}

func noPermissions(state string) string {
	return fmt.Sprintf("the state %q is a tasks.Raw: give it the Statements its role needs", state)
}

func changeComment(at string) string { return at + ": the empty Comment is left out" }

func changeName(at, from, to string) string { return at + ": " + from + " is called " + to }

func changeInline(at string) string { return at + ": the ProcessorConfig says the Mode, INLINE" }
