package validate

import (
	"regexp"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/diag"
)

var ignoreComment = regexp.MustCompile(`stepwise:ignore\s+([A-Za-z0-9,]+)([^\n]*)`)

// ignores returns what the options and the comments of the definition suppress.
func (r *run) ignores() []Ignore {
	out := slices.Clone(r.opts.Ignore)
	add := func(comment, pointer string) {
		if !strings.Contains(comment, "stepwise:ignore") {
			return
		}
		for _, part := range strings.SplitAfter(strings.ReplaceAll(comment, "stepwise:ignore", "\nstepwise:ignore"), "\n") {
			if m := ignoreComment.FindStringSubmatch(part); m != nil {
				for _, code := range strings.Split(m[1], ",") {
					out = append(out, Ignore{Code: code, Pointer: pointer, Reason: strings.TrimSpace(m[2])})
				}
			}
		}
	}
	add(r.machine.Comment, "")
	for _, p := range r.places {
		add(p.State.Base().Comment, p.Pointer)
	}
	return out
}

// suppress drops the warnings that are accepted, and reports acceptances that say no reason.
func (r *run) suppress(found []*finding) []*finding {
	ignores := r.ignores()
	if len(ignores) == 0 {
		return found
	}
	out := slices.DeleteFunc(slices.Clone(found), func(f *finding) bool {
		return f.Severity == diag.Warning && slices.ContainsFunc(ignores, func(i Ignore) bool { return i.covers(f) })
	})
	for _, i := range ignores {
		if i.Reason == "" {
			r.rule = &ruleIgnore
			f := &finding{Diagnostic: diag.Diagnostic{Code: ruleIgnore.Code, Severity: diag.Warning, Pointer: i.Pointer}}
			out = append(out, f.say(msgIgnoreNoReason, i.Code).fix(fixIgnoreNoReason, i.Code))
		}
	}
	return out
}

func (i Ignore) covers(f *finding) bool {
	return i.Reason != "" && strings.EqualFold(i.Code, f.Code) &&
		(i.Pointer == "" || f.Pointer == i.Pointer || strings.HasPrefix(f.Pointer, i.Pointer+"/"))
}
