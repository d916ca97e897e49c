package codegen

import (
	"strconv"

	"github.com/stepwise-go/stepwise/asl"
)

func (w *stateWriter) choice(s *asl.Choice) {
	w.path("InputPath")
	w.path("OutputPath")
	w.anyOf(asl.JSONata, "Output")
	w.members("Assign")
	w.build("Choice")
	if s.Choices == nil {
		if !w.rest.Has("Choices") {
			w.patch("Remove", quoted("/Choices"))
		}
	} else {
		w.rest.Delete("Choices")
	}
	for i, r := range s.Choices {
		w.rule(i, r)
	}
	if s.Default != "" {
		w.otherwise = s.Default
		w.rest.Delete("Default")
	}
}

func (w *stateWriter) rule(i int, r asl.Rule) {
	if r.Next == "" {
		w.problem(w.pointer+"/Choices/"+strconv.Itoa(i), ruleWithoutNext(w.name, i))
		return
	}
	out := way{method: "When", target: r.Next}
	condition := w.condition(r)
	out.condition = &condition
	var props []code
	at := "/Choices/" + strconv.Itoa(i)
	if r.Comment != "" {
		props = append(props, pair("Comment", quoted(r.Comment)))
	}
	if r.Output.IsSet() {
		if w.isJSONata() {
			props = append(props, pair("Output", w.field(r.Output.Any(), jsonata)))
		} else {
			w.set(at+"/Output", r.Output.Any())
		}
	}
	if o := r.Assign.Object(); o != nil {
		props = append(props, pair("Assign", w.object(o, w.mode())))
	} else if r.Assign.IsSet() {
		w.set(at+"/Assign", r.Assign.Any())
	}
	if len(props) > 0 {
		c := composite("sfn.WhenProps", props...)
		if w.isJSONata() {
			out.method = "WhenJSONata"
			c = composite("sfn.JSONataWhenProps", props...)
		}
		out.props = &c
	}
	w.ways = append(w.ways, out)
}
