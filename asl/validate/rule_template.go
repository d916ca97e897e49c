package validate

var ruleTemplate = Rule{
	Code: "SW303", Name: "template", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "members that end in .$ hold a path or an intrinsic function",
	Doc: `In Parameters, ItemSelector, ResultSelector, Assign and BatchInput of JSONPath states a member whose name ends in .$ is
computed: its value is a path, or a call of an intrinsic function such as States.Format('{} items', $.count). Strings in
calls stand in single quotes; a backslash may only come before ' { } and another backslash. An argument that is a call
itself is fine, an operator such as + is not: use States.MathAdd.

https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html`,
	Wrong: `
"First": {"Type": "Pass", "Parameters": {"text.$": "States.Format(\"{} items\", $.count)"}, "End": true}`,
	Right: `
"First": {"Type": "Pass", "Parameters": {"text.$": "States.Format('{} items', $.count)"}, "End": true}`,
	check: func(r *run) {
		for u := range r.usesWith(func(t *reading) bool { return t.err != nil && !hasToken(t.text) }) {
			if u.kind != useExpr {
				continue
			}
			message, column := reason(u.err)
			if u.err == errNotText {
				r.use(u).say(msgTemplateType, u.field()).fix(fixTemplate).awsAt(u.place.Pointer + u.topField())
				continue
			}
			f := r.use(u).say(msgTemplate, u.field(), u.text).detail(whyAt, column, message).fix(fixTemplate).awsAt(u.place.Pointer + u.topField())
			f.aws("The value for the field '%s' must be a valid JSONPath or a valid intrinsic function call", u.field())
		}
	},
}
