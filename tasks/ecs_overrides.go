package tasks

import (
	"maps"
	"slices"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

// ECSOverrides are what is different from the task definition.
//
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html
type ECSOverrides struct {
	CPU              sfn.Text            `aws:"Cpu"`    // units as text: "1024" is one vCPU
	Memory           sfn.Text            `aws:"Memory"` // MiB as text: "2048"
	TaskRoleARN      sfn.Text            `aws:"TaskRoleArn"`
	ExecutionRoleARN sfn.Text            `aws:"ExecutionRoleArn"`
	EphemeralStorage ECSEphemeralStorage `aws:"EphemeralStorage"`
	Containers       []ECSContainer      `aws:"ContainerOverrides"`
}

// ECSEphemeralStorage is the disk of a Fargate task.
type ECSEphemeralStorage struct {
	SizeInGiB sfn.Number `aws:"SizeInGiB"` // 21 to 200
}

// ECSContainer is what is different for one container.
type ECSContainer struct {
	Name    sfn.Text  `aws:"Name,required"`
	Command sfn.Value `aws:"Command"` // a list of texts, or an Expression
	// Environment variables: a map of texts and Expressions, or Fields in an order.
	Environment       sfn.Value                `aws:"Environment"`
	EnvironmentFiles  []ECSEnvironmentFile     `aws:"EnvironmentFiles"`
	CPU               sfn.Number               `aws:"Cpu"`               // units; 1,024 are one vCPU
	Memory            sfn.Number               `aws:"Memory"`            // MiB, more ends the container
	MemoryReservation sfn.Number               `aws:"MemoryReservation"` // MiB that are kept for it
	Resources         []ECSResourceRequirement `aws:"ResourceRequirements"`
}

// ECSEnvironmentFile is a file of environment variables in S3.
type ECSEnvironmentFile struct {
	ARN  sfn.Text `aws:"Value,required"`
	Type sfn.Text `aws:"Type,required"` // "s3"
}

// ECSResourceRequirement is a number of GPUs for a container.
type ECSResourceRequirement struct {
	Type  sfn.Text `aws:"Type,required"` // "GPU"
	Value sfn.Text `aws:"Value,required"`
}

// withEnvironment writes the environments as lists of Name and Value.
func (o ECSOverrides) withEnvironment(b *call) []ECSContainer {
	out := slices.Clone(o.Containers)
	for i := range out {
		out[i].Environment = b.pairs("Environment", out[i].Environment, "Name", "Value")
	}
	return out
}

// pairs writes a map or Fields as a list of objects with two members. An Expression gives the list.
func (b *call) pairs(field string, v sfn.Value, name, value string) any {
	var fields sfn.Fields
	switch t := deref(v).(type) {
	case nil:
		return nil
	case sfn.Expression:
		return t
	case sfn.Fields:
		fields = t
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(t)) {
			fields = fields.With(k, t[k])
		}
	case map[string]string:
		for _, k := range slices.Sorted(maps.Keys(t)) {
			fields = fields.With(k, t[k])
		}
	default:
		b.report(wrongShape(field, "a map of texts"))
		return nil
	}
	out := make([]any, len(fields))
	for i, f := range fields {
		out[i] = sfn.Fields{{Name: name, Value: f.Name}, {Name: value, Value: f.Value}}
	}
	return out
}
