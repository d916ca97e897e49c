package tasks

import (
	"time"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

var agentCoreInvokeHarness = Descriptor{
	Name: "AgentCoreInvokeHarness", Title: "runs an agent of Amazon Bedrock AgentCore",
	Service: "bedrockagentcore", Action: "invokeHarness", Patterns: onlyRequest,
	Required: []string{"HarnessArn"},
	Grants:   []Grant{{On: "harness", Actions: []string{"bedrock-agentcore:InvokeAgentRuntime", "bedrock-agentcore:InvokeHarness"}, Why: "runs the agent"}},
	Errors:   []string{"BedrockAgentCore.ResourceNotFoundException", "BedrockAgentCore.ThrottlingException"},
	Doc:      "https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrockagentcore.html",
}

// AgentCoreInvokeHarness runs an agent of Amazon Bedrock AgentCore, at most 15 minutes. The result has
// the text of its last message as Output.Message.Content, and Usage. An agent goes on when the state
// times out or the execution is stopped: give it a Timeout.
//
// Throttling is retried, as the page shows.
type AgentCoreInvokeHarness struct {
	HarnessARN      sfn.Text `aws:"HarnessArn,required"`
	HarnessARNScope Scope    // the ARNs an Expression can give
	// RuntimeSessionID names the conversation, at least 33 characters; the same one goes on with it.
	RuntimeSessionID sfn.Text   `aws:"RuntimeSessionId"`
	Messages         sfn.Value  `aws:"Messages"`     // [{"Role": "user", "Content": [{"Text": ...}]}]
	SystemPrompt     sfn.Value  `aws:"SystemPrompt"` // [{"Text": ...}], in place of the harness's, as all that follows
	Model            sfn.Value  `aws:"Model"`        // {"BedrockModelConfig": {"ModelId": ...}}
	Tools            sfn.Value  `aws:"Tools"`
	AllowedTools     sfn.Value  `aws:"AllowedTools"` // a list of names
	ActorID          sfn.Text   `aws:"ActorId"`
	MaxIterations    sfn.Number `aws:"MaxIterations"`
	// Timeout is that of the agent, in seconds.
	Timeout sfn.Seconds `aws:"TimeoutSeconds,seconds"`
	NoRetry bool        // leaves out the retrier for throttling
	Extra   map[string]any
}

// Bind implements sfn.Integration.
func (t AgentCoreInvokeHarness) Bind(c *sfn.TaskContext) sfn.Binding {
	b := agentCoreInvokeHarness.bind(c, RequestResponse)
	b.params(t)
	b.on("harness", b.named("HarnessARN", t.HarnessARN, t.HarnessARNScope, func(arn string) string { return arn })...)
	if !t.NoRetry {
		b.out.Retry = []sfn.RetryProps{{
			Errors: []string{"BedrockAgentCore.ThrottlingException"}, Interval: 2 * time.Second, MaxAttempts: 3, BackoffRate: 2, Jitter: sfn.JitterFull,
		}}
	}
	return b.done(t.Extra)
}
