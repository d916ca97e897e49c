package sfn

import (
	"math"
	"strings"
)

// CDK tokens are values that are known only at deployment. Their marks are those of
// aws-cdk-lib/core/lib/private/encoding: strings hold ${Token[NAME.123]}, list elements are
// #{Token[NAME.123]}, numbers have the top 16 bits 0xFBFF.

// HasToken tells whether text holds a CDK token or a substitution ${Name}, so that its final value
// is not known here.
func HasToken(text string) bool {
	return strings.Contains(text, "${") || strings.Contains(text, "#{Token[")
}

// IsNumberToken tells whether a number stands for one that is known only at deployment.
func IsNumberToken(f float64) bool { return math.Float64bits(f)>>48 == 0xFBFF }

// ExecutionsOf returns the ARN pattern of all executions of a machine, for permissions. Of an ARN that
// is a token it is a text that the CDK binding resolves: see ExecutionsOfToken.
func ExecutionsOf(machineARN string) string {
	const machine, execution = ":stateMachine:", ":execution:"
	if !strings.Contains(machineARN, machine) && HasToken(machineARN) {
		return ExecutionsOfToken + machineARN + ")}:*"
	}
	return strings.Replace(machineARN, machine, execution, 1) + ":*"
}

// ExecutionsOfToken begins the text ${Stepwise::ExecutionsOf(ARN)}, which stands for a machine's ARN
// with ":execution:" in place of ":stateMachine:".
const ExecutionsOfToken = "${Stepwise::ExecutionsOf("
