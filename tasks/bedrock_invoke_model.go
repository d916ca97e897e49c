package tasks

import (
	"strings"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

const bedrockDoc = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html"

var bedrockInvokeModel = Descriptor{
	Name: "BedrockInvokeModel", Title: "asks a model", Service: "bedrock", Action: "invokeModel", Patterns: requestToken,
	Required: []string{"ModelId"}, Doc: bedrockDoc,
	Grants: []Grant{
		{On: "model", Actions: []string{"bedrock:InvokeModel"}, Why: "asks the model"},
		{On: "guardrail", Actions: []string{"bedrock:ApplyGuardrail"}, Why: "applies the guardrail", When: "Guardrail is set"},
		{On: "input", Actions: []string{"s3:GetObject"}, Why: "reads the prompt", When: "Input is set"},
		{On: "output", Actions: []string{"s3:PutObject"}, Why: "writes the answer", When: "Output is set"},
	},
}

// BedrockInvokeModel asks a model of Bedrock. The result has Body and ContentType.
//
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
type BedrockInvokeModel struct {
	Pattern      sfn.Pattern // RequestResponse or WaitForTaskToken
	ModelID      sfn.Text    // required: an ID, or the ARN of a model, inference profile or provisioned throughput
	ModelIDScope Scope       // the models an Expression can give, by ARN or ID
	Body         sfn.Value   // the prompt, in the form of the model; or
	Input        sfn.Text    // s3://bucket/key, where the prompt is
	InputScope   Scope       // the objects an Expression can give: bucket/key
	Output       sfn.Text    // s3://bucket/key, where the answer goes
	OutputScope  Scope       // the objects an Expression can give: bucket/key
	Accept       sfn.Text    // of the answer; nil is application/json
	ContentType  sfn.Text    // of the prompt; nil is application/json
	Guardrail    Guardrail
	Trace        bool // of the guardrail, in the result
	Extra        map[string]any
}

// Guardrail is a guardrail of Bedrock.
type Guardrail struct {
	ID      string // ID or ARN
	Version string // a number, or DRAFT
}

// Bind implements sfn.Integration.
func (t BedrockInvokeModel) Bind(c *sfn.TaskContext) sfn.Binding {
	b := bedrockInvokeModel.bind(c, t.Pattern)
	b.need("ModelId", t.ModelID, "ModelID")
	b.set("Accept", t.Accept)
	b.set("ContentType", t.ContentType)
	b.set("Body", t.Body)
	if isSet(t.Input) {
		b.set("Input", sfn.Fields{{Name: "S3Uri", Value: t.Input}})
	}
	if isSet(t.Output) {
		b.set("Output", sfn.Fields{{Name: "S3Uri", Value: t.Output}})
	}
	if isSet(t.Body) && isSet(t.Input) {
		b.report(exclusive("Body", "Input"))
	} else if !isSet(t.Body) && !isSet(t.Input) {
		b.report(oneOf("Body", "Input"))
	}
	b.on("model", b.named("ModelID", t.ModelID, t.ModelIDScope, bedrockModelARN)...)
	b.on("input", b.named("Input", t.Input, t.InputScope, s3ObjectARN)...)
	b.on("output", b.named("Output", t.Output, t.OutputScope, s3ObjectARN)...)
	b.guardrail(t.Guardrail)
	if t.Trace {
		b.set("Trace", "ENABLED")
	}
	return b.done(t.Extra)
}

func (b *call) guardrail(g Guardrail) {
	if g.ID == "" {
		return
	}
	b.set("GuardrailIdentifier", g.ID)
	b.set("GuardrailVersion", g.Version)
	if g.Version == "" {
		b.report(missing(need{"GuardrailVersion", "Guardrail.Version"}))
	}
	b.on("guardrail", nameIn("bedrock", "guardrail/")(g.ID))
}

// bedrockModelARN is the ARN of a model by its ID: foundation models belong to no account, inference
// profiles begin with a region or "global" and belong to the caller's.
func bedrockModelARN(id string) string {
	switch {
	case strings.HasPrefix(id, "arn:") || sfn.HasToken(id):
		return id
	case isProfile(id):
		return localARN("bedrock", "inference-profile/"+id)
	}
	return "arn:${AWS::Partition}:bedrock:${AWS::Region}::foundation-model/" + id
}

func isProfile(id string) bool {
	region, _, _ := strings.Cut(id, ".")
	switch region {
	case "us", "eu", "apac", "jp", "au", "ca", "global", "us-gov":
		return true
	}
	return false
}

// s3ObjectARN is the ARN of s3://bucket/key, or of bucket/key.
func s3ObjectARN(uri string) string {
	if strings.HasPrefix(uri, "arn:") {
		return uri
	}
	return "arn:${AWS::Partition}:s3:::" + strings.TrimPrefix(uri, "s3://")
}
