package validate

import (
	"strings"
	"unicode"
)

var ruleMachineName = Rule{
	Code: "SW704", Name: "machine-name", AWS: "STATE_MACHINE_NAME_INVALID",
	Title: "the name of a state machine has 1 to 80 plain characters",
	Doc: `The name of a state machine has at most 80 characters: no white space, no brackets (< > { } [ ]), no wildcards (? *),
no control characters and none of " # % \ ^ | ~ ` + "`" + ` $ & , ; : /. Letters beyond ASCII are accepted, but such a machine cannot write
logs to CloudWatch.

https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html`,
	check: func(r *run) {
		name := r.opts.Name
		if name == "" || hasToken(name) {
			return
		}
		if n := runes(name); n > 80 {
			r.atMachine("").say(msgMachineNameLong, n).fix(fixMachineName).code("STATE_MACHINE_NAME_TOO_LONG")
		}
		if i := strings.IndexFunc(name, notInMachineName); i >= 0 {
			r.atMachine("").say(msgMachineName, name, string([]rune(name[i:])[0])).fix(fixMachineName)
		}
	},
}

func notInMachineName(c rune) bool {
	return unicode.IsSpace(c) || unicode.IsControl(c) || strings.ContainsRune("<>{}[]?*\"#%\\^|~`$&,;:/", c)
}
