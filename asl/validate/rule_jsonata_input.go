package validate

var ruleJSONataInput = Rule{
	Code: "SW306", Name: "jsonata-input", AWS: "UNSUPPORTED_JSONATA_EXPRESSION",
	Title: "expressions begin at $states or at a variable",
	Doc: `An expression in Step Functions has no input of its own: a bare field name and $ mean nothing at its beginning, and $$
is refused everywhere. The input of the state is $states.input; variables are $name. Further inside, behind a dot or in a
filter, field names and $ are fine: $states.input.items[price > 10].name. The body of a function is no such place: it
names its arguments, $map($states.input.items, function($i) { $i.price }).

https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html`,
	Wrong: `{"QueryLanguage": "JSONata", "StartAt": "First", "States": {"First": {"Type": "Pass", "Output": "{% order.id %}", "End": true}}}`,
	Right: `{"QueryLanguage": "JSONata", "StartAt": "First", "States": {"First": {"Type": "Pass", "Output": "{% $states.input.order.id %}", "End": true}}}`,
	check: func(r *run) {
		for u := range r.usesWith((*reading).refers) {
			seen := map[string]bool{}
			for _, ref := range u.query.refs {
				name := ref.Name
				if ref.Bare {
					name = ref.Path[0]
				} else if name == "" || name == "$" {
					name = "$" + name
				} else {
					continue
				}
				if seen[name] {
					continue
				}
				seen[name] = true
				f := r.use(u).say(msgTopLevel, name).detail(whyColumn, u.column(ref.Position))
				if name == "$$" {
					f.say(msgRootInput).fix(fixTopLevel, "$states.input").aws("Reference to '$$' is not supported.")
					continue
				}
				if ref.Bare && (name == "*" || name == "**") {
					f.warn().fix(fixTopLevel, "$states.input."+name) // accepted, but it finds nothing
					continue
				}
				f.aws("Reference to '%s' at the top level is not supported.", name)
				if ref.Bare {
					f.fix(fixTopLevelName, name, name)
				} else {
					f.fix(fixTopLevel, "$states.input")
				}
			}
		}
	},
}
