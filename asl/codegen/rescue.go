package codegen

import (
	"strconv"

	"github.com/stepwise-go/stepwise/asl"
)

// errorNames are the errors for which package sfn has a name.
var errorNames = map[string]string{
	"States.ALL": "ErrAll", "States.BranchFailed": "ErrBranchFailed", "States.DataLimitExceeded": "ErrDataLimitExceeded",
	"States.ExceedToleratedFailureThreshold": "ErrExceedToleratedFailure", "States.HeartbeatTimeout": "ErrHeartbeatTimeout",
	"States.Http.Socket": "ErrHTTPSocket", "States.IntrinsicFailure": "ErrIntrinsicFailure", "States.ItemReaderFailed": "ErrItemReaderFailed",
	"States.NoChoiceMatched": "ErrNoChoiceMatched", "States.ParameterPathFailure": "ErrParameterPathFailure",
	"States.Permissions": "ErrPermissions", "States.QueryEvaluationError": "ErrQueryEvaluation",
	"States.ResultPathMatchFailure": "ErrResultPathMatchFailure", "States.ResultWriterFailed": "ErrResultWriterFailed",
	"States.Runtime": "ErrRuntime", "States.TaskFailed": "ErrTaskFailed", "States.Timeout": "ErrTimeout",
	"Lambda.AWSLambdaException": "ErrLambdaAWS", "Lambda.ClientExecutionTimeoutException": "ErrLambdaClientExecutionTimeout",
	"Lambda.SdkClientException": "ErrLambdaSDKClient", "Lambda.ServiceException": "ErrLambdaService",
	"Lambda.TooManyRequestsException": "ErrLambdaTooManyRequests", "Lambda.Unknown": "ErrLambdaUnknown",
}

// rescue takes Retry and Catch.
func (w *stateWriter) rescue() {
	r := asl.RescueOf(w.asl)
	w.retriers(r.Retry)
	w.catchers(r.Catch)
}

// retriers takes Retry if props can say all of it.
func (w *stateWriter) retriers(list []asl.Retrier) {
	items := make([]code, len(list))
	for i := range list {
		c, ok := w.retrier(&list[i])
		if !ok {
			return
		}
		items[i] = c
	}
	if len(items) > 0 {
		w.take("Retry", "Retry", composite("[]sfn.RetryProps", items...))
	}
}

// lambdaErrors are those of sfn.RetryLambda.
var lambdaErrors = []string{
	"Lambda.ClientExecutionTimeoutException", "Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException",
	"Lambda.TooManyRequestsException",
}

func (w *stateWriter) retrier(r *asl.Retrier) (code, bool) {
	if isRetryLambda(r) {
		return call("sfn.RetryLambda"), true
	}
	if r.Extra.Len() > 0 || len(r.ErrorEquals) == 0 {
		return code{}, false
	}
	var props []code
	if !isAll(r.ErrorEquals) {
		props = append(props, pair("Errors", errorList(r.ErrorEquals)))
	}
	if r.IntervalSeconds.IsSet() {
		n, ok := r.IntervalSeconds.Number()
		if !ok || n <= 0 || n > maxSeconds {
			return code{}, false
		}
		props = append(props, pair("Interval", w.duration(n)))
	}
	if r.MaxAttempts.IsSet() {
		n, ok := r.MaxAttempts.Number()
		switch {
		case !ok || n < 0:
			return code{}, false
		case n == 0:
			props = append(props, text("MaxAttempts: sfn.Never"))
		default:
			props = append(props, text("MaxAttempts: "+strconv.FormatInt(n, 10)))
		}
	}
	if r.BackoffRate.IsSet() {
		n, ok := r.BackoffRate.Number()
		if !ok || n == 0 {
			return code{}, false
		}
		props = append(props, text("BackoffRate: "+floating(n)))
	}
	if r.MaxDelaySeconds.IsSet() {
		n, ok := r.MaxDelaySeconds.Number()
		if !ok || n <= 0 || n > maxSeconds {
			return code{}, false
		}
		props = append(props, pair("MaxDelay", w.duration(n)))
	}
	switch r.JitterStrategy {
	case "":
	case asl.JitterFull:
		props = append(props, text("Jitter: sfn.JitterFull"))
	case asl.JitterNone:
		props = append(props, text("Jitter: sfn.JitterNone"))
	default:
		props = append(props, pair("Jitter", quoted(r.JitterStrategy)))
	}
	if r.Comment != "" {
		props = append(props, pair("Comment", quoted(r.Comment)))
	}
	return composite("", props...), true
}

func isRetryLambda(r *asl.Retrier) bool {
	if len(r.ErrorEquals) != len(lambdaErrors) || r.Comment != "" || r.MaxDelaySeconds.IsSet() || r.JitterStrategy != asl.JitterFull || r.Extra.Len() > 0 {
		return false
	}
	for i, e := range r.ErrorEquals {
		if e != lambdaErrors[i] {
			return false
		}
	}
	return r.IntervalSeconds.Or(0) == 2 && r.MaxAttempts.Or(0) == 6 && r.BackoffRate.Or(0) == 2
}

func isAll(errors []string) bool { return len(errors) == 1 && errors[0] == "States.ALL" }

func errorList(names []string) code {
	items := make([]code, len(names))
	for i, n := range names {
		if name, ok := errorNames[n]; ok {
			items[i] = text("sfn." + name)
		} else {
			items[i] = quoted(n)
		}
	}
	return composite("[]string", items...)
}

// catchers takes Catch: the transitions always, of the rest what props can say.
func (w *stateWriter) catchers(list []asl.Catcher) {
	for i := range list {
		if list[i].Next == "" {
			return
		}
	}
	if len(list) == 0 {
		return
	}
	w.rest.Delete("Catch")
	for i := range list {
		w.catches = append(w.catches, w.catcher(&list[i], "/Catch/"+strconv.Itoa(i)))
	}
}

func (w *stateWriter) catcher(c *asl.Catcher, at string) way {
	out := way{method: "Catch", target: c.Next}
	var props []code
	switch {
	case c.ErrorEquals == nil:
		w.patch("Remove", quoted(at+"/ErrorEquals"))
	case len(c.ErrorEquals) == 0:
		w.set(at+"/ErrorEquals", []any{})
	case !isAll(c.ErrorEquals):
		props = append(props, pair("Errors", errorList(c.ErrorEquals)))
	}
	if c.ResultPath.IsSet() {
		var v any
		if !c.ResultPath.IsNull() {
			v = c.ResultPath.Text()
		}
		if p, ok := pathCode(v); ok && !w.isJSONata() {
			props = append(props, pair("ResultPath", p))
		} else {
			w.set(at+"/ResultPath", v)
		}
	}
	if c.Output.IsSet() {
		if w.isJSONata() {
			props = append(props, pair("Output", w.field(c.Output.Any(), jsonata)))
		} else {
			w.set(at+"/Output", c.Output.Any())
		}
	}
	if o := c.Assign.Object(); o != nil {
		props = append(props, pair("Assign", w.object(o, w.mode())))
	} else if c.Assign.IsSet() {
		w.set(at+"/Assign", c.Assign.Any())
	}
	if c.Comment != "" {
		props = append(props, pair("Comment", quoted(c.Comment)))
	}
	w.extra(at, c.Extra)
	if len(props) > 0 {
		p := composite("sfn.CatchProps", props...)
		if w.isJSONata() {
			out.method, p = "CatchJSONata", composite("sfn.JSONataCatchProps", props...)
		}
		out.props = &p
	}
	return out
}
