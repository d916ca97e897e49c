package sim

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/ordjson"
)

// own answers what the simulator can do itself: start executions of plans it was given, and answer
// task tokens through the SDK integrations.
func (e *env) own(a *attempt) bool {
	switch a.call.Resource.Service + ":" + a.call.Resource.Action {
	case "states:startExecution", "aws-sdk:sfn:startExecution", "aws-sdk:sfn:startSyncExecution":
		return e.startNested(a)
	case "aws-sdk:sfn:sendTaskSuccess", "aws-sdk:sfn:sendTaskFailure", "aws-sdk:sfn:sendTaskHeartbeat":
		e.sendToken(a)
		return true
	}
	return false
}

// machine finds the plan of a state machine that a plan starts: one of the run, or one that the plan brought along.
func (e *env) machine(from *Plan, name string) *Plan {
	for _, m := range append(slices.Clip(e.cfg.machines), from.base.machines...) {
		if m.name == name || strings.HasSuffix(name, ":"+m.name) {
			return m.plan
		}
	}
	return nil
}

// startNested starts an execution of another plan on the same clock.
func (e *env) startNested(a *attempt) bool {
	r := &a.call.Resource
	arn, _ := member(a.call.Input, "StateMachineArn").(string)
	p := e.machine(a.v.s.ex.plan, arn)
	if p == nil {
		return false
	}
	family := "StepFunctions"
	if r.Service == "aws-sdk:sfn" {
		family = "Sfn"
	}
	input, f := nestedInput(a.call.Input, family)
	if f != nil {
		a.later(0, func() { a.fail(f) })
		return true
	}
	depth := a.v.s.ex.depth + 1
	if depth > maxNestedDepth {
		e.stopFor(a.call, fmt.Errorf("executions start one another, %d deep: this never ends", maxNestedDepth))
		return true
	}
	e.serial++
	name, ok := member(a.call.Input, "Name").(string)
	if !ok {
		name = "Nested" + strconv.Itoa(e.serial)
	}
	x := e.execution(p, arn[strings.LastIndexByte(arn, ':')+1:], name, input, p.base.express, true)
	before := e.running[x.arn]
	switch {
	case before == nil:
		x.depth = depth
		e.running[x.arn] = x
	case before.status == Running && ordjson.Equal(before.input, input):
		x = before // a start with the same name and input is the same start
	default:
		a.later(0, func() {
			a.fail(newFault(family+".ExecutionAlreadyExistsException", "Execution Already Exists: '%s'", x.arn))
		})
		return true
	}
	a.nested = x
	started := ordjson.NewObject(
		ordjson.Member{Key: "ExecutionArn", Value: x.arn},
		ordjson.Member{Key: "StartDate", Value: Timestamp(e.now())},
	)
	if before != nil {
		started.Set("StartDate", Timestamp(e.time(x.started)))
	}
	others := x.ended
	ended := func(answer func()) {
		x.ended = func() {
			if others != nil {
				others()
			}
			answer()
		}
	}
	switch {
	case r.submits():
		a.submitted(started)
		ended(func() { e.endNested(a, x, arn, r.Pattern == "sync:2") })
	case r.Action == "startSyncExecution":
		ended(func() { e.endSynchronous(a, x, arn) })
	default:
		a.later(0, func() { a.succeed(started) })
	}
	if before == nil {
		x.begin(p.graph, newVariables(p.base.variables))
	}
	return true
}

// cancel stops the nested execution that an aborted task with .sync waits for.
// https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-sync
func (a *attempt) cancel() {
	if a != nil && a.nested != nil && a.call.Resource.submits() {
		a.nested.finish(Aborted, nil, Failure{}, 0)
	}
}

// endNested answers the task that waits for a nested execution: with what DescribeExecution tells of it.
func (e *env) endNested(a *attempt, x *execution, machine string, parsed bool) {
	if x.status != Succeeded {
		o := e.describe(x, machine, false)
		a.later(0, func() { a.fail(newFault(ErrorTaskFailed, "%s", ordjson.String(o))) })
		return
	}
	o := e.describe(x, machine, parsed)
	a.later(0, func() { a.succeed(o) })
}

// endSynchronous answers the task that called StartSyncExecution, which does not fail if the execution does.
// https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html
func (e *env) endSynchronous(a *attempt, x *execution, machine string) {
	o := e.describe(x, machine, false)
	for _, key := range []string{"RedriveCount", "RedriveStatus", "RedriveStatusReason"} {
		o.Delete(key)
	}
	o.Set("StartDate", Timestamp(e.time(x.started)))
	o.Set("StopDate", Timestamp(e.now()))
	const unit = 100 * time.Millisecond
	billed := max((e.clock.now-x.started+unit-1)/unit*unit, unit)
	o.Set("BillingDetails", ordjson.NewObject(
		ordjson.Member{Key: "BilledDurationInMilliseconds", Value: float64(billed.Milliseconds())},
		ordjson.Member{Key: "BilledMemoryUsedInMB", Value: float64(64)},
	))
	a.later(0, func() { a.succeed(o) })
}

// describe tells of an execution that is over; parsed says that input and output are JSON, not text.
func (e *env) describe(x *execution, machine string, parsed bool) *ordjson.Object {
	o := &ordjson.Object{}
	putText(o, "Cause", x.failure.Cause)
	putText(o, "Error", x.failure.Name)
	o.Set("ExecutionArn", x.arn)
	o.Set("Input", textUnless(parsed, x.input))
	o.Set("InputDetails", included())
	o.Set("Name", x.name)
	if x.status == Succeeded {
		o.Set("Output", textUnless(parsed, x.output))
		o.Set("OutputDetails", included())
	}
	o.Set("RedriveCount", float64(x.redrives))
	if x.status == Succeeded {
		o.Set("RedriveStatus", "NOT_REDRIVABLE")
		o.Set("RedriveStatusReason", "Execution is SUCCEEDED and cannot be redriven")
	} else {
		o.Set("RedriveStatus", "REDRIVABLE")
	}
	o.Set("StartDate", float64(e.time(x.started).UnixMilli()))
	o.Set("StateMachineArn", machine)
	o.Set("Status", string(x.status))
	o.Set("StopDate", float64(e.now().UnixMilli()))
	return o
}

func textUnless(parsed bool, v any) any {
	if parsed {
		return v
	}
	return ordjson.String(v)
}

// nestedInput is the Input of a start: JSON, or text that is JSON. The names of the service's errors begin with family.
func nestedInput(arguments any, family string) (any, *fault) {
	o, _ := arguments.(*ordjson.Object)
	in, ok := o.Get("Input")
	if !ok || in == nil {
		return &ordjson.Object{}, nil
	}
	text, isText := in.(string)
	if !isText {
		return in, nil
	}
	v, err := ordjson.DecodeString(text)
	if err != nil {
		return nil, newFault(family+".InvalidExecutionInputException", "Invalid State Machine Execution Input: '%s'", err.Error())
	}
	return v, nil
}

// sendToken answers a task token through the SDK integration.
func (e *env) sendToken(a *attempt) {
	c := &Control{env: e, task: a}
	in := a.call.Input
	token, _ := member(in, "TaskToken").(string)
	var err error
	switch a.call.Resource.Action {
	case "sendTaskSuccess":
		output := member(in, "Output")
		if text, ok := output.(string); ok {
			if v, bad := ordjson.DecodeString(text); bad == nil {
				output = v
			}
		}
		err = c.SendTaskSuccess(token, output)
	case "sendTaskFailure":
		name, _ := member(in, "Error").(string)
		cause, _ := member(in, "Cause").(string)
		err = c.SendTaskFailure(token, name, cause)
	default:
		err = c.SendTaskHeartbeat(token)
	}
	e.stopFor(a.call, e.take(a, &ordjson.Object{}, err, 0))
}
