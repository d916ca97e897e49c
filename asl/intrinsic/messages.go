package intrinsic

// Messages of syntax errors.
const (
	msgStart       = "expected the name of a function such as States.Format, found %q"
	msgUnknown     = "%s is no intrinsic function"
	msgSuggest     = "%s is no intrinsic function: did you mean %s?"
	msgOpenParen   = "expected ( after %s"
	msgAfterArg    = "expected , or ) after the argument, found %q"
	msgArgument    = "expected a string in single quotes, a number, true, false, null, a path or a function, found %q"
	msgDoubleQuote = "strings stand in single quotes"
	msgStringOpen  = "the string is not closed: expected '"
	msgEscape      = `\ can only stand before ' { } or \: write \\ for a backslash`
	msgTrailing    = "expected nothing after the function, found %q"
	msgDeep        = "functions are nested too deeply"
	msgCount       = "%s takes %s, found %d"
	msgType        = "the argument %s of %s must be %s, found %s"
	msgDeepMerge   = "the argument deep of States.JsonMerge must be false: the service merges only the first level"
	msgAlgorithm   = "%q is no algorithm of States.Hash: use MD5, SHA-1, SHA-256, SHA-384 or SHA-512"
	notePlaces     = "the template of States.Format has %d {} for %d further arguments: the call fails"
	noteCalls      = "the field holds %d functions: the developer guide allows %d"
)

// Messages of failures during an execution.
const (
	failFunction  = "The function '%s' had the following error: %s"
	failPath      = "The JsonPath argument for the field '%s' could not be found in the input '%s'"
	failType      = "The argument %s must be %s, found %s"
	failPlaces    = "The template has %d occurrences of {} for %d arguments"
	failChunk     = "The chunk size must be greater than zero, found %d"
	failStep      = "The step of the range must not be zero"
	failRange     = "The range has more than %d elements"
	failIndex     = "The index %d is out of bounds for an array of %d elements"
	failLong      = "The argument %s has more than %d characters"
	failBase64    = "The data is not valid Base64"
	failAlgorithm = "The algorithm '%s' is not one of MD5, SHA-1, SHA-256, SHA-384, SHA-512"
	failNull      = "The argument %s must not be null"
	failDeep      = "Only the shallow merge is supported: the third argument must be false"
	failJSON      = "The string is not valid JSON: %v"
	failEmpty     = "The start %d must be less than the end %d"
	failOverflow  = "The sum is out of range"
	failSource    = "There is no source of random numbers"
)
