// Package intrinsic reads and evaluates the intrinsic functions of AWS Step Functions,
// such as States.Format and States.ArrayLength.
//
//	call, err := intrinsic.Parse("States.Format('Hello {}', $.name)")
//	if err != nil {
//		return err
//	}
//	greeting, err := call.Eval(&intrinsic.Env{Roots: jsonpath.Roots{Input: document}})
//
// An argument is a string in single quotes, a number, true, false, null, a path ($, $$ or
// $variable) or another call. In a string \' \{ \} and \\ stand for the character after the
// backslash; a backslash before anything else is refused, as by the service. A Call is
// immutable and may be used by many goroutines.
//
// Parse checks names, numbers of arguments and the types of literals. What can only be
// seen with the data fails in Eval with an *Error, whose name is States.Runtime.
//
// Chance comes from the Env: with the same Rand and UUID a call gives the same value.
// A seeded States.MathRandom draws from the generator of java.util.Random.
//
// Functions lists all functions with their parameters and limits.
//
// Source: https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
package intrinsic
