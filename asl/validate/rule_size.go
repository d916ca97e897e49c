package validate

// MaxDefinition is the number of bytes that a definition may have.
// https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
const MaxDefinition = 1 << 20

var ruleSize = Rule{
	Code: "SW703", Name: "size",
	Title: "the definition has at most 1 MiB",
	Doc: `A definition of more than 1,048,576 bytes is refused. Move parts of it into machines of their own, and start them
with states:startExecution.sync:2.

https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html`,
	check: func(r *run) {
		n := r.opts.Size
		if n == 0 {
			n = r.extent().size
		}
		if n > MaxDefinition {
			r.atMachine("").say(msgTooBig, n, MaxDefinition).fix(fixTooBig)
		}
	},
}
