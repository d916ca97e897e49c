package jsonata_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl/jsonata"
	"github.com/stepwise-go/stepwise/ordjson"
	"golang.org/x/tools/txtar"
)

// TestLanguage evaluates the expressions of testdata/language.txtar: values, error codes, positions and messages.
func TestLanguage(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/language.txtar")
	if err != nil {
		t.Fatal(err)
	}
	input, err := ordjson.Decode(archive.Files[0].Data)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range archive.Files[1:] {
		for _, line := range strings.Split(strings.TrimSuffix(string(file.Data), "\n"), "\n") {
			text, want, _ := strings.Cut(line, " => ")
			if got := result(text, input); got != want {
				t.Errorf("%s: %s\ngave %s\nwant %s", file.Name, text, got, want)
			}
		}
	}
}

func result(text string, input any) string {
	expr, err := jsonata.Compile(text)
	var value any
	var defined bool
	if err == nil {
		value, defined, err = expr.Eval(context.Background(), input, nil)
	}
	var e *jsonata.Error
	switch {
	case errors.As(err, &e):
		return fmt.Sprintf("error %s %d %s", e.Code, e.Position, e.Message)
	case !defined:
		return "undefined"
	}
	return ordjson.String(plain(value))
}
