package codegen

import (
	"go/token"
	"testing"
)

func TestIdentifier(t *testing.T) {
	for name, want := range map[string]string{
		"Submit Job": "submitJob", "Job Complete?": "jobComplete", "HTTPCall": "httpCall", "SHIP": "ship", "get S3 object": "getS3Object",
		"99 bottles": "state99Bottles", "type": "typeState", "len": "lenState", "sfn": "sfnState", "日本語": "日本語", "✈": "state", "": "state",
		"_": "state", "a-b_c.d": "aBCD", "Über groß": "überGroß", "X": "x",
		"a very long name that goes on and on and on and on until nobody reads it any more": "aVeryLongNameThatGoesOnAndOnAndOnAndOn",
	} {
		got := identifier(name)
		if got != want || !token.IsIdentifier(got) {
			t.Errorf("identifier(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestPick(t *testing.T) {
	pkg := newNames(nil, reserved...)
	local := newNames(pkg)
	for _, c := range []struct{ name, want string }{{"a", "a"}, {"a", "a2"}, {"a", "a3"}, {"step1", "step1"}, {"step1", "step1_2"}} {
		if got := local.pick(c.name); got != c.want {
			t.Errorf("pick(%q) = %q, want %q", c.name, got, c.want)
		}
	}
	if got := pkg.pick("a", local); got != "a4" {
		t.Errorf("a function may hide a variable that is in use: %q", got)
	}
}
