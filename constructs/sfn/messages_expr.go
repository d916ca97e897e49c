package sfn

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/stepwise-go/stepwise/diag"
)

// The wording of what can be wrong with the text of Expr.

func badExpr(text string, column int, message, fix string) diag.Diagnostic {
	d := problem("SWB46", fmt.Sprintf("condition, column %d: %s", column, message), fix)
	line := strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(text)
	d.Detail = line + "\n  " + strings.Repeat(" ", column-1) + "^"
	return d
}

func unknownSign(text string) (message, fix string) {
	for wrong, right := range map[string]string{"===": "==", "!==": "!=", "=>": ">=", "=<": "<=", "<>": "!="} {
		if strings.HasPrefix(text, wrong) {
			return fmt.Sprintf("%q is no operator", wrong), "write " + right
		}
	}
	switch r, _ := utf8.DecodeRuneInString(text); r {
	case '=':
		return "a single =", "write == for equals"
	case '&', '|':
		return fmt.Sprintf("a single %c", r), fmt.Sprintf("write %c%c", r, r)
	case '+', '-', '*', '/', '%':
		return fmt.Sprintf("a condition does not calculate: %q", r), fixExprCompute
	default:
		return fmt.Sprintf("%q is no part of a condition", r), fixExprOperand
	}
}

func unknownWord(word string) (message, fix string) {
	for _, w := range [][2]string{{"and", "&&"}, {"or", "||"}, {"not", "!"}, {"in", "|| between comparisons"}} {
		if strings.EqualFold(word, w[0]) {
			return fmt.Sprintf("%q is no operator", word), "write " + w[1]
		}
	}
	return fmt.Sprintf("%q is neither a path nor a value", word), fmt.Sprintf("write $.%s for a member of the input, %q for text", word, word)
}

func unexpected(text string) (message, fix string) {
	if message, fix := unknownWord(text); strings.HasSuffix(message, "operator") {
		return message, fix
	}
	if strings.HasPrefix(text, "-") {
		return unknownSign(text)
	}
	if strings.HasPrefix(text, "is") {
		return fmt.Sprintf("%q is not expected here", text), "join conditions with && or ||"
	}
	return fmt.Sprintf("%q is not expected here", text), "join conditions with && or ||, and quote text"
}

func msgExprEscape(r rune) string { return fmt.Sprintf(`\%c is no escape`, r) }

func fixExprOpenString(quote byte) string { return fmt.Sprintf("end it with %c", quote) }

func msgExprExpected(want, got string) string {
	if got == "" {
		return want + " is expected, but the text ends"
	}
	return fmt.Sprintf("%s is expected, not %q", want, got)
}

func fixExprExpected(sign string) string { return "add " + sign }

func msgExprFunction(name string) string { return fmt.Sprintf("there is no test %q", name) }

func msgExprCall(name string) string { return fmt.Sprintf("a condition calls no functions: %q", name) }

func msgExprNumber(text string) string { return fmt.Sprintf("%q is no number", text) }

func msgExprTimestamp(text string) string { return fmt.Sprintf("%q is no timestamp", text) }

func msgExprNotCondition(kind exprType) string {
	return fmt.Sprintf("a %s alone is no condition", kind)
}

func msgExprUntyped(op string) string {
	return fmt.Sprintf("it is not known what %s compares: numbers, strings, booleans or timestamps", op)
}

func fixExprUntyped(left, op, right string) string {
	return fmt.Sprintf("give one side a type: number(%s) %s %s", left, op, right)
}

func msgExprMixed(a, b exprType) string { return fmt.Sprintf("a %s is compared with a %s", a, b) }

func msgExprOrder(op string, kind exprType) string {
	return fmt.Sprintf("%s does not order values of type %s", op, kind)
}

func fixExprNotCompared(op string) string {
	return fmt.Sprintf("put the comparison into parentheses: !(... %s ...)", op)
}

const (
	msgExprEmpty        = "there is no condition"
	fixExprEmpty        = `write one, such as $.total > 100`
	msgExprDeep         = "too many parentheses inside each other"
	fixExprDeep         = "use several rules"
	msgExprNotCompared  = "it is not clear whether ! is for the path or for the comparison"
	msgExprOpenString   = "the text in quotes has no end"
	fixExprEscape       = `write \\ for a backslash`
	fixExprFunction     = "use one of isPresent, isNull, isBoolean, isNumeric, isString, isTimestamp"
	fixExprPath         = "write a path such as $.order.id, $$.Execution.Id or $variable"
	fixExprOperand      = `use a path, "text", a number, true, false, null or timestamp("...")`
	fixExprCompute      = "use sfn.JSONataCondition in a JSONata machine, or compute the value in a state before"
	fixExprNumber       = "write it as in JSON: 1, -0.5, 2e3"
	fixExprTimestamp    = `write it as RFC 3339: timestamp("2030-01-31T08:00:00Z")`
	msgExprConstant     = "a value alone is no condition"
	fixExprConstant     = "compare it with a path"
	msgExprTwoLiterals  = "a value is compared with a value"
	fixExprTwoLiterals  = "have a path on the left"
	msgExprPattern      = "matches wants text on its right, and a path to text on its left"
	fixExprPattern      = `write it like $.name matches "log-*"`
	msgExprChain        = "a comparison cannot go on"
	fixExprChain        = "compare twice and join with &&"
	fixExprMixed        = "make both sides the same type"
	fixExprOrder        = "use == or !="
	fixExprNotCondition = "compare it with something"
)
