package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

const (
	sageMakerDoc     = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html"
	sageMakerService = "sagemaker.amazonaws.com"
)

// S3DataSource is data in S3 for a SageMaker job.
type S3DataSource struct {
	URI              sfn.Text `aws:"S3Uri,required"`         // of a prefix, an object or a manifest
	DataType         string   `aws:"S3DataType"`             // S3Prefix, ManifestFile, AugmentedManifestFile
	DistributionType string   `aws:"S3DataDistributionType"` // FullyReplicated, ShardedByS3Key
	AttributeNames   []string `aws:"AttributeNames"`
}

// DataSource is where a SageMaker job reads.
type DataSource struct {
	S3 S3DataSource `aws:"S3DataSource"`
}

// SageMakerVPC is the network of a SageMaker job.
type SageMakerVPC struct {
	SecurityGroupIDs []string `aws:"SecurityGroupIds,required"`
	Subnets          []string `aws:"Subnets,required"`
}

// SageMakerOutput is where a SageMaker job writes.
type SageMakerOutput struct {
	S3Path   sfn.Text `aws:"S3OutputPath,required"`
	KMSKeyID sfn.Text `aws:"KmsKeyId"`
}

// SageMakerResources are the machines of a SageMaker job.
type SageMakerResources struct {
	InstanceCount  sfn.Number `aws:"InstanceCount,required"`
	InstanceType   sfn.Text   `aws:"InstanceType,required"` // with "ml." in front
	VolumeSizeInGB sfn.Number `aws:"VolumeSizeInGB"`
	VolumeKMSKeyID sfn.Text   `aws:"VolumeKmsKeyId"`
}

// SageMakerStopping is when a SageMaker job is stopped.
type SageMakerStopping struct {
	MaxRuntime  sfn.Seconds `aws:"MaxRuntimeInSeconds,seconds"`
	MaxWaitTime sfn.Seconds `aws:"MaxWaitTimeInSeconds,seconds"` // for spot training
}

// sageMakerJob adds the permissions of a job with a name.
func (b *call) sageMakerJob(kind, field string, name sfn.Text, scope Scope, tags map[string]string) {
	arns := b.named(field, name, scope, nameIn("sagemaker", kind+"/"))
	b.on("job", arns...)
	if len(tags) > 0 {
		b.on("tagged job", arns...)
		b.set("Tags", tagList(tags))
	}
}

// sageMakerGrants are the permissions of a job: to create it, to watch and stop it, to tag it, and to
// pass it its role.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/sagemaker-iam.html
func sageMakerGrants(job string) []Grant {
	return []Grant{
		{On: "job", Actions: []string{"sagemaker:Create" + job}, Why: "starts the job"},
		{On: "job", Actions: []string{"sagemaker:Describe" + job, "sagemaker:Stop" + job}, Why: "watches the job and stops it with the execution", Patterns: forJob},
		{On: "job", Actions: []string{"sagemaker:ListTags"}, Why: "finds the jobs it has started", Patterns: forJob},
		{On: "tagged job", Actions: []string{"sagemaker:AddTags"}, Why: "tags the job", When: "Tags are set"},
		{On: "role", Actions: []string{"iam:PassRole"}, Why: "passes the job its role", PassedTo: []string{sageMakerService}},
	}
}
