package codegen

import "github.com/stepwise-go/stepwise/asl"

func (w *stateWriter) wait() {
	w.numeric("Seconds", "Seconds", w.seconds)
	if s, ok := w.get("Timestamp").(string); ok && s != "" {
		w.take("Timestamp", "Timestamp", w.file.text(s, w.mode()))
	} else if path, ok := w.get("TimestampPath").(string); ok && path != "" && !w.isJSONata() {
		w.take("TimestampPath", "Timestamp", w.expression(path))
	}
	w.path("InputPath")
	w.path("OutputPath")
	w.anyOf(asl.JSONata, "Output")
	w.members("Assign")
	w.makeLanguage()
	w.make = call(w.constructor("Wait"), quoted(w.name), w.propsOf("Wait"))
}
