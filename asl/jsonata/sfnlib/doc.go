// Package sfnlib holds the JSONata functions that AWS Step Functions adds to the language, and takes
// away the one that it forbids.
//
//	env := &jsonata.Env{
//		Vars:  map[string]any{"states": states},
//		Funcs: sfnlib.Functions(),
//	}
//	value, defined, err := expr.Eval(ctx, jsonata.Undefined{}, env)
//
// Added are $partition, $range, $hash, $random with a seed, $uuid and $parse. $eval is gone: calling
// it gives T1006, as on AWS.
//
// Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html, and recorded executions.
package sfnlib
