package load

import (
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// NoMachines is the error for a template without state machines.
type NoMachines struct{ File string }

func (e *NoMachines) Error() string { return e.File + ": the template has no state machine" }

func nothingIn(path string) error {
	return fmt.Errorf("%s: no state machine found: expected templates or files named *.asl.json, *.asl.yaml", path)
}

func notLoadable(id, why string, place diag.Place) diag.Diagnostic {
	return diag.Diagnostic{
		Code: "SW005", Place: place, In: inMachine(id), Summary: why,
		Fix: "give the definition itself: Definition, DefinitionString or a local DefinitionUri",
	}
}

func inMachine(name string) string { return "state machine " + name }

const noDefinition = "there is no definition"

func notAnObject(v any) string {
	if text, ok := v.(string); ok {
		if name, whole := placeholder(text); whole {
			return onlyDeployed(name)
		}
	}
	return "the definition is not an object but " + ordjson.Kind(v)
}

func onlyDeployed(name string) string {
	return fmt.Sprintf("the definition is known only at deployment: %s", name)
}

func unreadable(err error) string { return "the definition cannot be read: " + err.Error() }

func elsewhere(location any) string {
	if bucket, key := textAt(location, "Bucket"), textAt(location, "Key"); bucket != "" || key != "" {
		return fmt.Sprintf("the definition is not here but in S3: s3://%s/%s", bucket, key)
	}
	return "the definition is not here: " + ordjson.String(location)
}

func notInFile(why string, place diag.Place) diag.Diagnostic {
	return diag.Diagnostic{Code: "SW005", Place: place, Summary: why, Fix: "give a plan or a state: terraform show -json > plan.json"}
}

func badSyntax(summary, detail string, place diag.Place) diag.Diagnostic {
	return diag.Diagnostic{
		Code: "SW005", Place: place, Summary: "not readable as Terraform: " + strings.ToLower(summary[:1]) + summary[1:], Detail: detail,
		Fix: "mend the file until terraform fmt takes it",
	}
}

const tooLong = "a text has too many lines"

func tooDeep(levels int) string { return fmt.Sprintf("nested deeper than %d levels", levels) }

func tooMany(operators int) string {
	return fmt.Sprintf("more than %d operators in one block", operators)
}
