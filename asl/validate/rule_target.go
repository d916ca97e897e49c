package validate

import (
	"slices"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/nearest"
)

var ruleTarget = Rule{
	Code: "SW101", Name: "target", AWS: "MISSING_TRANSITION_TARGET",
	Title: "every Next and Default names a state of the same graph",
	Doc: `Next and Default, also those of choice rules and catchers, name a state of the graph they stand in. A
transition never leaves a branch of a Parallel or the processor of a Map, nor does it lead into one: the branch
ends with "End": true, and what comes after is the Next of the Parallel or Map. To leave a branch early, fail
in it and catch the error on the Parallel or Map.

https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html`,
	Wrong: `
"Charge": {"Type": "Pass", "Next": "Shipp"},
"Ship": {"Type": "Pass", "End": true}`,
	Right: `
"Charge": {"Type": "Pass", "Next": "Ship"},
"Ship": {"Type": "Pass", "End": true}`,
	check: func(r *run) {
		for _, s := range r.scopes {
			if !slices.Contains(s.next.to, -1) {
				continue
			}
			for _, p := range s.places {
				for _, e := range asl.Edges(p.State) {
					if s.number(e.Target) < 0 && !hasToken(e.Target) {
						r.noTarget(s, r.at(p, e.Pointer), e.Target)
					}
				}
			}
		}
	},
}

// noTarget words a transition that leads nowhere.
func (r *run) noTarget(s *scope, f *finding, target string) {
	f.say(msgNoTarget, fieldOf(f.Pointer), target).aws("Missing 'Next' target: %s", target)
	elsewhere := r.firstNamed(target)
	if elsewhere == nil {
		f.fix(nearest.Suggest(target, s.Graph.States.Names(), fixNoTarget))
		return
	}
	f.related(relElsewhere, elsewhere.Pointer)
	if within(elsewhere.Scope, s.self) {
		f.detail(whyTargetInside, target, elsewhere.Scope.Owner.Path()).fix(fixTargetInside, elsewhere.Scope.Owner.Name)
	} else {
		f.detail(whyTargetOutside, target).fix(fixTargetOutside)
	}
}

// within tells whether a graph lies in another, at any depth.
func within(inner, outer *asl.Scope) bool {
	for at := inner.Parent; at != nil; at = at.Parent {
		if at.Graph == outer.Graph {
			return true
		}
	}
	return false
}
