package run

import (
	"flag"
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/asl/validate"
	"github.com/stepwise-go/stepwise/internal/nearest"
	"github.com/stepwise-go/stepwise/ordjson"
)

func explainCommand() *command {
	return &command{
		name: "explain", operands: "[CODE]", short: "shows the page of a rule: what it finds, wrong and right",
		long:     "Without a CODE all rules are listed. A rule is found by its code or its name.",
		examples: []example{{"what SW101 means", "stepwise explain SW101"}, {"all rules", "stepwise explain"}},
		setup: func(f *flag.FlagSet) func(*env, []string) int {
			asJSON := f.Bool("json", false, "print it as JSON")
			return func(e *env, args []string) int {
				switch {
				case len(args) > 1:
					return e.usage("explain", "name one CODE")
				case len(args) == 0:
					return explainAll(e, *asJSON)
				}
				rule, ok := validate.RuleByCode(args[0])
				if where := elsewhere(args[0]); !ok && where != "" {
					fmt.Fprintln(e.out, where)
					return fine
				}
				if !ok {
					return e.usage("explain", "there is no rule %q%s", args[0], suggestion(nearest.Suggest(args[0], ruleNames(), "stepwise explain lists them")))
				}
				if *asJSON {
					return e.print(ruleJSON(rule))
				}
				page, _ := validate.Explain(rule.Code)
				fmt.Fprintln(e.out, page)
				return fine
			}
		},
	}
}

func explainAll(e *env, asJSON bool) int {
	var rows []any
	for _, r := range validate.Rules() {
		if asJSON {
			rows = append(rows, ruleJSON(r))
		} else {
			fmt.Fprintf(e.out, "%-6s %-8s %-22s %s\n", r.Code, r.Severity, r.Name, r.Title)
		}
	}
	if asJSON {
		return e.print(rows)
	}
	return fine
}

func ruleJSON(r validate.Rule) *ordjson.Object {
	return ordjson.NewObject(
		member("code", r.Code), member("name", r.Name), member("severity", r.Severity.String()), member("awsCode", r.AWS),
		member("title", r.Title), member("doc", r.Doc), member("wrong", r.Wrong), member("right", r.Right),
	)
}

func ruleNames() []string {
	var out []string
	for _, r := range validate.Rules() {
		out = append(out, r.Code, r.Name)
	}
	return out
}

// elsewhere tells of a code that is not of a rule, but of a package that builds or runs machines.
func elsewhere(code string) string {
	kind := strings.TrimRight(strings.ToUpper(code), "0123456789")
	from := map[string]string{
		"SWB": "package constructs/sfn, which builds definitions", "SWT": "package tasks, which calls services",
		"SWC": "package constructs/sfncdk, which deploys definitions", "SWI": "package asl/codegen, which imports them", "SIM": "package sim, which runs them",
	}[kind]
	if from == "" || kind == strings.ToUpper(code) {
		return ""
	}
	return strings.ToUpper(code) + " comes from " + from + ". What is wrong and how to mend it stands in each message;\nthere is no page for it."
}
