package load

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/stepwise-go/stepwise/internal/places"
	"github.com/stepwise-go/stepwise/ordjson"
)

// value is what jsonencode makes of an expression: objects, lists and literals as they are, everything
// that is computed as a token. It notes where each value stands.
func (t *terraformText) value(pointer string, e hclsyntax.Expression, at places.Map) any {
	switch x := e.(type) {
	case *hclsyntax.ObjectConsExpr:
		out := &ordjson.Object{}
		for _, item := range x.Items {
			key := t.key(item.KeyExpr)
			inner := pointer + "/" + ordjson.EscapePointer(key)
			at[inner] = placeOf(item.KeyExpr.Range())
			out.Set(key, t.value(inner, item.ValueExpr, at))
		}
		return out
	case *hclsyntax.TupleConsExpr:
		out := make([]any, len(x.Exprs))
		for i, element := range x.Exprs {
			inner := pointer + "/" + strconv.Itoa(i)
			at[inner] = placeOf(element.Range())
			out[i] = t.value(inner, element, at)
		}
		return out
	case *hclsyntax.ParenthesesExpr:
		return t.value(pointer, x.Expression, at)
	case *hclsyntax.TemplateWrapExpr:
		return t.value(pointer, x.Wrapped, at)
	}
	return t.scalar(e)
}

func (t *terraformText) scalar(e hclsyntax.Expression) any {
	if text, ok := e.(*hclsyntax.TemplateExpr); ok {
		return t.textOf(text)
	}
	if n, ok := t.number(e); ok {
		return ordjson.Number(n)
	}
	if x, ok := e.(*hclsyntax.LiteralValueExpr); ok {
		switch {
		case x.Val.IsNull():
			return nil
		case x.Val.Type() == cty.Bool:
			return x.Val.True()
		}
	}
	return t.token(e)
}

// number is the JSON text of a number that stands as it is.
func (t *terraformText) number(e hclsyntax.Expression) (string, bool) {
	sign := ""
	if x, ok := e.(*hclsyntax.UnaryOpExpr); ok && x.Op == hclsyntax.OpNegate {
		sign, e = "-", x.Val
	}
	x, ok := e.(*hclsyntax.LiteralValueExpr)
	text := sign + t.source(e)
	return text, ok && x.Val.Type() == cty.Number && json.Valid([]byte(text))
}

// key is the key of a member: a bare word is itself.
func (t *terraformText) key(e hclsyntax.Expression) string {
	if k, ok := e.(*hclsyntax.ObjectConsKeyExpr); ok {
		if word := hcl.ExprAsKeyword(k.Wrapped); word != "" && !k.ForceNonLiteral {
			return word
		}
		e = k.Wrapped
	}
	if text, ok := e.(*hclsyntax.TemplateExpr); ok {
		return t.textOf(text)
	}
	if n, ok := t.number(e); ok {
		return n
	}
	return t.token(e)
}

// source is the text of an expression.
func (t *terraformText) source(e hclsyntax.Expression) string {
	return string(e.Range().SliceBytes(t.text))
}

// token is the text that stands for an expression: its words.
func (t *terraformText) token(e hclsyntax.Expression) string {
	words := strings.FieldsFunc(t.source(e), func(r rune) bool {
		return r != '_' && r != ':' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return "${" + strings.Join(words, ".") + "}"
}

// textOf is a text with tokens for what is put into it.
func (t *terraformText) textOf(e *hclsyntax.TemplateExpr) string {
	w := &writer{source: t}
	for _, part := range e.Parts {
		w.part(part)
	}
	return w.text.String()
}
