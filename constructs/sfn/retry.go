package sfn

import "time"

// RetryProps say which errors are tried again, when and how often. The zero RetryProps is any error
// with the service's defaults. It renders to a Retrier.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error
type RetryProps struct {
	Errors      []string      // names, such as ErrTimeout; none is ErrAll
	Interval    time.Duration // before the first retry, whole seconds; 0 is the default of 1 s
	MaxAttempts int           // retries; 0 is the default of 3, Never is none
	BackoffRate float64       // what each interval is multiplied with, at least 1; 0 is the default of 2
	MaxDelay    time.Duration // the longest interval, whole seconds, more than Interval, less than 31,622,400 s
	Jitter      Jitter        // zero is JitterNone
	Comment     string
}

// Never as MaxAttempts means that the errors are not tried again, so that a later retrier that
// has them too does not do it either.
const Never = -1

// Jitter says whether the intervals are random.
type Jitter string

const (
	JitterFull Jitter = "FULL" // between 0 and the interval, so that many executions do not retry at once
	JitterNone Jitter = "NONE"
)

// RetryLambda returns the retrier that AWS recommends for Lambda functions: the errors that are
// the service's fault and pass, at 2 s, 6 times, doubling, with full jitter.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#bp-lambda-serviceexception
func RetryLambda() RetryProps {
	return RetryProps{
		Errors:   []string{ErrLambdaClientExecutionTimeout, ErrLambdaService, ErrLambdaAWS, ErrLambdaSDKClient, ErrLambdaTooManyRequests},
		Interval: 2 * time.Second, MaxAttempts: 6, BackoffRate: 2, Jitter: JitterFull,
	}
}

// RetryTransient returns a retrier for errors of any service that pass by themselves: timeouts and
// failed tasks, at 1 s, 5 times, doubling up to a minute, with full jitter. Give errors to retry others.
func RetryTransient(errors ...string) RetryProps {
	if len(errors) == 0 {
		errors = []string{ErrTimeout, ErrTaskFailed}
	}
	return RetryProps{Errors: errors, Interval: time.Second, MaxAttempts: 5, BackoffRate: 2, MaxDelay: time.Minute, Jitter: JitterFull}
}

// NoRetry returns a retrier that keeps errors from being retried by the ones after it.
func NoRetry(errors ...string) RetryProps { return RetryProps{Errors: errors, MaxAttempts: Never} }

// CatchProps are the options of Catch on a JSONPath state. The zero CatchProps catches any error
// and puts what is known about it in place of the input. It renders to a Catcher.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-fallback-states
type CatchProps struct {
	Errors     []string       // names, such as ErrTimeout; none is ErrAll
	ResultPath string         // where in the input {"Error": ..., "Cause": ...} goes; "" is in its place, which loses the input
	Assign     map[string]any // variables
	Comment    string
}

// JSONataCatchProps are the options of Catch on a JSONata state.
type JSONataCatchProps struct {
	Errors  []string
	Output  Value          // for the handler; nil is {"Error": ..., "Cause": ...}, in expressions $states.errorOutput
	Assign  map[string]any // variables
	Comment string
}

type catchProps struct {
	errors     []string
	resultPath string
	output     Value
	assign     map[string]any
	comment    string
}

func (p CatchProps) fields() catchProps {
	return catchProps{p.Errors, p.ResultPath, nil, p.Assign, p.Comment}
}

func (p JSONataCatchProps) fields() catchProps {
	return catchProps{p.Errors, "", p.Output, p.Assign, p.Comment}
}
