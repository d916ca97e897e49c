package tasks

import (
	"strings"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

var batchSubmitJob = Descriptor{
	Name: "BatchSubmitJob", Title: "submits a job to AWS Batch",
	Service: "batch", Action: "submitJob", Patterns: requestJob,
	Required: []string{"JobDefinition", "JobName", "JobQueue"},
	Grants: []Grant{
		{On: "job", Actions: []string{"batch:SubmitJob"}, Why: "submits the job with this definition to this queue"},
		{On: "*", Actions: []string{"batch:DescribeJobs"}, Why: "waits for the job", Patterns: forJob},
		{On: "running job", Actions: []string{"batch:TerminateJob"}, Why: "stops the job with the execution", Patterns: forJob},
		{On: "tagged job", Actions: []string{"batch:TagResource"}, Why: "tags the job", When: "Tags are set"},
	},
	EventsRule: "StepFunctionsGetEventsForBatchJobsRule",
	Errors:     []string{"Batch.BatchException", "Batch.ClientException"},
	Doc:        "https://docs.aws.amazon.com/step-functions/latest/dg/connect-batch.html",
}

// BatchSubmitJob submits a job to AWS Batch. With RunJob it waits for its end, and fails if the job does.
//
// https://docs.aws.amazon.com/batch/latest/APIReference/API_SubmitJob.html
type BatchSubmitJob struct {
	JobName            sfn.Text   `aws:"JobName,required"`
	JobDefinition      sfn.Text   `aws:"JobDefinition,required"` // an ARN, "name" or "name:revision"
	JobDefinitionScope Scope      // the definitions an Expression can give
	JobQueue           sfn.Text   `aws:"JobQueue,required"` // an ARN or a name
	JobQueueScope      Scope      // the queues an Expression can give
	Parameters         sfn.Value  `aws:"Parameters"` // a map of texts for the placeholders of the definition
	ArraySize          sfn.Number // 2 to 10,000 child jobs
	Attempts           sfn.Number // 1 to 10
	// Timeout is how long an attempt may run, at least 60 s. It is Batch that ends the job.
	Timeout            sfn.Seconds
	Container          BatchContainer    `aws:"ContainerOverrides"`
	NodeOverrides      sfn.Value         `aws:"NodeOverrides"`         // of multi-node jobs
	EKSOverrides       sfn.Value         `aws:"EksPropertiesOverride"` // of jobs on EKS
	ECSOverrides       sfn.Value         `aws:"EcsPropertiesOverride"` // of jobs with several containers
	DependsOn          []BatchDependency `aws:"DependsOn"`
	ShareIdentifier    sfn.Text          `aws:"ShareIdentifier"`            // of fair-share queues
	SchedulingPriority sfn.Number        `aws:"SchedulingPriorityOverride"` // 0 to 9,999
	Tags               map[string]string
	PropagateTags      sfn.Bool    `aws:"PropagateTags"`
	Pattern            sfn.Pattern // RequestResponse or RunJob
	Extra              map[string]any
}

// BatchContainer is what is different from the job definition.
type BatchContainer struct {
	Command      sfn.Value `aws:"Command"`      // a list of texts, or an Expression
	Environment  sfn.Value `aws:"Environment"`  // a map of texts and Expressions, or Fields in an order
	InstanceType sfn.Text  `aws:"InstanceType"` // of multi-node jobs
	GPUs         sfn.Number
	MemoryMiB    sfn.Number
	VCPUs        sfn.Number
	Requirements []BatchRequirement `aws:"ResourceRequirements"` // GPUs, MemoryMiB and VCPUs are put here
}

// BatchRequirement is an amount of GPU, MEMORY or VCPU.
type BatchRequirement struct {
	Type  sfn.Text `aws:"Type"`
	Value sfn.Text `aws:"Value"`
}

// BatchDependency is a job that must have ended.
type BatchDependency struct {
	JobID sfn.Text `aws:"JobId"`
	Type  sfn.Text `aws:"Type"` // "N_TO_N" or "SEQUENTIAL", of array jobs
}

// Bind implements sfn.Integration.
func (t BatchSubmitJob) Bind(c *sfn.TaskContext) sfn.Binding {
	b := batchSubmitJob.bind(c, t.Pattern)
	t.Container = t.Container.rendered(b)
	b.params(t)
	b.within("ArraySize", t.ArraySize, 2, 10000)
	b.within("Attempts", t.Attempts, 1, 10)
	b.within("Timeout", t.Timeout, 60, 1<<31)
	b.set("ArrayProperties", sfn.Fields{}.Maybe("Size", t.ArraySize))
	b.set("RetryStrategy", sfn.Fields{}.Maybe("Attempts", t.Attempts))
	b.set("Timeout", sfn.Fields{}.Maybe("AttemptDurationSeconds", b.duration("Timeout", t.Timeout, second)))
	b.set("Tags", t.Tags)
	b.on("job", append(
		b.named("JobDefinition", t.JobDefinition, t.JobDefinitionScope, batchARN("job-definition/")),
		b.named("JobQueue", t.JobQueue, t.JobQueueScope, batchARN("job-queue/"))...)...)
	b.on("running job", localARN("batch", "job/*"))
	if len(t.Tags) > 0 {
		b.on("tagged job", localARN("batch", "job/*"))
	}
	return b.done(t.Extra)
}

// batchARN makes the ARN of a definition or queue that is named by its ARN, a token of it, or its
// name. A definition without revision is any revision.
func batchARN(kind string) func(string) string {
	return func(name string) string {
		switch {
		case isARN(name), sfn.HasToken(name), name == "*":
			return name
		case kind == "job-definition/" && !strings.Contains(name, ":"):
			return localARN("batch", kind+name+":*")
		}
		return localARN("batch", kind+name)
	}
}

func (o BatchContainer) rendered(b *call) BatchContainer {
	o.Environment = b.pairs("Container.Environment", o.Environment, "Name", "Value")
	for _, r := range []BatchRequirement{{"GPU", o.GPUs}, {"MEMORY", o.MemoryMiB}, {"VCPU", o.VCPUs}} {
		if isSet(r.Value) {
			r.Value = b.numberText(r.Value)
			o.Requirements = append(o.Requirements[:len(o.Requirements):len(o.Requirements)], r)
		}
	}
	return o
}

// numberText makes text of a number, where a service wants numbers as text.
func (b *call) numberText(v any) any {
	if isExpression(v) {
		return numberText(v, b.JSONata())
	}
	return numeral(v)
}
