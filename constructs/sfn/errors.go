package sfn

// The error names that Step Functions itself raises.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-error-representation
const (
	ErrAll                    = "States.ALL"                             // any error, but not States.DataLimitExceeded and not a failed States.Runtime in a Retry
	ErrBranchFailed           = "States.BranchFailed"                    // a branch of a Parallel failed
	ErrDataLimitExceeded      = "States.DataLimitExceeded"               // more than 256 KiB; States.ALL does not catch it
	ErrExceedToleratedFailure = "States.ExceedToleratedFailureThreshold" // a distributed Map with too many failures
	ErrHeartbeatTimeout       = "States.HeartbeatTimeout"                // no heartbeat in time
	ErrHTTPSocket             = "States.Http.Socket"                     // an HTTP task without answer after 60 s
	ErrIntrinsicFailure       = "States.IntrinsicFailure"                // reserved: an intrinsic function that fails gives States.Runtime
	ErrItemReaderFailed       = "States.ItemReaderFailed"                // a distributed Map could not read its items
	ErrNoChoiceMatched        = "States.NoChoiceMatched"                 // reserved: a Choice without a rule that holds gives States.Runtime
	ErrParameterPathFailure   = "States.ParameterPathFailure"            // reserved: a path that leads nowhere gives States.Runtime
	ErrPermissions            = "States.Permissions"                     // the role may not do it
	ErrQueryEvaluation        = "States.QueryEvaluationError"            // a JSONata expression failed
	ErrResultPathMatchFailure = "States.ResultPathMatchFailure"          // ResultPath cannot be applied to the input
	ErrResultWriterFailed     = "States.ResultWriterFailed"              // a distributed Map could not write its results
	ErrRuntime                = "States.Runtime"                         // a fault in the definition or its data; never retried
	ErrTaskFailed             = "States.TaskFailed"                      // a task failed; in Retry and Catch any error but States.Timeout
	ErrTimeout                = "States.Timeout"                         // a task or the execution took too long, or missed a heartbeat
)

// The error names of the Lambda integration that pass by themselves.
const (
	ErrLambdaAWS                    = "Lambda.AWSLambdaException"
	ErrLambdaClientExecutionTimeout = "Lambda.ClientExecutionTimeoutException"
	ErrLambdaSDKClient              = "Lambda.SdkClientException"
	ErrLambdaService                = "Lambda.ServiceException"
	ErrLambdaTooManyRequests        = "Lambda.TooManyRequestsException"
	ErrLambdaUnknown                = "Lambda.Unknown"
)
