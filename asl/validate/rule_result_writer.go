package validate

import "github.com/stepwise-go/stepwise/asl"

var ruleResultWriter = Rule{
	Code: "SW605", Name: "result-writer", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "a ResultWriter says where to, how, or both",
	Doc: `A ResultWriter has a Resource, arn:aws:states:::s3:putObject, with the Bucket in its Parameters or Arguments; or a
WriterConfig with Transformation and OutputType; or all of them. OutputType JSONL goes with a Resource.

https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html`,
	Wrong: `
"Each": {"Type": "Map", "ResultWriter": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b"}},
  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, "End": true}`,
	Right: `
"Each": {"Type": "Map", "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "b"}},
  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, "End": true}`,
	check: func(r *run) {
		for i := range r.parts {
			p := &r.parts[i]
			switch v := p.value.(type) {
			case *asl.ResultWriter:
				if v.Resource == "" {
					continue
				}
				if action := s3Action(v.Resource); action != "putObject" && !hasToken(action) {
					r.atPart(p, "/Resource").say(msgWriterResource, v.Resource).fix(fixWriterResource)
				}
				r.bucket(p, v.Parameters, v.Arguments, false)
			case *asl.WriterConfig:
				for _, name := range []string{"Transformation", "OutputType"} {
					if !asl.HasField(v, name) {
						r.atPart(p, "").say(msgWriterConfig, name).fix(fixWriterConfig, name).aws("These fields are required: [%s]", name)
					}
				}
			}
		}
	},
}
