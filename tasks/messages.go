package tasks

import (
	"fmt"
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

// All wording of the package. Codes never change their meaning.

type problem struct{ code, summary, fix string }

func illegalPattern(d *Descriptor, p sfn.Pattern) problem {
	names := make([]string, len(d.Patterns))
	for i, legal := range d.Patterns {
		names[i] = legal.String()
	}
	return problem{"SWT01", fmt.Sprintf("the service has no pattern %q for %s:%s", p, d.Service, d.Action), "use " + strings.Join(names, ", or ")}
}

func missing(n need) problem {
	summary := n.parameter + " is missing"
	if n.field != n.parameter {
		summary = n.field + " is missing, which the service needs as " + n.parameter
	}
	return problem{"SWT02", summary, "set " + n.field}
}

func noTaskToken() problem {
	return problem{"SWT03", "it waits for a task token, but does not pass it on", "put sfn.TaskToken() into the arguments, so that whoever does the work can send it back"}
}

func notWhole(parameter string, d, unit time.Duration) problem {
	name := map[time.Duration]string{second: "seconds", minute: "minutes"}[unit]
	return problem{"SWT04", fmt.Sprintf("%s is %v, which is not a whole number of %s", parameter, d, name), "round it"}
}

func noScope(field string) problem {
	return problem{"SWT05", field + " is known only when the state runs, so the role cannot be allowed to use it",
		"say in " + scopeField(field) + " which ARNs it can be"}
}

func noARN(field string) problem {
	return problem{"SWT06", field + " has no ARN, so the role cannot be allowed to use it", "set " + scopeField(field)}
}

func scopeField(field string) string { return field + ".ARNs" }

func exclusive(a, b string) problem {
	return problem{"SWT07", a + " and " + b + " exclude each other", "set one of them"}
}

func needsOther(field, other string) problem {
	return problem{"SWT08", field + " does nothing without " + other, "set " + other + ", or leave " + field + " out"}
}

func outOfRange(field string, value any, low, high any) problem {
	return problem{"SWT09", fmt.Sprintf("%s is %v, but must be from %v to %v", field, value, low, high), fmt.Sprintf("give %v to %v", low, high)}
}

func notOneOf(field, value string, legal []string) problem {
	return problem{"SWT10", fmt.Sprintf("%s is %q, which the service does not know", field, value), "use " + strings.Join(legal, ", ")}
}

func notAllowed(field, because string) problem {
	return problem{"SWT11", field + " is not allowed: " + because, "leave it out"}
}

func oneOf(fields ...string) problem {
	return problem{"SWT12", "one of " + strings.Join(fields, ", ") + " is needed", "set one of them"}
}

func wrongShape(field, want string) problem {
	return problem{"SWT13", field + " is not " + want, "give " + field + " this form"}
}

func noNameScope(field string) problem {
	return problem{"SWT14", field + " is known only when the state runs, so the role cannot be allowed to use it",
		"say in " + field + "Scope which names it can have"}
}

func endpointScope() problem {
	return problem{"SWT05", "Endpoint is known only when the state runs, so the role cannot be allowed to call it",
		`say in Endpoints which URLs it can be, such as "https://api.example.com/*"`}
}

func needsContentType() problem {
	return problem{"SWT15", "FormEncoding cannot add its Content-Type to Headers that an Expression gives",
		"give Headers as a map, with Expressions inside"}
}
