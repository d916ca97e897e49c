package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var sageMakerCreateEndpointConfig = Descriptor{
	Name: "SageMakerCreateEndpointConfig", Title: "creates the configuration of an endpoint", Service: "sagemaker", Action: "createEndpointConfig", Patterns: onlyRequest,
	Required: []string{"EndpointConfigName", "ProductionVariants"}, Doc: sageMakerDoc,
	Grants: []Grant{
		{On: "config", Actions: []string{"sagemaker:CreateEndpointConfig"}, Why: "creates the configuration"},
		{On: "tagged config", Actions: []string{"sagemaker:AddTags"}, Why: "tags the configuration", When: "Tags are set"},
	},
}

// SageMakerCreateEndpointConfig creates the configuration of an endpoint: which models answer, on what.
//
// https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html
type SageMakerCreateEndpointConfig struct {
	EndpointConfigName      sfn.Text            `aws:"EndpointConfigName,required"`
	EndpointConfigNameScope Scope               // the names an Expression can give
	ProductionVariants      []ProductionVariant `aws:"ProductionVariants,required"` // at least one
	KMSKeyID                sfn.Text            `aws:"KmsKeyId"`
	Tags                    sfn.Value           `aws:"Tags"` // a list of {"Key": ..., "Value": ...}
	Extra                   map[string]any
}

// ProductionVariant is a model behind an endpoint.
type ProductionVariant struct {
	VariantName          sfn.Text   `aws:"VariantName,required"`
	ModelName            sfn.Text   `aws:"ModelName,required"`
	InstanceType         sfn.Text   `aws:"InstanceType"`
	InitialInstanceCount sfn.Number `aws:"InitialInstanceCount"`
	InitialVariantWeight sfn.Number `aws:"InitialVariantWeight"`
	AcceleratorType      sfn.Text   `aws:"AcceleratorType"` // ml.eia2.medium
	Serverless           sfn.Value  `aws:"ServerlessConfig"`
}

// Bind implements sfn.Integration.
func (t SageMakerCreateEndpointConfig) Bind(c *sfn.TaskContext) sfn.Binding {
	b := sageMakerCreateEndpointConfig.bind(c, RequestResponse)
	b.params(t)
	arns := b.named("EndpointConfigName", t.EndpointConfigName, t.EndpointConfigNameScope, sageMakerLower("endpoint-config/"))
	b.on("config", arns...)
	if isSet(t.Tags) {
		b.on("tagged config", arns...)
	}
	return b.done(t.Extra)
}

var sageMakerCreateEndpoint = Descriptor{
	Name: "SageMakerCreateEndpoint", Title: "creates an endpoint", Service: "sagemaker", Action: "createEndpoint", Patterns: onlyRequest,
	Required: []string{"EndpointConfigName", "EndpointName"}, Doc: sageMakerDoc,
	Grants: []Grant{
		{On: "endpoint", Actions: []string{"sagemaker:CreateEndpoint"}, Why: "creates the endpoint with the configuration"},
		{On: "tagged endpoint", Actions: []string{"sagemaker:AddTags"}, Why: "tags the endpoint", When: "Tags are set"},
	},
}

// SageMakerCreateEndpoint creates an endpoint with a configuration.
//
// https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpoint.html
type SageMakerCreateEndpoint struct {
	EndpointConfigName      sfn.Text  `aws:"EndpointConfigName,required"`
	EndpointConfigNameScope Scope     // the names an Expression can give
	EndpointName            sfn.Text  `aws:"EndpointName,required"`
	EndpointNameScope       Scope     // the names an Expression can give
	Tags                    sfn.Value `aws:"Tags"` // a list of {"Key": ..., "Value": ...}
	Extra                   map[string]any
}

// Bind implements sfn.Integration.
func (t SageMakerCreateEndpoint) Bind(c *sfn.TaskContext) sfn.Binding {
	b := sageMakerCreateEndpoint.bind(c, RequestResponse)
	b.params(t)
	endpoint := b.named("EndpointName", t.EndpointName, t.EndpointNameScope, sageMakerLower("endpoint/"))
	config := b.named("EndpointConfigName", t.EndpointConfigName, t.EndpointConfigNameScope, sageMakerLower("endpoint-config/"))
	b.on("endpoint", append(endpoint, config...)...)
	if isSet(t.Tags) {
		b.on("tagged endpoint", endpoint...)
	}
	return b.done(t.Extra)
}

var sageMakerUpdateEndpoint = Descriptor{
	Name: "SageMakerUpdateEndpoint", Title: "gives an endpoint another configuration", Service: "sagemaker", Action: "updateEndpoint", Patterns: onlyRequest,
	Required: []string{"EndpointConfigName", "EndpointName"}, Doc: sageMakerDoc,
	Grants: []Grant{{On: "endpoint", Actions: []string{"sagemaker:UpdateEndpoint"}, Why: "gives the endpoint the configuration"}},
}

// SageMakerUpdateEndpoint gives an endpoint another configuration.
//
// https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UpdateEndpoint.html
type SageMakerUpdateEndpoint struct {
	EndpointConfigName      sfn.Text `aws:"EndpointConfigName,required"`
	EndpointConfigNameScope Scope    // the names an Expression can give
	EndpointName            sfn.Text `aws:"EndpointName,required"`
	EndpointNameScope       Scope    // the names an Expression can give
	Extra                   map[string]any
}

// Bind implements sfn.Integration.
func (t SageMakerUpdateEndpoint) Bind(c *sfn.TaskContext) sfn.Binding {
	b := sageMakerUpdateEndpoint.bind(c, RequestResponse)
	b.params(t)
	endpoint := b.named("EndpointName", t.EndpointName, t.EndpointNameScope, sageMakerLower("endpoint/"))
	config := b.named("EndpointConfigName", t.EndpointConfigName, t.EndpointConfigNameScope, sageMakerLower("endpoint-config/"))
	b.on("endpoint", append(endpoint, config...)...)
	return b.done(t.Extra)
}
