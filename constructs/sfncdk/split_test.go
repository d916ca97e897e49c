package sfncdk

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stepwise-go/stepwise/iam"
)

func many(n int) []iam.Statement {
	var out []iam.Statement
	for i := range n {
		out = append(out, iam.Allow("lambda:InvokeFunction").On(fmt.Sprintf("${Token[TOKEN.%d]}", i)).Because(fmt.Sprint(i), "invokes the function"))
	}
	return append(out, iam.Allow("xray:PutTraceSegments").On("*"))
}

func TestSplitLosesNothingAndFits(t *testing.T) {
	for _, n := range []int{1, 20, 35, 200} {
		all := iam.Merge(many(n))
		parts := split(all, inlineLimit, managedLimit)
		var joined []iam.Statement
		for i, part := range parts {
			limit, total := managedLimit, frame
			if i == 0 {
				limit = inlineLimit
			}
			for _, s := range part {
				total += size(s)
			}
			if total > limit {
				t.Errorf("%d functions: policy %d has %d characters", n, i, total)
			}
			joined = append(joined, part...)
		}
		if !slices.Equal(iam.Permissions(joined), iam.Permissions(all)) {
			t.Errorf("%d functions: permissions changed", n)
		}
		if wantOne := n <= 30; wantOne != (len(parts) == 1) {
			t.Errorf("%d functions: %d policies", n, len(parts))
		}
	}
}

func TestNames(t *testing.T) {
	for want, resolved := range map[string]any{
		"SubmitFunctionArn": map[string]any{"Fn::GetAtt": []any{"SubmitFunction882FE8FE", "Arn"}},
		"Topic":             map[string]any{"Ref": "TopicBFC7AF6E"},
		"AWSRegion":         map[string]any{"Ref": "AWS::Region"},
		"BucketArn":         map[string]any{"Fn::Join": []any{"", []any{"arn:", map[string]any{"Ref": "AWS::Partition"}, map[string]any{"Fn::GetAtt": []any{"Bucket12345678", "Arn"}}}}},
		"Hinted":            nil,
	} {
		if got := nameOf(mark{text: "${Token[Hinted.12]}"}, resolved); got != want {
			t.Errorf("%v is %s, want %s", resolved, got, want)
		}
	}
	if got := nameOf(mark{text: "${Token[TOKEN.12]}"}, "text"); got != "Token" {
		t.Error(got)
	}
}

func TestBarePlaceholders(t *testing.T) {
	for _, text := range []string{
		`{"Seconds": ${Delay}, "Text": "in, ${A}, text", "List": [${B}, ${C}]}`,
		"{\"Seconds\":\n  ${Delay}\n}",
	} {
		w := &workflow{}
		guarded := string(w.guardNumbers([]byte(text), false))
		if got := w.unguard(guarded); got != text {
			t.Errorf("got %s\nwant %s\nguarded %s", got, text, guarded)
		}
	}
}
