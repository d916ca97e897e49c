package codegen

func (w *stateWriter) succeed() {
	w.flows(false, false)
	w.build("Succeed")
}
