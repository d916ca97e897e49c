package codegen_test

import "github.com/stepwise-go/stepwise/cmd/stepwise/recognize"

var integration = recognize.Task
