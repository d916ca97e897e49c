package tasks

import (
	"strings"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

// Machine is a state machine, version or alias: every awsstepfunctions.IStateMachine, or what MachineAt returns.
type Machine interface{ StateMachineArn() *string }

// MachineRef is a machine that is not a construct of the CDK, a version or an alias.
type MachineRef struct {
	// ARN is that of the machine, or with a version or alias at its end, or an Expression.
	ARN sfn.Text
	// ARNs are the machines, without version or alias, that the role may start: those an Expression may
	// choose, or the machine of a token that is a version or alias.
	ARNs []string
	// Qualifier is the version or alias in a token; of a literal ARN it is known.
	Qualifier string
}

// MachineAt returns the machine with that ARN. An Expression needs the ARNs it may choose from.
func MachineAt(arn sfn.Text, arns ...string) MachineRef { return MachineRef{ARN: arn, ARNs: arns} }

// StateMachineArn returns the ARN, nil if an Expression chooses it. It makes a MachineRef a Machine.
func (m MachineRef) StateMachineArn() *string {
	if s, ok := literal(m.ARN); ok {
		return &s
	}
	return nil
}

// machine returns what is known of a machine. Versions and aliases are authorized by the ARN of the
// machine, and a condition on the qualifier:
// https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html
func (b *call) machine(m Machine) (out MachineRef) {
	switch t := m.(type) {
	case MachineRef:
		out = t
	default:
		if !isNil(m) {
			out.ARN = b.Once(m, m.StateMachineArn)
		}
	}
	arn, ok := literal(out.ARN)
	if ok && isARN(arn) && !sfn.HasToken(arn) {
		if parts := strings.Split(arn, ":"); len(parts) == 8 {
			arn, out.Qualifier = strings.Join(parts[:7], ":"), parts[7]
		}
	}
	if len(out.ARNs) == 0 && ok {
		out.ARNs = []string{arn}
	}
	b.scoped("Machine", out.ARN, out.ARNs)
	return out
}
