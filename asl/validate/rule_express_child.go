package validate

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/integrations"
)

var ruleExpressChild = Rule{
	Code: "SW606", Name: "express-child", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "EXPRESS child executions do only what Express machines can",
	Doc: `The children of a distributed Map with "ExecutionType": "EXPRESS" are Express executions: they end after five minutes,
and have no .sync, no .waitForTaskToken, no activities and no distributed Map inside. Use STANDARD for such work.

https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html`,
	Wrong: `
"Each": {"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
  "StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": {"JobName": "j"}, "End": true}}}, "End": true}`,
	Right: `
"Each": {"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
  "StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": {"JobName": "j"}, "End": true}}}, "End": true}`,
	check: func(r *run) {
		for _, p := range r.places {
			if child := expressMapAround(p); child != nil && !r.opts.express() {
				r.notInExpress(p, text(msgInExpressChild, []any{child.Name}), fixExpressChild)
			}
		}
	},
}

// expressMapAround returns the distributed Map around a place whose children are Express executions.
func expressMapAround(p *asl.Place) *asl.Place {
	for at := p.Scope.Owner; at != nil; at = at.Scope.Owner {
		if m, ok := at.State.(*asl.Map); ok && m.Distributed() {
			if m.Processor().ProcessorConfig.ExecutionType == string(Express) {
				return at
			}
			return nil
		}
	}
	return nil
}

// notInExpress reports what an Express execution cannot do.
func (r *run) notInExpress(p *asl.Place, where, fix string) {
	switch s := p.State.(type) {
	case *asl.Task:
		res, err := r.resource(s.Resource)
		switch {
		case err != nil:
		case res.Pattern != integrations.RequestResponse:
			suffix := res.Pattern.Suffix()
			r.at(p, "/Resource").say(msgExpressPattern, res.Suffix, where).fix(fix).
				aws("Express state machine does not support '%s' service integration ", suffix)
		case res.Kind == integrations.Activity:
			r.at(p, "/Resource").say(msgExpressActivity, where).fix(fix).aws("Express state machine does not support Activity ARN")
		}
	case *asl.Map:
		if s.Distributed() {
			r.at(p, processorPointer(s)+"/ProcessorConfig/Mode").say(msgExpressMap, where).fix(fix)
		}
	}
}
