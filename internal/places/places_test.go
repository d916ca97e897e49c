package places_test

import (
	"testing"

	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/places"
)

func TestText(t *testing.T) {
	var twice []string
	text := places.NewText("f", func(pointer string, place, first diag.Place) {
		twice = append(twice, pointer+" at "+place.String()+" after "+first.String())
	})
	if _, err := places.DecodeJSON([]byte("{\"a\": {\"b\": 1},\n \"a\": {\"b\": 2,\n  \"b\": 3}}"), text.Add); err != nil {
		t.Fatal(err)
	}
	if len(twice) != 1 || twice[0] != "/a at f:2:2 after f:1:2" {
		t.Errorf("twice: %q", twice)
	}
	for pointer, want := range map[string]string{"/a": "f:2:2", "/a/b": "f:3:3", "/a/x/0": "f:2:2", "/z": "f:1:1"} {
		if p, ok := text.PlaceOf(pointer); !ok || p.String() != want {
			t.Errorf("%s: %v, want %s", pointer, p, want)
		}
	}
	if _, ok := (places.Map{}).PlaceOf("/a"); ok {
		t.Error("an empty map knows a place")
	}
}
