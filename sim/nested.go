package sim

import (
	"fmt"
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

func (e *env) machine(name string) *Plan {
	for _, m := range e.cfg.machines {
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
	p := e.machine(arn)
	if p == nil {
		return false
	}
	input, f := nestedInput(a.call.Input)
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
	if e.running[x.arn] != nil {
		a.later(0, func() {
			a.fail(newFault("StepFunctions.ExecutionAlreadyExistsException", "Execution Already Exists: '%s'", x.arn))
		})
		return true
	}
	x.depth = depth
	e.running[x.arn] = x
	a.nested = x
	started := ordjson.NewObject(
		ordjson.Member{Key: "ExecutionArn", Value: x.arn},
		ordjson.Member{Key: "StartDate", Value: float64(e.now().Unix())},
	)
	sync := r.Action == "startSyncExecution"
	switch {
	case r.submits():
		a.submitted(started)
		x.ended = func() { e.endNested(a, x, arn, r.Pattern == "sync:2") }
	case sync:
		x.ended = func() { e.endSynchronous(a, x, arn) }
	default:
		a.later(0, func() { a.succeed(started) })
	}
	x.begin(p.graph, newVariables(p.base.variables))
	return true
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

// nestedInput is the Input of a start: JSON, or text that is JSON.
func nestedInput(arguments any) (any, *fault) {
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
		return nil, newFault("StepFunctions.InvalidExecutionInputException", "Invalid State Machine Execution Input: '%s'", err.Error())
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
