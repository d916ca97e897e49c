package awssdk

import (
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks/sdk"
)

// All wording of the package. Codes never change their meaning.

type problem struct{ code, summary, fix string }

func (b *binding) report(p problem) { b.Problem(p.code, b.Service+":"+b.Action+": "+p.summary, p.fix) }

func illegalPattern(p sfn.Pattern) problem {
	return problem{"SWT01", fmt.Sprintf("an SDK integration has no pattern %q", p), "use request-response, or wait for a task token"}
}

func noTaskToken() problem {
	return problem{"SWT03", "it waits for a task token, but does not pass it on", "put sfn.TaskToken() into Parameters, so that whoever does the work can send it back"}
}

func notInTable(err error) problem {
	return problem{"SWT20", err.Error(), "correct the name; if it is newer than the table, set Unlisted with IAMActions and Resources"}
}

func missingParameter(name string) problem {
	return problem{"SWT21", "the parameter " + name + " is missing", "set it in Parameters"}
}

func unknownParameter(name, near string) problem {
	p := problem{"SWT22", "there is no parameter " + name, "leave it out; names are in PascalCase"}
	if near != "" {
		p.fix = fmt.Sprintf("did you mean %q?", near)
	}
	return p
}

func noResources(action string, types []sdk.ResourceType) problem {
	fix := "say in Resources on which ARNs"
	if len(types) > 0 {
		formats := make([]string, len(types))
		for i, t := range types {
			formats[i] = t.ARN
		}
		fix += ", such as " + strings.Join(formats, " or ")
	}
	return problem{"SWT23", "the role cannot be allowed to " + action + ", because it is not said on what", fix}
}

func noIAMActions() problem {
	return problem{"SWT24", "the permissions of an unlisted action are not known", `say in IAMActions what it is called in IAM, such as "s3:GetObject"`}
}

func noFunction() problem {
	return problem{"SWT25", "Function is missing", "give the function that forwards the call: see the page of CrossRegionCall"}
}

func noRegion() problem {
	return problem{"SWT26", "Region is missing", `say in which region the action is called, such as "eu-central-1"`}
}
