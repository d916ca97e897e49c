package validate

import (
	"iter"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/template"
	"github.com/stepwise-go/stepwise/ordjson"
)

// signs are what the values of a state show at a first look. Rules about values go by them: mostly there is
// nothing more to look at.
type signs uint8

const (
	expressionKeys  signs = 1 << iota // a member whose name is an expression
	expressionTexts                   // a text that is an expression
	delimiterTexts                    // one with a delimiter that is none, or that is one where the language is JSONPath
	plainPaths                        // a path under a name that does not say so
	computedKeys                      // a member that ends in .$
	renamedKeys                       // and one beside it that has its name without
	bulk                              // a value that might be large
	assigning                         // any way out assigns variables
)

// signsOf looks at all values that a state has for expressions, and at the Result of a Pass.
func signsOf(p *asl.Place) signs {
	s := p.State
	var found signs
	valuesOf(s, func(_ string, v asl.Value) { found |= signsIn(v.Any(), "") })
	if pass, ok := s.(*asl.Pass); ok && pass.Result.IsSet() && bigger(pass.Result.Any()) {
		found |= bulk
	}
	if found&expressionTexts != 0 && p.Language != asl.JSONata {
		found |= delimiterTexts
	}
	if assigns(s) {
		found |= assigning
	}
	return found
}

// signsIn looks at a value that stands under a key.
func signsIn(v any, key string) signs {
	switch v := v.(type) {
	case string:
		return signsOfText(v, key)
	case *ordjson.Object:
		var found signs
		if large(v) {
			found = bulk
		}
		for i := range v.Len() {
			m := v.At(i)
			found |= signsIn(m.Value, m.Key)
			if asl.IsExpression(m.Key) {
				found |= expressionKeys
			}
			if name, computed := strings.CutSuffix(m.Key, template.Suffix); computed {
				found |= computedKeys
				if v.Has(name) {
					found |= renamedKeys
				}
			}
		}
		return found
	case []any:
		var found signs
		if len(v) > 0 {
			found = bulk
		}
		for _, child := range v {
			found |= signsIn(child, key)
		}
		return found
	}
	return 0
}

func signsOfText(text, key string) signs {
	var found signs
	if asl.IsExpression(text) {
		found |= expressionTexts
	} else if hasDelimiter(key, text) {
		found |= delimiterTexts
	}
	if lacksDollar(key, text) {
		found |= plainPaths
	}
	if len(text) > MaxPayload/2 {
		found |= bulk
	}
	return found
}

// signed are the states whose values show a sign.
func (r *run) signed(s signs) iter.Seq[*asl.Place] {
	return func(yield func(*asl.Place) bool) {
		for i, p := range r.places {
			if r.signs[i]&s != 0 && !yield(p) {
				return
			}
		}
	}
}
