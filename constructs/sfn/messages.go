package sfn

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/nearest"
	"github.com/stepwise-go/stepwise/internal/origin"
)

// All wording of the builder. Codes never change their meaning.

func problem(code, summary, fix string) diag.Diagnostic {
	return diag.Diagnostic{Code: code, Summary: summary, Fix: fix}
}

func warning(code, summary, fix string) diag.Diagnostic {
	return diag.Diagnostic{Code: code, Severity: diag.Warning, Summary: summary, Fix: fix}
}

func nothingToBuild() diag.Diagnostic {
	return problem("SWB01", "there is nothing to build: the start is nil", "give Build the first state or a chain")
}

func nextIsNil() diag.Diagnostic {
	return problem("SWB02", "Next was given nil", "give Next a state, a chain or a fragment")
}

func nothingToJoin(next string) diag.Diagnostic {
	return problem("SWB03", fmt.Sprintf("nothing can go on to %q: what comes before has no open end", next),
		"Succeed, Fail and Goto end a chain; join the state somewhere else, or leave it out")
}

func alreadyHasNext(state, first, second string, at origin.Origin) diag.Diagnostic {
	d := problem("SWB04", fmt.Sprintf("%q already goes on to %q and cannot go on to %q too", state, first, second),
		"use a Choice to go one of two ways, a Parallel to go both, or Prefix to use a fragment twice")
	d.Related = []diag.Related{{Message: fmt.Sprintf("joined to %q", first), Place: at.Place()}}
	return d
}

func handlerIsNil() diag.Diagnostic {
	return problem("SWB05", "Catch was given nil as its handler", "give Catch the state that handles the error")
}

func ruleIsNil() diag.Diagnostic {
	return problem("SWB06", "a way of the Choice is nil", "give When and Otherwise the state to go to")
}

func branchIsNil() diag.Diagnostic {
	return problem("SWB07", "a branch is nil", "give Branch a state, a chain or a fragment")
}

func noBranches() diag.Diagnostic {
	return problem("SWB08", "the Parallel has no branches", "add at least one with Branch")
}

func processorIsNil() diag.Diagnostic {
	return problem("SWB09", "the processor of the Map is nil", "give it the states to run for each item")
}

func integrationIsNil() diag.Diagnostic {
	return problem("SWB10", "the Task has no integration", "give it one of package tasks, such as tasks.LambdaInvoke")
}

func propsTwice(n int) diag.Diagnostic {
	return problem("SWB11", fmt.Sprintf("props were given %d times", n), "give them once, or not at all")
}

func nameTwice(name string) diag.Diagnostic {
	return problem("SWB12", fmt.Sprintf("two states have the name %q", name),
		"names are unique in the whole machine, inner states too: rename one, or give a fragment a prefix with sfn.Prefix")
}

const (
	theOtherOne     = "the other one"
	joinedHere      = "joined here"
	otherJoinedHere = "the other one is joined here"
)

func inTwoGraphs(name, first, second string) diag.Diagnostic {
	return problem("SWB13", fmt.Sprintf("the state %q is in two graphs: %s, and %s", name, first, second),
		"a transition cannot leave a branch or a Map: make a state for each, or copy with sfn.Prefix")
}

func startIsGoto() diag.Diagnostic {
	return problem("SWB14", "a graph cannot start with Goto", "start with the state itself")
}

func gotoNowhere(name, from string, names []string) diag.Diagnostic {
	return problem("SWB15", fmt.Sprintf("Goto from %q names a state that is not in its graph: %q", from, name),
		nearest.Suggest(name, names, "name a state that is reached in another way too"))
}

func sourceLeftOut(source, target string) diag.Diagnostic {
	return warning("SWB16", fmt.Sprintf("the state %q leads to %q but nothing leads to it, so it is not part of the machine", source, target),
		fmt.Sprintf("start with %q, join something to it, or remove it", source))
}

func changedLate(name string) diag.Diagnostic {
	return problem("SWB17", fmt.Sprintf("the state %q was changed after the machine was built", name),
		"add transitions, retriers and catchers before Build or NewStateMachine")
}

func joinedToNil(next string) diag.Diagnostic {
	return problem("SWB18", fmt.Sprintf("what %q is to follow is nil", next), "make the state before it first")
}

func panicked(what string, of, p any) diag.Diagnostic {
	return problem("SWB19", fmt.Sprintf("%s %T panicked: %v", what, of, p), "mend the method; a nil that is embedded in a struct panics too")
}

func wholeFieldIsPath(field string, e Expression) diag.Diagnostic {
	return problem("SWB20", fmt.Sprintf("%s as a whole cannot be the path %q: only its members can", field, e.path),
		`select the input with InputPath, or give a map: map[string]any{"value": `+fmt.Sprintf("sfn.At(%q)}", e.path))
}

func pathInList() diag.Diagnostic {
	return problem("SWB21", "a field that is a list cannot hold a path", "build the list in a state before, with sfn.Array, and take it from there")
}

func literalPath(text string, language asl.QueryLanguage) diag.Diagnostic {
	fix := fmt.Sprintf("write sfn.At(%q) for the value", text)
	if language == asl.JSONata {
		fix = `write it as JSONata for the value, such as sfn.JSONata("$states.input.x")`
		if strings.HasPrefix(text, "$states") {
			fix = fmt.Sprintf("write sfn.JSONata(%q) for the value", text)
		}
	}
	return warning("SWB22", fmt.Sprintf("%q is sent as this text, not as what it points at", text), fix)
}

func wrongLanguage(e Expression, language asl.QueryLanguage) diag.Diagnostic {
	if language == asl.JSONata {
		return problem("SWB23", fmt.Sprintf("the JSONPath expression %q cannot be used in a JSONata state", e.path),
			`write it as JSONata, such as sfn.JSONata("$states.input.x")`)
	}
	return problem("SWB23", fmt.Sprintf("the JSONata expression %q cannot be used in a JSONPath state", e.jsonata),
		"write it as a path with sfn.At, or make the state a JSONata one with NewJSONata...")
}

func faultyExpression(e Expression) diag.Diagnostic { return problem("SWB24", e.fault, e.fix) }

func ignoredNowhere(code, state string, names []string) diag.Diagnostic {
	return problem("SWB50", fmt.Sprintf("Ignore accepts %s in a state that is not in the machine: %q", code, state),
		nearest.Suggest(state, names, `name a state, or leave State empty for all`))
}

func givenTwice(field, path string) diag.Diagnostic {
	return problem("SWB51", fmt.Sprintf("%s and %s are both given", field, path), "leave one of the two out")
}

func jsonataArgument(e Expression) diag.Diagnostic {
	return problem("SWB29", fmt.Sprintf("the JSONata expression %q cannot be an argument of an intrinsic function", e.jsonata), "use a path")
}

func expressionInArgument() diag.Diagnostic {
	return problem("SWB29", "an object with expressions in it cannot be written as an argument", "build the object in a state before and use its path")
}

func jsonPathField(field string) diag.Diagnostic {
	return problem("SWB25", fmt.Sprintf("%s is a field of JSONPath, but the machine is a JSONata one", field),
		"use the NewJSONata... form of the state; InputPath becomes part of its arguments, ResultPath and OutputPath its Output")
}

func jsonataField(field string) diag.Diagnostic {
	return problem("SWB26", fmt.Sprintf("%s is a field of JSONata, but the state is a JSONPath one", field), "use the NewJSONata... form of the state")
}

func conditionLanguage(has, needs string) diag.Diagnostic {
	fix := "write it as JSONata with sfn.JSONataCondition, or as sfn.Expr, which fits both"
	if needs == "JSONPath" {
		fix = "write it with sfn.StringEquals and its neighbours, or as sfn.Expr, which fits both"
	}
	return problem("SWB27", fmt.Sprintf("the condition is a %s one, but the Choice is a %s state", has, needs), fix)
}

func expressionInLiteral(field string) diag.Diagnostic {
	return problem("SWB28", fmt.Sprintf("%s is taken as it is: an expression inside it would not be evaluated", field),
		"use Parameters, which is evaluated")
}

func notJSON(err error) diag.Diagnostic {
	return problem("SWB30", "the value has no JSON form: "+err.Error(), "give a value that encoding/json can write, or an expression")
}

func tooDeep() diag.Diagnostic {
	return problem("SWB31", fmt.Sprintf("the value is nested deeper than %d levels", maxDepth), "look for a value that contains itself")
}

func wrongKind(field, want string, got any) diag.Diagnostic {
	return problem("SWB32", fmt.Sprintf("%s has to be %s, but is %s", field, want, shortly(got)), "give "+want+" or an expression")
}

func notWholeSeconds(field string, d time.Duration) diag.Diagnostic {
	return problem("SWB33", fmt.Sprintf("%s is %s, but the service counts whole seconds", field, d), "round it to seconds")
}

func negativeAttempts(n int) diag.Diagnostic {
	return problem("SWB34", fmt.Sprintf("MaxAttempts is %d", n), "give the number of retries, or sfn.Never for none")
}

func dynamicRole() diag.Diagnostic {
	return problem("SWB35", "the role of the Credentials is known only at run time",
		"name the roles it can be in AssumableRoleARNs, so that the machine may assume them and no others")
}

func rawNotAState(err error) diag.Diagnostic {
	why := "it is not an object"
	if err != nil {
		why = err.Error()
	}
	return problem("SWB40", "the JSON of the raw state is not a state: "+why, `give an object such as {"Type": "Pass"}`)
}

func rawHasNext(inJSON, joined string) diag.Diagnostic {
	return problem("SWB41", fmt.Sprintf("the JSON of the raw state goes on to %q, but Next joined it to %q", inJSON, joined), "leave one of the two out")
}

func noNext(kind string) diag.Diagnostic {
	return problem("SWB42", fmt.Sprintf("a %s state cannot have a Next", kind), "remove the Next")
}

func noRescue(kind string) diag.Diagnostic {
	return problem("SWB43", fmt.Sprintf("a %s state cannot have Retry or Catch", kind), "remove them")
}

func badPath(path string) diag.Diagnostic {
	return problem("SWB44", fmt.Sprintf("%q is not a path", path), `a path begins with "$"`)
}

func noCondition() diag.Diagnostic {
	return problem("SWB52", "the condition is empty", "make it with sfn.Expr, sfn.StringEquals and its neighbours, or sfn.JSONataCondition")
}

// mixedGroup is about conditions that no language can say together.
func mixedGroup(op string, conditions []Condition) diag.Diagnostic {
	if slices.ContainsFunc(conditions, Condition.zero) {
		return noCondition()
	}
	return problem("SWB54", op+" joins conditions of JSONPath and of JSONata", "write all of them in one language, or as sfn.Expr, which fits both")
}

func unknownType(t MachineType) diag.Diagnostic {
	return problem("SWB53", fmt.Sprintf("%q is no type of a machine", t), "use sfn.Standard or sfn.Express")
}

func emptyGroup(op string) diag.Diagnostic {
	return problem("SWB45", op+" has no conditions", "give it at least one")
}

// shortly names a value, which may contain itself.
func shortly(v any) string {
	switch reflect.ValueOf(v).Kind() {
	case reflect.Bool, reflect.String, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Float32, reflect.Float64:
	default:
		return fmt.Sprintf("a %T", v)
	}
	s := fmt.Sprintf("%v (%T)", v, v)
	if r := []rune(s); len(r) > 60 {
		s = string(slices.Concat(r[:57], []rune("...")))
	}
	return s
}

func noBucket() diag.Diagnostic {
	return problem("SWB37", "the reader has no bucket", "give it a Bucket, such as sfn.BucketNamed(\"name\")")
}

func dynamicBucket() diag.Diagnostic {
	return problem("SWB36", "the bucket is known only at run time",
		"name the buckets it can be in Bucket.AllowedARNs, so that the machine may use them and no others")
}

func cannotPatch(pointer, why string) diag.Diagnostic {
	return problem("SWB47", fmt.Sprintf("the patch at %q cannot be applied: %s", pointer, why), `name what the state renders to, such as "/Retry/0/Comment"`)
}

func rawNotACondition(err error) diag.Diagnostic {
	why := "it is not an object"
	if err != nil {
		why = err.Error()
	}
	return problem("SWB48", "the JSON of the raw condition is not a rule: "+why, `give an object such as {"Variable": "$.x", "IsPresent": true}`)
}
