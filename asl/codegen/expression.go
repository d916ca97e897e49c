package codegen

import (
	"encoding/json"
	"strings"

	"github.com/stepwise-go/stepwise/asl/intrinsic"
	"github.com/stepwise-go/stepwise/ordjson"
)

// contextValues are the paths for which package sfn has a name.
var contextValues = map[string]string{
	"$$": "EntireContext", "$$.Task.Token": "TaskToken", "$$.Execution.Id": "ExecutionID", "$$.Execution.Input": "ExecutionInput",
	"$$.Execution.Name": "ExecutionName", "$$.Execution.RoleArn": "ExecutionRoleARN", "$$.Execution.StartTime": "ExecutionStartTime",
	"$$.Execution.RedriveCount": "ExecutionRedriveCount", "$$.Execution.RedriveTime": "ExecutionRedriveTime",
	"$$.StateMachine.Id": "StateMachineID", "$$.StateMachine.Name": "StateMachineName", "$$.State.Name": "StateName",
	"$$.State.EnteredTime": "StateEnteredTime", "$$.State.RetryCount": "StateRetryCount",
	"$$.Map.Item.Value": "MapItem", "$$.Map.Item.Index": "MapItemIndex",
}

// intrinsics are the intrinsic functions whose name in package sfn is another one.
var intrinsics = map[string]string{"JsonToString": "JSONToString", "StringToJson": "StringToJSON"}

// expression is the Go form of a path or an intrinsic function.
func (f *file) expression(path string) code {
	if name, ok := contextValues[path]; ok {
		return call("sfn." + name)
	}
	if strings.HasPrefix(path, intrinsic.Prefix) {
		if c, err := intrinsic.Parse(path); err == nil {
			if typed, rendered := f.intrinsic(c); rendered == path {
				return typed
			}
		}
		return call("sfn.Intrinsic", quoted(path))
	}
	return call("sfn.At", quoted(path))
}

// intrinsic is the typed form of a call, and the text that package sfn makes of it.
func (f *file) intrinsic(c *intrinsic.Call) (typed code, rendered string) {
	name := strings.TrimPrefix(c.Function().Name, intrinsic.Prefix)
	args := c.Args()
	switch name {
	case "JsonMerge":
		if len(args) != 3 || args[2].Value != false {
			return code{}, ""
		}
		name, args = "JSONMerge", args[:2]
	case "Format":
		if len(args) == 0 {
			return code{}, ""
		}
	}
	var items []code
	var texts []string
	for i, a := range args {
		var item code
		var s string
		switch {
		case a.Call != nil:
			item, s = f.intrinsic(a.Call)
			if s == "" {
				return code{}, ""
			}
		case a.Path != nil && !(i == 0 && name == "Format"):
			s = a.Path.String()
			item = f.expression(s)
		case i == 0 && name == "Format":
			template, ok := a.Value.(string)
			if !ok || placeholders(template) != len(args)-1 { // AWS accepts it, sfn.Format does not
				return code{}, ""
			}
			item, s = quoted(template), "'"+strings.ReplaceAll(template, "'", `\'`)+"'"
		default:
			if _, unusual := a.Value.(json.Number); unusual {
				return code{}, ""
			}
			item, s = f.value(a.Value, literally), literalArgument(a.Value)
		}
		items, texts = append(items, item), append(texts, s)
	}
	sfnName := name
	if other, ok := intrinsics[name]; ok {
		sfnName = other
	}
	if name == "JSONMerge" {
		name, texts = "JsonMerge", append(texts, "false")
	}
	return call("sfn."+sfnName, items...), "States." + name + "(" + strings.Join(texts, ", ") + ")"
}

var literalBraces = strings.NewReplacer(`\{`, "", `\}`, "")

// placeholders is how many arguments the template of a States.Format takes.
func placeholders(template string) int { return strings.Count(literalBraces.Replace(template), "{}") }

var argumentEscapes = strings.NewReplacer(`\`, `\\`, `'`, `\'`)

func literalArgument(v any) string {
	if s, ok := v.(string); ok {
		return "'" + argumentEscapes.Replace(s) + "'"
	}
	return ordjson.String(v)
}
