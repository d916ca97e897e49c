package codegen_test

import "github.com/stepwise-go/stepwise/asl/codegen"

func integration(codegen.Task) (codegen.Integration, bool) { return codegen.Integration{}, false }
