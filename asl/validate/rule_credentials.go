package validate

import (
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/nearest"
)

var ruleCredentials = Rule{
	Code: "SW506", Name: "credentials", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "Credentials name one role by its ARN",
	Doc: `Credentials hold the role that a Task takes on, possibly of another account: {"RoleArn": "arn:aws:iam::..."}, or
with a path {"RoleArn.$": "$.role"}.

https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html`,
	Wrong: `
"Run": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Credentials": {"RoleARN": "arn:aws:iam::111122223333:role/other"}, "End": true}`,
	Right: `
"Run": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Credentials": {"RoleArn": "arn:aws:iam::111122223333:role/other"}, "End": true}`,
	check: func(r *run) {
		for _, p := range r.places {
			t, ok := p.State.(*asl.Task)
			if !ok || !t.Credentials.IsSet() {
				continue
			}
			o, names := t.Credentials.Object(), []string{"RoleArn"}
			if p.Language != asl.JSONata {
				names = append(names, "RoleArn.$")
			}
			if o == nil {
				r.at(p, "/Credentials").say(msgCredentialsObject).fix(fixCredentials)
				continue
			}
			if !slices.ContainsFunc(names, o.Has) && !tokenKeys(o) {
				f := r.at(p, "/Credentials").say(msgNoRole).fix(fixCredentials).aws("These fields are required: [RoleArn]")
				for key := range o.All() {
					f.fix(nearest.Suggest(key, names, fixCredentials))
				}
			}
			if role, ok := o.Get("RoleArn"); ok {
				s, isText := role.(string)
				if !isText || s != "" && !roleARN(s) && !hasToken(s) && !asl.IsExpression(s) {
					r.at(p, "/Credentials/RoleArn").say(msgRoleARN).fix(fixCredentials)
				}
			}
		}
	},
}

func roleARN(s string) bool {
	return strings.HasPrefix(s, "arn:") && strings.Contains(s, ":iam::") && strings.Contains(s, ":role/")
}
