package sfncdk

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
)

// Explain returns the permissions of the machine's role for people to read: each statement with the
// states that need it, what for, and the page that says so.
//
//	lambda:InvokeFunction
//	    on ${SubmitFunctionArn}
//	    "Submit Job" invokes the function
//	        https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html
func (m *StateMachine) Explain() string {
	var b strings.Builder
	for i, s := range iam.Merge(m.required) {
		if i > 0 {
			b.WriteByte('\n')
		}
		m.explain(&b, s)
	}
	return b.String()
}

// named are texts that have a better name.
var named = strings.NewReplacer(
	"${AWSPartition}", "${AWS::Partition}", "${AWSRegion}", "${AWS::Region}", "${AWSAccountId}", "${AWS::AccountId}",
	sfn.SelfARN, "${StateMachineArn}", sfn.SelfExecutionARN, "${StateMachineExecutionArn}",
)

// readable puts names in the place of tokens.
func (m *StateMachine) readable(text string) string { return named.Replace(m.names.replace(text)) }

func (m *StateMachine) explain(b *strings.Builder, s iam.Statement) {
	b.WriteString(strings.Join(s.Actions, " ") + "\n")
	for _, r := range s.Resources {
		b.WriteString("    on " + m.readable(r) + "\n")
	}
	for _, op := range slices.Sorted(maps.Keys(s.Conditions)) {
		for _, key := range slices.Sorted(maps.Keys(s.Conditions[op])) {
			b.WriteString("    if " + key + " " + op + " " + m.readable(strings.Join(s.Conditions[op][key], ", ")) + "\n")
		}
	}
	reasons := slices.Clone(s.Reasons)
	slices.SortStableFunc(reasons, func(a, b iam.Reason) int { return cmp.Compare(a.State, b.State) })
	for _, r := range reasons {
		who := "the machine"
		if r.State != "" {
			who = `"` + r.State + `"`
		}
		b.WriteString(strings.TrimRight("    "+who+" "+r.Why, " ") + "\n")
		if r.Doc != "" {
			b.WriteString("        " + r.Doc + "\n")
		}
	}
}
