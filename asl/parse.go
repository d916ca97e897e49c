package asl

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/places"
	"github.com/stepwise-go/stepwise/internal/yamljson"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Document is a definition that was read from text.
type Document struct {
	Machine *Machine
	// Source knows the line and column of every value in the text.
	Source *Source
	// Problems are those that the Machine cannot show: keys that come twice in one object.
	Problems diag.List
}

// Parse reads a definition: YAML if the file's name ends in .yaml or .yml, otherwise JSON. The
// file is named in places and errors only, it is not opened.
//
// The error is a *diag.ErrorList, and says that the text is not JSON or YAML or not an object. What is
// wrong with the definition itself is not an error of Parse: see package validate.
func Parse(file string, text []byte) (*Document, error) {
	source := &Source{file: file}
	source.places = places.NewText(file, func(pointer string, place, first diag.Place) {
		source.duplicates.Add(duplicateKey(pointer, place, first))
	})
	v, err := source.read(text)
	if err != nil {
		return nil, diag.List{notReadable(file, err)}.Err()
	}
	o, ok := v.(*ordjson.Object)
	if !ok {
		return nil, diag.List{notAnObject(file, v)}.Err()
	}
	return &Document{Machine: FromJSON(o), Source: source, Problems: source.duplicates.Place(source)}, nil
}

// FromJSON reads a definition that is JSON already. Nothing is lost: what the Machine has no
// field for is in the Extra of the struct it belongs to.
func FromJSON(o *ordjson.Object) *Machine {
	m := &Machine{}
	decodeStruct(o, partOf(m))
	return m
}

// StateFromJSON reads one state, as it stands in States.
func StateFromJSON(o *ordjson.Object) State { return decodeState(o) }

// Source says where the values of a parsed text stand. It is a diag.Places.
type Source struct {
	file       string
	outer      diag.Places
	places     *places.Text
	duplicates diag.List
}

// NewSource returns a source for a definition that is part of something else: outer knows the
// places of its parts.
func NewSource(outer diag.Places) *Source { return &Source{outer: outer} }

// PlaceOf returns the place of the value that a JSON Pointer names. For an object member that
// is where its key stands. If there is no such value, it is the place of the nearest one around it.
func (s *Source) PlaceOf(pointer string) (diag.Place, bool) {
	if s.outer != nil {
		return s.outer.PlaceOf(pointer)
	}
	if p, ok := s.places.PlaceOf(pointer); ok {
		return p, true
	}
	return diag.Place{File: s.file}, false
}

// IsYAML tells whether a file of that name is read as YAML.
func IsYAML(file string) bool {
	ext := strings.ToLower(filepath.Ext(file))
	return ext == ".yaml" || ext == ".yml"
}

func (s *Source) read(text []byte) (any, error) {
	if IsYAML(s.file) {
		return yamljson.Decode(text, yamljson.Options{Visit: s.places.Add})
	}
	if i := firstInvalid(text); i >= 0 {
		line, column := ordjson.Position(text, i)
		if _, err := ordjson.Decode(text); err != nil {
			return nil, err // which says better what it is instead
		}
		return nil, &ordjson.SyntaxError{Message: "a character is not UTF-8", Offset: i, Line: line, Column: column}
	}
	return places.DecodeJSON(text, s.places.Add)
}

// firstInvalid is where a text is not UTF-8, -1 if it is.
func firstInvalid(text []byte) int {
	if utf8.Valid(text) {
		return -1
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n < 2 {
			return i
		}
		i += n
	}
	return -1
}

func notReadable(file string, err error) diag.Diagnostic {
	place := diag.Place{File: file, Line: 1}
	message := err.Error()
	var syn *ordjson.SyntaxError
	if errors.As(err, &syn) {
		place.Line, place.Column, message = syn.Line, syn.Column, syn.Message
	}
	var yml *yamljson.Error
	if errors.As(err, &yml) {
		place.Line, place.Column, message = yml.Line, yml.Column, yml.Message
	}
	form := "JSON"
	if IsYAML(file) {
		form = "YAML"
	}
	return diag.Diagnostic{
		Code: "SW001", AWS: "INVALID_JSON_DESCRIPTION", Place: place, Summary: fmt.Sprintf("not readable as %s: %s", form, message),
		Fix: fmt.Sprintf("a state machine definition is one %s object with StartAt and States", form),
	}
}

func notAnObject(file string, v any) diag.Diagnostic {
	return diag.Diagnostic{
		Code: "SW001", AWS: "INVALID_JSON_DESCRIPTION", Place: diag.Place{File: file, Line: 1, Column: 1},
		Summary: fmt.Sprintf("a state machine definition is an object, but this is %s", article(ordjson.Kind(v))),
		Fix:     "a state machine definition is one object with StartAt and States",
	}
}

func duplicateKey(pointer string, place, first diag.Place) diag.Diagnostic {
	tokens := ordjson.SplitPointer(pointer)
	return diag.Diagnostic{
		Code: "SW002", Pointer: pointer, Place: place, Summary: fmt.Sprintf("the key %q comes twice in one object", tokens[len(tokens)-1]),
		Detail: "Only the last of the two counts.", Fix: "remove or rename one of them",
		Related: []diag.Related{{Message: "first here", Place: first}},
	}
}

func article(kind string) string {
	switch kind {
	case "null":
		return kind
	case "array", "object":
		return "an " + kind
	}
	return "a " + kind
}
