package awssdk

import (
	"maps"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/tasks/sdk"
)

// checkParameters reports parameters that are missing or unknown. What an Expression gives whole
// cannot be looked at.
func (b *binding) checkParameters(a sdk.Action) {
	names, ok := parameterNames(b.Parameters)
	if !ok {
		return
	}
	for _, m := range a.Missing(names...) {
		b.report(missingParameter(m))
	}
	unknown := a.Unknown(names...)
	for _, name := range slices.Sorted(maps.Keys(unknown)) {
		b.report(unknownParameter(name, unknown[name]))
	}
}

func parameterNames(v any) ([]string, bool) {
	var names []string
	switch t := v.(type) {
	case nil:
	case sfn.Fields:
		for _, f := range t {
			names = append(names, f.Name)
		}
	case map[string]any:
		names = slices.Collect(maps.Keys(t))
	case *ordjson.Object:
		for k := range t.All() {
			names = append(names, k)
		}
	default:
		return nil, false
	}
	for i := range names {
		names[i] = strings.TrimSuffix(names[i], ".$")
	}
	return names, true
}
