// Package jsonata is an engine for JSONata, the query language for JSON (https://docs.jsonata.org),
// in the version that AWS Step Functions documents: 2.0.6.
//
//	expr, err := jsonata.Compile(`$sum(items.(price * quantity))`)
//	if err != nil {
//		return err // an *Error with code and position
//	}
//	input, _ := ordjson.DecodeString(`{"items": [{"price": 2, "quantity": 3}, {"price": 1, "quantity": 4}]}`)
//	total, defined, err := expr.Eval(ctx, input, nil) // 10, true, nil
//
// An Expr is compiled once and may be evaluated from any number of goroutines. Evaluation ends when the
// context does, and when it nests too deeply. An Env holds variables and functions of the host, and takes
// the place of clock and random source.
//
// Values are those of package ordjson, so objects keep their order and large integers that are
// only passed through keep their digits. A value that is absent is told from null.
//
// Results, error codes, positions and messages are those of the reference implementation, jsonata 2.0.6
// for JavaScript; DIFFERENCES.md lists what is not. The functions that Step Functions adds, and what it
// takes away, are in package sfnlib.
package jsonata
