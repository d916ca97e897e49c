package tasks

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
)

// Raw is an integration that has no struct here yet: the ARN and the arguments as they stand in the
// definition, and the permissions, which nobody can guess.
//
//	tasks.Raw{
//		Resource:   "arn:aws:states:::newservice:doIt.sync",
//		Arguments:  sfn.Fields{{"Name", sfn.At("$.name")}},
//		Statements: []iam.Statement{iam.Allow("newservice:DoIt").On("*")},
//	}
type Raw struct {
	Resource   sfn.Text  // the ARN with its pattern, such as ".sync"
	Arguments  sfn.Value // Fields or a map: Parameters or Arguments, by the language
	Statements []iam.Statement
	Retry      []sfn.RetryProps // recommended for it; those of the Task come first
	Metrics    sfn.Metrics
	Errors     []string // that it can throw, for simulators
	Doc        string   // a page about it
}

// Bind implements sfn.Integration.
func (t Raw) Bind(c *sfn.TaskContext) sfn.Binding {
	if !isSet(t.Resource) {
		p := missing(need{"Resource", "Resource"})
		c.Problem(p.code, "Raw: "+p.summary, p.fix)
	}
	return sfn.Binding{
		Resource: t.Resource, Arguments: t.Arguments, Statements: t.Statements, Retry: t.Retry,
		Metrics: t.Metrics, Errors: t.Errors, Doc: t.Doc,
	}
}
