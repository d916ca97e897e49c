package fakeaws

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// arnOf is the form of the ARN of a resource type, with its physical ID.
var arnOf = map[string]string{
	"AWS::IAM::Role": "arn:aws:iam::%[2]s:role/%[3]s", "AWS::Lambda::Function": "arn:aws:lambda:%[1]s:%[2]s:function:%[3]s",
	"AWS::SNS::Topic": "arn:aws:sns:%[1]s:%[2]s:%[3]s", "AWS::SQS::Queue": "arn:aws:sqs:%[1]s:%[2]s:%[3]s",
	"AWS::StepFunctions::StateMachine": "arn:aws:states:%[1]s:%[2]s:stateMachine:%[3]s", "AWS::StepFunctions::Activity": "arn:aws:states:%[1]s:%[2]s:activity:%[3]s",
	"AWS::DynamoDB::Table": "arn:aws:dynamodb:%[1]s:%[2]s:table/%[3]s", "AWS::Logs::LogGroup": "arn:aws:logs:%[1]s:%[2]s:log-group:%[3]s:*",
	"AWS::KMS::Key": "arn:aws:kms:%[1]s:%[2]s:key/%[3]s", "AWS::CloudWatch::Alarm": "arn:aws:cloudwatch:%[1]s:%[2]s:alarm:%[3]s",
	"AWS::S3::Bucket": "arn:aws:s3:::%[3]s",
}

// refIsARN are the types of which Ref gives the ARN.
var refIsARN = map[string]bool{"AWS::SNS::Topic": true, "AWS::StepFunctions::StateMachine": true, "AWS::StepFunctions::Activity": true}

// create makes a resource of properties without references.
func (e *engine) create(id, kind string, properties *ordjson.Object) (*resource, error) {
	name := fmt.Sprintf("%s-%s", e.stack.name, id)
	for _, key := range []string{"StateMachineName", "RoleName", "FunctionName", "TopicName", "QueueName", "TableName", "LogGroupName", "AlarmName", "BucketName", "Name"} {
		if given, ok := at(properties, key).(string); ok {
			name = given
		}
	}
	r := &resource{kind: kind, physicalID: name, properties: properties, attributes: map[string]string{}}
	if form, ok := arnOf[kind]; ok {
		r.attributes["Arn"] = fmt.Sprintf(form, Region, Account, name)
	}
	switch kind {
	case "AWS::SQS::Queue":
		r.attributes["QueueUrl"] = fmt.Sprintf("https://sqs.%s.amazonaws.com/%s/%s", Region, Account, name)
		r.attributes["QueueName"] = name
		r.physicalID = r.attributes["QueueUrl"]
	case "AWS::SNS::Topic":
		r.attributes["TopicName"], r.attributes["TopicArn"] = name, r.attributes["Arn"]
	case "AWS::StepFunctions::StateMachine":
		r.attributes["Name"] = name
		m, err := machine(properties)
		if err != nil {
			return nil, err
		}
		m.ARN, m.Name = r.attributes["Arn"], name
		r.machine = m
	}
	if refIsARN[kind] {
		r.physicalID = r.attributes["Arn"]
	}
	return r, nil
}

var substitution = regexp.MustCompile(`\$\{[^}]*\}`)

// machine reads the definition as the service does at creation, as far as targets go.
func machine(properties *ordjson.Object) (Machine, error) {
	text, _ := at(properties, "DefinitionString").(string)
	values, _ := at(properties, "DefinitionSubstitutions").(*ordjson.Object)
	var missing []string
	text = substitution.ReplaceAllStringFunc(text, func(m string) string {
		v, ok := values.Get(m[2 : len(m)-1])
		if !ok {
			missing = append(missing, m)
			return m
		}
		if s, ok := v.(string); ok {
			quoted := ordjson.String(s)
			return quoted[1 : len(quoted)-1]
		}
		return ordjson.String(v)
	})
	if len(missing) > 0 {
		return Machine{}, fmt.Errorf("the definition has substitutions without a value: %s", strings.Join(missing, ", "))
	}
	doc, err := asl.Parse("definition", []byte(text))
	if err != nil {
		return Machine{}, fmt.Errorf("invalid State Machine Definition: %w", err)
	}
	var fault error
	asl.Walk(doc.Machine, func(p *asl.Place) {
		for _, edge := range asl.Edges(p.State) {
			if !p.Scope.Graph.States.Has(edge.Target) {
				fault = fmt.Errorf("invalid State Machine Definition: MISSING_TRANSITION_TARGET: Missing 'Next' target: %s at %s%s", edge.Target, p.Pointer, edge.Pointer)
			}
		}
	})
	role, _ := at(properties, "RoleArn").(string)
	kind, _ := at(properties, "StateMachineType").(string)
	if kind == "" {
		kind = "STANDARD"
	}
	return Machine{Type: kind, Role: role, Definition: text}, fault
}
