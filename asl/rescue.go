package asl

import "github.com/stepwise-go/stepwise/ordjson"

// Retrier says which errors are tried again, and how often.
type Retrier struct {
	Comment         string   `asl:"Comment"`
	ErrorEquals     []string `asl:"ErrorEquals"`
	IntervalSeconds Int      `asl:"IntervalSeconds"` // before the first retry; none is 1
	MaxAttempts     Int      `asl:"MaxAttempts"`     // none is 3, 0 is never
	BackoffRate     Float    `asl:"BackoffRate"`     // none is 2.0
	MaxDelaySeconds Int      `asl:"MaxDelaySeconds"`
	JitterStrategy  string   `asl:"JitterStrategy"` // FULL, NONE
	Extra           *ordjson.Object
}

// Catcher says where a state goes with an error that is not retried any more.
type Catcher struct {
	Comment     string   `asl:"Comment"`
	ErrorEquals []string `asl:"ErrorEquals"`
	ResultPath  Path     `asl:"ResultPath"` // JSONPath
	Assign      Value    `asl:"Assign"`
	Output      Value    `asl:"Output"` // JSONata
	Next        string   `asl:"Next"`
	Extra       *ordjson.Object
}

// The values of JitterStrategy.
const (
	JitterFull = "FULL"
	JitterNone = "NONE"
)
