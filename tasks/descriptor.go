package tasks

import (
	"slices"
	"sync"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
)

// Descriptor is the row of an integration in the catalogue: what is known about it without an instance.
type Descriptor struct {
	Name     string        // of the Go type: "SQSSendMessage"
	Title    string        // what it does, to go on "It ...": "sends a message to a queue"
	Service  string        // in the resource ARN: "sqs"
	Action   string        // in the resource ARN: "sendMessage"
	Patterns []sfn.Pattern // that the service has, RequestResponse first
	Required []string      // parameters that AWS requires
	// Languages are the query languages of states it can stand in; nil is both.
	Languages []asl.QueryLanguage
	Grants    []Grant // permissions it can need
	// OwnResource says that the Resource of the state is the ARN of a function or activity.
	OwnResource bool
	// EventsRule is the rule of EventBridge with which Step Functions waits for the job, "" if it
	// polls or cannot wait.
	EventsRule string
	// JobSuffix is the suffix of the resource ARN for RunJob; "" is ".sync".
	JobSuffix string
	Errors    []string // names of errors that the documentation mentions
	Doc       string   // the page of the developer guide
}

// Grant is a permission of an integration.
type Grant struct {
	On       string // the kind of resource, "queue"; "*" if the action takes no resource
	Actions  []string
	Why      string        // a clause: "sends the message"
	Patterns []sfn.Pattern // that need it; nil is all
	When     string        // a condition on the fields: "the queue has a customer-managed key"; "" is always
	PassedTo []string      // the services the role may be passed to, for iam:PassRole
}

// Resource returns the ARN of a Task state with this integration and pattern.
func (d *Descriptor) Resource(p sfn.Pattern) string {
	return "arn:aws:states:::" + d.Service + ":" + d.Action + d.suffix(p)
}

// texts are what every binding with a row and a pattern has in common.
type texts struct {
	resource sfn.Text // a string
	metrics  string   // the ARN that is the dimension of the metrics
}

// textsOf remembers the texts for the patterns of a row: a machine has many tasks and few integrations.
var textsOf sync.Map // *Descriptor to []texts

func (d *Descriptor) texts(p sfn.Pattern) texts {
	known, ok := textsOf.Load(d)
	if !ok {
		list := make([]texts, len(d.Patterns))
		for i, p := range d.Patterns {
			list[i] = d.newTexts(p)
		}
		known, _ = textsOf.LoadOrStore(d, list)
	}
	if i := slices.Index(d.Patterns, p); i >= 0 {
		return known.([]texts)[i]
	}
	return d.newTexts(p)
}

func (d *Descriptor) newTexts(p sfn.Pattern) texts {
	return texts{d.Resource(p), localARN("states", d.Service+":"+d.Action+d.suffix(p))}
}

// Allows tells whether the integration has the pattern.
func (d *Descriptor) Allows(p sfn.Pattern) bool { return slices.Contains(d.Patterns, p) }

func (d *Descriptor) suffix(p sfn.Pattern) string {
	if p == RunJob && d.JobSuffix != "" {
		return d.JobSuffix
	}
	return string(p)
}

// applies tells whether the pattern needs the permission.
func (g *Grant) applies(p sfn.Pattern) bool {
	return len(g.Patterns) == 0 || slices.Contains(g.Patterns, p)
}
