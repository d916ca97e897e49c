package validate

import (
	"regexp"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
)

var ignoreComment = regexp.MustCompile(`stepwise:ignore\s+([A-Za-z0-9,]+)(?:[:\s]+([^\n]*))?`)

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
	for i := range r.parts {
		add(commentOf(r.parts[i].value), r.parts[i].pointer)
	}
	return out
}

// commentOf returns the Comment of a part of the definition.
func commentOf(part any) string {
	switch v := part.(type) {
	case asl.State:
		return v.Base().Comment
	case *asl.Machine:
		return v.Comment
	case *asl.Branch:
		return v.Comment
	case *asl.Processor:
		return v.Comment
	case *asl.Retrier:
		return v.Comment
	case *asl.Catcher:
		return v.Comment
	case *asl.Rule:
		return v.Comment
	}
	return ""
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
		f := &finding{Diagnostic: diag.Diagnostic{Code: ruleIgnore.Code, Severity: diag.Warning, Pointer: i.Pointer}}
		if i.mistaken(f) {
			out = append(out, f)
		}
	}
	return out
}

// mistaken tells whether nothing can be accepted that way, and words why.
func (i Ignore) mistaken(f *finding) bool {
	_, known := RuleByCode(i.Code)
	switch {
	case i.Reason == "":
		f.say(msgIgnoreNoReason, i.Code).fix(fixIgnoreNoReason, i.Code)
	case !known && !othersCode.MatchString(i.Code):
		f.say(msgIgnoreUnknown, i.Code).fix(fixIgnoreUnknown)
	default:
		return false
	}
	return true
}

// othersCode are the codes of the packages that build definitions: SWB01, SWT03.
var othersCode = regexp.MustCompile(`^(?i)SW[A-Z]\d+$`)

func (i Ignore) covers(f *finding) bool {
	return i.Reason != "" && strings.EqualFold(i.Code, f.Code) &&
		(i.Pointer == "" || f.Pointer == i.Pointer || strings.HasPrefix(f.Pointer, i.Pointer+"/"))
}
