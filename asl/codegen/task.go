package codegen

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

func (w *stateWriter) task(s *asl.Task) {
	do := w.integration(s)
	w.flows(true, true)
	w.members("Assign")
	w.numeric("TimeoutSeconds", "Timeout", w.seconds)
	w.numeric("HeartbeatSeconds", "Heartbeat", w.seconds)
	w.credentials()
	w.rescue()
	w.build("Task", do)
}

// integration takes the resource and the arguments.
func (w *stateWriter) integration(s *asl.Task) code {
	arguments := "Parameters"
	if w.isJSONata() {
		arguments = "Arguments"
	}
	if w.opts.Integration != nil {
		if i, ok := w.opts.Integration(Task{w.name, s, w.language}); ok {
			if c, ok := w.goValue(i); ok {
				w.rest.Delete("Resource")
				w.rest.Delete(arguments)
				if i.Resource != "" {
					w.set("/Resource", i.Resource)
				}
				if i.Note != "" {
					w.note(i.Note)
				}
				if i.Retries > 0 {
					w.withoutRetries(s, i.Retries)
				}
				return c
			}
		}
	}
	w.use(module + "/tasks")
	w.note(noPermissions(w.name))
	var fields []code
	if s.Resource == "" {
		w.patch("Remove", quoted("/Resource"))
		fields = append(fields, text(`Resource: "none"`))
	} else {
		fields = append(fields, pair("Resource", quoted(s.Resource)))
		w.rest.Delete("Resource")
	}
	if v, ok := w.rest.Get(arguments); ok {
		if v == nil {
			w.rest.Set(arguments, nil)
		} else {
			fields = append(fields, pair("Arguments", w.field(v, w.mode())))
			w.rest.Delete(arguments)
		}
	}
	return composite("tasks.Raw", fields...)
}

// withoutRetries leaves the first retriers out: the integration brings them.
func (w *stateWriter) withoutRetries(s *asl.Task, n int) {
	left := s.Retry[n:]
	if len(left) == 0 {
		w.rest.Delete("Retry")
	}
	rest := *s
	rest.Retry = left
	w.asl = &rest
}

// credentials takes a role that is text or a path.
func (w *stateWriter) credentials() {
	o, ok := w.get("Credentials").(*ordjson.Object)
	if !ok || o.Len() != 1 {
		return
	}
	var role code
	dynamic := false
	switch m := o.At(0); {
	case m.Key == "RoleArn":
		s, isText := m.Value.(string)
		if !isText || s == "" {
			return
		}
		role, dynamic = w.file.text(s, w.mode()), w.isJSONata() && asl.IsExpression(s)
		if dynamic && role.layout != hug {
			return
		}
	case m.Key == "RoleArn.$" && !w.isJSONata():
		s, isText := m.Value.(string)
		if !isText || s == "" {
			return
		}
		role, dynamic = w.expression(s), true
	default:
		return
	}
	props := []code{pair("RoleARN", role)}
	if dynamic {
		w.note(anyRole(w.name))
		props = append(props, text(`AssumableRoleARNs: []string{"*"}`))
	}
	w.take("Credentials", "Credentials", composite("sfn.Credentials", props...))
}
