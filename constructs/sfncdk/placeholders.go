package sfncdk

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/diag"
)

// placeholders gives readable names to the tokens of a definition: ${SubmitFunctionArn}.
//
// CloudFormation replaces ${Name} in the text of a definition without quoting or escaping:
// https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-stepfunctions (DefinitionProcessor).
// So a number is a placeholder without quotes, and a list is one placeholder within the quotes of a
// single element, whose value joins the elements with quotes and commas.
type placeholders struct {
	tokens  tokens
	values  map[string]*string
	byToken map[string]string // token to name
	byValue map[string]string // resolved value to name
	user    map[string]string
}

// tokens are what the CDK knows about tokens.
type tokens interface {
	// resolve returns what each token stands for: CloudFormation as JSON, nil if it is not known yet.
	resolve(marks []mark) []any
	// text returns what to put in the template for a token.
	text(mark) *string
}

// mark is a token as it stands in a text.
type mark struct {
	text string
	kind tokenKind
}

type tokenKind uint8

const (
	stringToken tokenKind = iota
	listToken
	numberToken
)

func kindOfToken(text string) tokenKind {
	switch text[0] {
	case '$':
		return stringToken
	case '#':
		return listToken
	}
	return numberToken
}

func newPlaceholders(t tokens, user map[string]string) *placeholders {
	p := &placeholders{tokens: t, values: map[string]*string{}, byToken: map[string]string{}, byValue: map[string]string{}, user: user}
	for name, v := range user {
		if substitutionName.MatchString(name) {
			p.values[name] = jsii.String(v)
		}
	}
	return p
}

var substitutionName = regexp.MustCompile(`^[A-Za-z0-9_]+$`)

func (p *placeholders) problems() diag.List {
	var out diag.List
	for _, name := range slices.Sorted(maps.Keys(p.user)) {
		if !substitutionName.MatchString(name) {
			out.Add(badSubstitution(name))
		}
	}
	return out
}

// replace puts names in the place of all tokens, in one pass. Each token is resolved once.
func (p *placeholders) replace(text string) string {
	spans := findTokens(text)
	if len(spans) == 0 {
		return text
	}
	p.name(text, spans)
	var b strings.Builder
	b.Grow(len(text))
	from := 0
	for _, s := range spans {
		b.WriteString(text[from:s[0]])
		if name, ok := p.byToken[text[s[0]:s[1]]]; ok {
			b.WriteString("${" + name + "}")
		} else {
			b.WriteString(text[s[0]:s[1]])
		}
		from = s[1]
	}
	b.WriteString(text[from:])
	return b.String()
}

func (p *placeholders) name(text string, spans [][]int) {
	var found []mark
	for _, s := range spans {
		token := text[s[0]:s[1]]
		if _, known := p.byToken[token]; known {
			continue
		}
		p.byToken[token] = ""
		found = append(found, mark{token, kindOfToken(token)})
	}
	resolved := p.tokens.resolve(found)
	for i, f := range found {
		v := p.tokens.text(f)
		if v == nil {
			delete(p.byToken, f.text)
			continue
		}
		key := sameAs(f, resolved[i])
		name, twice := p.byValue[key]
		if !twice {
			name = p.free(nameOf(f, resolved[i]))
			p.byValue[key] = name
			p.values[name] = v
		}
		p.byToken[f.text] = name
	}
}

// sameAs is a key that two tokens share if they are certain to stand for the same: both for the
// same reference. What resolves to nothing or to plain text may change until synthesis.
func sameAs(f mark, resolved any) string {
	if m, ok := resolved.(map[string]any); ok && len(m) > 0 {
		return fmt.Sprint(f.kind, m) // maps print in the order of their keys
	}
	return f.text
}

// free returns the name, with a number if it is taken already.
func (p *placeholders) free(name string) string {
	for i, free := 2, name; ; i++ {
		_, taken := p.values[free]
		if _, users := p.user[free]; !taken && !users {
			return free
		}
		free = fmt.Sprint(name, i)
	}
}
