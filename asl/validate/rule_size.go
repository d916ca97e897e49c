package validate

import "github.com/stepwise-go/stepwise/ordjson"

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
			if n = atLeast(r.json); n > MaxDefinition/2 {
				text, err := ordjson.Encode(r.json)
				if err != nil {
					return
				}
				n = len(text)
			}
		}
		if n > MaxDefinition {
			r.atMachine("").say(msgTooBig, n, MaxDefinition).fix(fixTooBig)
		}
	},
}

// atLeast is the size of JSON text without the escapes in it.
func atLeast(v any) int {
	switch v := v.(type) {
	case *ordjson.Object:
		n := 2
		for key, child := range v.All() {
			n += len(key) + 4 + atLeast(child)
		}
		return n
	case []any:
		n := 2
		for _, child := range v {
			n += 1 + atLeast(child)
		}
		return n
	case string:
		return len(v) + 2
	}
	return 4
}
