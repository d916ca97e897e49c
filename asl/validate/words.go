package validate

import (
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

const warning = diag.Warning

// article puts a or an before a word.
func article(word string) string {
	switch {
	case word == "" || word == "null":
		return word
	case word == "ItemProcessor", word == "Iterator", word == "ItemReader", word == "ItemBatcher", strings.ContainsRune("aeiouAEIO", rune(word[0])):
		return "an " + word
	}
	return "a " + word
}

func pointerKey(name string) string { return ordjson.EscapePointer(name) }

// suppressing tells how a warning is accepted.
func suppressing(code string) string {
	return fmt.Sprintf("Accept it, with the reason, in the Comment of the state or of the machine:\n\n"+
		"    \"Comment\": \"stepwise:ignore %s the reason\"", code)
}

// fieldHelp says what a required field holds.
var fieldHelp = map[string]string{
	"Resource":              ", the ARN of what the task calls",
	"ItemReader Resource":   ": arn:aws:states:::s3:getObject or s3:listObjectsV2",
	"ResultWriter Resource": ": arn:aws:states:::s3:putObject",
	"Choices":               ", the list of choice rules",
	"Branches":              ", the list of branches, each with StartAt and States",
	"ItemProcessor":         ", the states for each item",
	"ErrorEquals":           ", the list of error names, such as [\"States.ALL\"]",
	"Next":                  ", the name of the state to go to",
}

// fixToken says how a task token is sent.
var fixToken = map[asl.QueryLanguage]string{
	asl.JSONPath: "send it in the %s: \"token.$\": \"$$.Task.Token\"",
	asl.JSONata:  "send it in the %s: \"token\": \"{%% $states.context.Task.Token %%}\"",
}
