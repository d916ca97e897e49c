package template

const (
	msgNotString = "The value for the field '%s' must be a STRING that contains a JSONPath but was %s"
	msgNotExpr   = "The value for the field '%s' must be a valid JSONPath or a valid intrinsic function call"
	msgDeep      = "the template is nested too deeply"
	msgExpr      = "expected a path, which starts with $, or an intrinsic function, which starts with States."
	msgMissing   = "The JSONPath '%s' specified for the field '%s' could not be found in the input '%s'"
)
