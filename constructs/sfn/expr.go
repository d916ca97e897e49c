package sfn

import "github.com/stepwise-go/stepwise/diag"

// Expr reads a condition from text:
//
//	sfn.Expr(`$.order.total > 100 && !$.order.vip`)
//	sfn.Expr(`isPresent($.coupon) && $.coupon matches "SPRING-*"`)
//	sfn.Expr(`$.status == "FAILED" || number($.tries) >= $.limits.tries`)
//	sfn.Expr(`$.due < timestamp("2030-01-01T00:00:00Z") && $$.State.RetryCount < 3 && $mode != null`)
//
// The operators are == != < <= > >=, matches (with * for any characters), && || ! and parentheses.
// Paths are reference paths, of names and single indexes. A path alone holds if its value is true. The
// literal says what is compared: a number, "text" or 'text', true, false, null, timestamp("...").
// Two paths need a type: number($.a), string($.a), boolean($.a) or timestamp($.a) on either side.
// The tests are isPresent, isNull, isBoolean, isNumeric, isString and isTimestamp, with isNotPresent
// and so on.
//
// In a JSONPath Choice it renders to the operators of Choice rules, a != b to Not. A value of another
// type is not equal to, less or greater than anything, and a path that leads nowhere fails the
// execution with States.Runtime unless isPresent was asked before.
//
// In a JSONata Choice it renders to a JSONata condition: $.a becomes $states.input.a and $$.A becomes
// $states.context.A; variables keep their names. The differences there: to order values of different
// types or of none, and to match or convert what is no text, fails with States.QueryEvaluationError;
// a value that is missing is neither equal nor unequal to anything; and two paths are compared as
// they are, so that number($.a) == $.b holds for two equal texts as well.
//
// What is wrong with the text is reported by Build, with the column.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html
func Expr(text string) Condition {
	p := exprParser{exprLexer: exprLexer{text: text}}
	tree := p.whole()
	if len(p.faults) > 0 {
		return Condition{faults: p.faults}
	}
	return Condition{rule: tree.rule(), jsonata: tree.jsonata()}
}

// exprFault is what is wrong at a place of the text.
type exprFault struct {
	at           int // in bytes
	message, fix string
}

func (f exprFault) in(text string) diag.Diagnostic {
	before := []rune(text[:min(f.at, len(text))])
	return badExpr(text, len(before)+1, f.message, f.fix)
}
