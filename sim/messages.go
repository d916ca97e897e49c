package sim

// The words of Step Functions, as recorded or documented; those that nobody recorded are worded alike.
const (
	msgExecuting        = "An error occurred while executing the state '%s' (entered at the event id #%d). %s"
	msgDataLimit        = "The state/task '%s' returned a result with a size exceeding the maximum number of bytes service limit."
	msgDataLimitInput   = "The state/task '%s' has an input with a size exceeding the maximum number of bytes service limit."
	msgDataLimitAssign  = "The state/task '%s' assigned variables with a size exceeding the maximum number of bytes service limit."
	msgHTTPSocket       = "The HTTP endpoint did not answer within %d seconds."
	msgHistoryLimit     = "The execution reached the maximum number of history events (%d)."
	msgNoTransition     = "Failed to transition out of the state. The state does not point to a next state."
	msgChoiceVariable   = "Invalid path '%s': The choice state's condition path references an invalid value."
	msgNotInInput       = "The JSONPath '%s' specified for the field '%s' could not be found in the input '%s'"
	msgResultPath       = "Unable to apply step \"%s\" to input %s"
	msgUndefined        = "The JSONata expression '%s' specified for the field '%s' returned nothing (undefined)."
	msgThrew            = "The JSONata expression '%s' specified for the field '%s' threw an error during evaluation. %s"
	msgResultType       = "The JSONata expression '%s' specified for the field '%s' returned an unexpected result type. Expected '%s', but was '%s' for value: %s"
	msgNotJSON          = "The JSONata expression '%s' specified for the field '%s' returned an unsupported result type."
	msgMapInput         = "Map state input must be an array but was: %s"
	msgItemsPath        = "Reference path \"%s\" must point to array."
	msgNotInteger       = "The %s field refers to value \"%s\" which is not a valid integer: %s"
	msgNotFloat         = "The %s field refers to value \"%s\" which is not a valid float: %s"
	msgNegative         = "%s cannot be negative."
	msgPercentage       = "ToleratedFailurePercentage must be between 0 and 100."
	msgNoSeconds        = "The %s parameter does not reference an input value: %s"
	msgSecondsLong      = "The %s parameter cannot be parsed as a long value: %s == %s"
	msgSecondsNegative  = "The %s parameter references a negative value: %s == %s"
	msgConcurrency      = "Expected non-negative integer for MaxConcurrency, got %d instead."
	msgTimestampPath    = "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: %s == %s"
	msgTimestamp        = "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: %s"
	msgToleratedFailure = "The specified tolerated failure threshold was exceeded"
	msgMaxItems         = "field MaxItems must be positive"
	msgDuplicateHeaders = "CSV headers cannot contain duplicates."
	msgNoObject         = "The specified key does not exist: s3://%s/%s"
	msgReaderJSON       = "The content is no valid JSON: %v"
	msgReaderPointer    = "The ItemsPointer '%s' leads nowhere."
	msgReaderList       = "Attempting to map over non-iterable node."
	msgReaderURI        = "The manifest names no S3 object: %s"
	msgReaderGzip       = "The object %s cannot be unzipped: %v"
	msgNotText          = "The %s parameter does not reference a string value: %s == %s"
	msgDoubtInput       = "the input is a text with JSON in it, which the workflow gets as a text: give sim.JSON(text) for the JSON in it"
	msgDoubtResult      = "the mock of %q returns what %s does not: %s"
	msgDoubtPayload     = "; what the function returns is in its Payload, as Handle puts it there"
	msgDoubtForeign     = "it has none of the answer's members: %s"
	msgDoubtError       = "the mock of %q fails with %s: %s"
	msgDoubtReserved    = "no task ends with this error: names that begin with States. are reserved"
	msgDoubtPrefix      = "the errors of %s have names such as %s.SomeException, or States.TaskFailed"
	msgDoubtStray       = "there is a mock of %q, but no machine has a task of that name%s"
	msgDoubtNear        = "; is it %q?"
	msgTaskToken        = "Invalid Token: 'Invalid token'"
)

// What is wrong with a mock file, and how to mend it.
const (
	msgMocks        = "mocks are a JSON object, but this is of type %s"
	fixMocks        = `write {"State Name": [{"return": RESULT}]}`
	msgIsConfig     = "this is a MockConfigFile, with StateMachines or MockedResponses, and not the simple form of mocks"
	fixIsConfig     = "read it with ReadMockConfig"
	msgMockKeyTwice = "the key %q comes twice in one object"
	fixMockKeyTwice = "remove or rename one of them"
	msgNoAnswers    = "state %q: there are no answers"
	fixNoAnswers    = `write one, such as {"return": {}}, or leave the state out`
	msgStateAnswer  = "state %q, answer %d"
	msgTimes        = `"times" is a number from 1 to %d, not %s`
	fixTimes        = `write how often the answer is given; without "times" it is once, or again and again if it is the last`
	msgAfter        = `"afterSeconds" is a number of seconds from 0 to %d, not %s`
	fixAfter        = "write the virtual time until the answer comes, such as 1.5"
	msgHang         = `"hang" is true, or not there at all`
	fixHang         = `write "hang": true, or an answer that comes`
	msgSimpleAnswer = `an answer is an object with either "return" or "throw", or with "hang": true`
	fixSimpleAnswer = `write {"return": RESULT} or {"throw": {"error": "NAME", "cause": "TEXT"}}`
	msgConfigAnswer = `an answer is an object with either "Return" or "Throw"`
	fixConfigAnswer = `write {"Return": RESULT} or {"Throw": {"Error": "NAME", "Cause": "TEXT"}}`
	msgAnswerKind   = "%s, but this is of type %s"
	msgAnswerBoth   = `%s, but this has "%s"`
	fixAnswerBoth   = "leave one of them out, or make two answers of it"
	fixWrap         = "write {%q: %s}"
	msgThrow        = "%q is an object with texts %q and %q"
	fixErrorName    = "add %q, the name that Retry and Catch see"
	fixErrorText    = "write the name that Retry and Catch see, as a text"
	fixCauseText    = "write a text, or leave it out"
	msgMember       = "there is no member %q here"
	fixMember       = "leave it out: known are %s"

	msgNoMachines     = "StateMachines is not an object with state machines"
	fixNoMachines     = `write "StateMachines": {"NAME": {"TestCases": {"NAME": {"State Name": "RESPONSE"}}}}`
	msgNoCases        = "state machine %q: TestCases is not an object with test cases"
	fixNoCases        = `write "TestCases": {"NAME": {"State Name": "RESPONSE"}}`
	msgCaseKind       = "the test case %q is not an object of states"
	fixCaseKind       = `write {"State Name": "RESPONSE"}, where RESPONSE is one of MockedResponses`
	msgNoResponses    = "MockedResponses is not an object with responses"
	fixNoResponses    = `write "MockedResponses": {"RESPONSE": {"0": {"Return": RESULT}}}`
	msgResponseName   = "test case %q, state %q: a response is named by a text, not %s"
	fixResponseName   = "write the name of one of MockedResponses"
	msgNoResponse     = "test case %q, state %q: MockedResponses has no %q"
	fixNoResponse     = "add it, or name another"
	msgResponseKind   = "MockedResponses %q is not an object of answers by the number of the call"
	msgResponseEmpty  = "MockedResponses %q: there are no answers"
	fixResponse       = `write {"0": {"Return": RESULT}}`
	msgResponseAnswer = "MockedResponses %q, answer %s"
	msgResponse       = "MockedResponses %q"
	msgCallNumber     = `%q is not the number of a call, such as "0", or a range, such as "1-3", up to %d`
	fixCallNumber     = "number the calls from 0"
	msgCallMissing    = "there is no answer to call %d"
	msgCallTwice      = "there is an answer to call %d already"
	fixCalls          = "number the calls from 0, each once and without gaps"
	msgNoMachine      = "StateMachines has no %q: %s"
	msgNoCase         = "there is no test case %q of the state machine %q: %s"
	msgThereAre       = "there are: %s"
	msgThereAreNone   = "there are none"
)
