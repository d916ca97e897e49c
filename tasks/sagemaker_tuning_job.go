package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var sageMakerCreateHyperParameterTuningJob = Descriptor{
	Name: "SageMakerCreateHyperParameterTuningJob", Title: "looks for the best hyperparameters of a model", Service: "sagemaker", Action: "createHyperParameterTuningJob",
	Patterns: requestJob, Required: []string{"HyperParameterTuningJobConfig", "HyperParameterTuningJobName"},
	Grants: sageMakerGrants("HyperParameterTuningJob"), EventsRule: "StepFunctionsGetEventsForSageMakerTuningJobsRule", Doc: sageMakerDoc,
}

// SageMakerCreateHyperParameterTuningJob looks for the best hyperparameters of a model by training it
// many times. The CDK has no class for it.
//
// https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateHyperParameterTuningJob.html
type SageMakerCreateHyperParameterTuningJob struct {
	Pattern      sfn.Pattern
	Name         sfn.Text  `aws:"HyperParameterTuningJobName,required"`
	NameScope    Scope     // the names an Expression can give
	Config       sfn.Value `aws:"HyperParameterTuningJobConfig,required"`
	TrainingJob  sfn.Value `aws:"TrainingJobDefinition"`  // one, or
	TrainingJobs sfn.Value `aws:"TrainingJobDefinitions"` // several
	WarmStart    sfn.Value `aws:"WarmStartConfig"`
	RoleARNs     Scope     // the roles in the definitions, to pass them on
	Tags         map[string]string
	Extra        map[string]any
}

// Bind implements sfn.Integration.
func (t SageMakerCreateHyperParameterTuningJob) Bind(c *sfn.TaskContext) sfn.Binding {
	b := sageMakerCreateHyperParameterTuningJob.bind(c, t.Pattern)
	b.params(t)
	if isSet(t.TrainingJob) == isSet(t.TrainingJobs) {
		b.report(oneOf("TrainingJob", "TrainingJobs"))
	}
	b.sageMakerJob("hyper-parameter-tuning-job", "Name", t.Name, t.NameScope, t.Tags)
	b.on("role", roleARNs(t.RoleARNs)...)
	return b.done(t.Extra)
}

func roleARNs(roles Scope) []string {
	out := make([]string, len(roles))
	for i, r := range roles {
		out[i] = roleARN(r)
	}
	return out
}
