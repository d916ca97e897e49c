package sfncdk

import (
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awskms"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsstepfunctions"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/iam"
)

// Encryption says with which key data is encrypted. The zero Encryption is a key that AWS owns.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
type Encryption struct {
	// Key is the customer-managed key. The machine's role may then decrypt and make data keys with it, for this machine only.
	Key awskms.IKey
	// ReusePeriod is how long a data key is used: whole seconds, 60 to 900; 0 is 300.
	ReusePeriod time.Duration
}

func (e Encryption) seconds() *float64 {
	if e.ReusePeriod == 0 || len(e.problems()) > 0 {
		return jsii.Number(300)
	}
	return jsii.Number(e.ReusePeriod.Seconds())
}

func (e Encryption) problems() (out diag.List) {
	if d := e.ReusePeriod; d != 0 && (d < time.Minute || d > 15*time.Minute || d%time.Second != 0) {
		out.Add(badReusePeriod(d))
	}
	if e.ReusePeriod != 0 && e.Key == nil {
		out.Add(reuseWithoutKey())
	}
	return out
}

// putEncryption sets the key. The conditions name the machine by its ARN, which is known only
// with the machine, also if it has no name.
func (m *StateMachine) putEncryption() {
	e := m.props.Encryption
	if e.Key == nil {
		return
	}
	m.cfn.SetEncryptionConfiguration(&awsstepfunctions.CfnStateMachine_EncryptionConfigurationProperty{
		Type: jsii.String("CUSTOMER_MANAGED_KMS_KEY"), KmsKeyId: e.Key.KeyArn(), KmsDataKeyReusePeriodSeconds: e.seconds(),
	})
	key := value(e.Key.KeyArn())
	m.needs(iam.Allow("kms:Decrypt", "kms:GenerateDataKey").On(key).
		If("StringEquals", "kms:EncryptionContext:aws:states:stateMachineArn", sfn.SelfARN).
		Because("", "encrypts the definition and the data of executions"))
	if !m.props.Logs.on() {
		return
	}
	m.needs(iam.Allow("kms:GenerateDataKey").On(key).
		If("StringEquals", "kms:EncryptionContext:SourceArn", "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:*").
		Because("", "encrypts the log"))
	e.Key.AddToResourcePolicy(deliversLogs(m.stack), jsii.Bool(true))
}

// deliversLogs lets CloudWatch Logs decrypt, for deliveries of this account and region only.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html#cmk-logs-policy
func deliversLogs(stack awscdk.Stack) awsiam.PolicyStatement {
	return awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
		Actions:    jsii.Strings("kms:Decrypt*"),
		Resources:  jsii.Strings("*"),
		Principals: &[]awsiam.IPrincipal{awsiam.NewServicePrincipal(jsii.String("delivery.logs.amazonaws.com"), nil)},
		Conditions: &map[string]any{
			"StringEquals": map[string]any{"aws:SourceAccount": stack.Account()},
			"ArnLike": map[string]any{"aws:SourceArn": stack.FormatArn(&awscdk.ArnComponents{
				Service: jsii.String("logs"), Resource: jsii.String("*"), ArnFormat: awscdk.ArnFormat_NO_RESOURCE_NAME,
			})},
		},
	})
}
