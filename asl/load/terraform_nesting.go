package load

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/stepwise-go/stepwise/ordjson"
)

const (
	// maxOperators bounds how deep the parser goes for operators that take all that follows: !!!x, a ? b : c ? d : e.
	maxOperators = 10 * ordjson.MaxDepth
	// maxCopied bounds the bytes that the parser copies: it adds the lines of a text one by one to those before.
	// A text may have some 10,000 lines.
	maxCopied = 1 << 32
	// perPart is what the parser moves for each part of a text, besides its bytes.
	perPart = 16
)

// closers are the tokens that open something, and what closes it.
var closers = map[hclsyntax.TokenType]hclsyntax.TokenType{
	hclsyntax.TokenOBrace: hclsyntax.TokenCBrace, hclsyntax.TokenOBrack: hclsyntax.TokenCBrack, hclsyntax.TokenOParen: hclsyntax.TokenCParen,
	hclsyntax.TokenOQuote: hclsyntax.TokenCQuote, hclsyntax.TokenOHeredoc: hclsyntax.TokenCHeredoc,
	hclsyntax.TokenTemplateInterp: hclsyntax.TokenTemplateSeqEnd, hclsyntax.TokenTemplateControl: hclsyntax.TokenTemplateSeqEnd,
}

// nesting is what is open at a token.
type nesting struct {
	open      []level
	operators int
	copied    int
	literal   bool // the token before was a part of a text
}

type level struct {
	closer hclsyntax.TokenType
	size   int // of the text in it
}

// parseable refuses a text that the parser would not come to an end with: it calls itself for each
// level, and a stack that is used up ends the program.
func parseable(tokens hclsyntax.Tokens) error {
	n := nesting{open: []level{{}}}
	for _, k := range tokens {
		n.add(k)
		switch {
		case len(n.open) > ordjson.MaxDepth:
			return faultAt(k.Range, tooDeep(ordjson.MaxDepth))
		case n.operators > maxOperators:
			return faultAt(k.Range, tooMany(maxOperators))
		case n.copied > maxCopied:
			return faultAt(k.Range, tooLong)
		}
	}
	return nil
}

func (n *nesting) add(k hclsyntax.Token) {
	here := &n.open[len(n.open)-1]
	literal := false
	switch k.Type {
	case hclsyntax.TokenBang, hclsyntax.TokenMinus, hclsyntax.TokenQuestion, hclsyntax.TokenStar, hclsyntax.TokenDoubleColon, hclsyntax.TokenTemplateControl:
		n.operators++
	case hclsyntax.TokenStringLit, hclsyntax.TokenQuotedLit:
		if literal = true; n.literal {
			n.copied += here.size
		}
		here.size += len(k.Bytes) + perPart
	case hclsyntax.TokenNewline:
		if len(n.open) == 1 {
			n.operators = 0
		}
	}
	n.literal = literal
	if closer, opens := closers[k.Type]; opens {
		here.size += perPart
		n.open = append(n.open, level{closer: closer})
	} else if len(n.open) > 1 && here.closer == k.Type {
		n.open = n.open[:len(n.open)-1]
	}
}
