package codegen

import "strings"

func (w *stateWriter) fail() {
	expressions := false
	for _, field := range []string{"Error", "Cause"} {
		if s, ok := w.get(field).(string); ok && s != "" {
			c := w.file.text(s, w.mode())
			expressions = expressions || strings.HasPrefix(c.open, "sfn.JSONata")
			w.take(field, field, c)
		} else if path, ok := w.get(field + "Path").(string); ok && path != "" && !w.isJSONata() {
			w.take(field+"Path", field, w.expression(path))
		}
	}
	args := []code{quoted(w.name)}
	if len(w.props) > 0 {
		args = append(args, composite("sfn.FailProps", w.props...))
	}
	w.make = call("sfn.NewFail", args...)
	if expressions {
		w.makeLanguage()
	}
}
