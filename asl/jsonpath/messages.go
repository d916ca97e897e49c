package jsonpath

// Messages of syntax errors.
const (
	msgEmpty          = "the path is empty: write $ for the whole document"
	msgStart          = "a path starts with $: write $.name for a member of the input, $$.name for the context object, $variable for a variable"
	msgAfterRoot      = "expected . or [ after the root, found %q"
	msgEndsWithDot    = "the path ends with a dot: name a member after it"
	msgThreeDots      = "expected a name, * or [ after .., found another dot"
	msgExpectedStep   = "expected . or [, found %q"
	msgNameChar       = "%q cannot stand in a name after a dot: write ['name'] instead"
	msgEmptyBrackets  = "empty brackets: write a name in quotes, an index, a slice, * or ?(filter)"
	msgBracketStart   = "expected a name in quotes, an index, a slice, * or ?(filter), found %q"
	msgQuoteOpen      = "the name is not closed: expected %q"
	msgAfterName      = "expected , or ] after the name, found %q"
	msgBracketOpen    = "the bracket is not closed: expected ]"
	msgExpectedQuote  = "expected a name in quotes, found %q"
	msgBadIndex       = "%q is not an index: expected a whole number, a list such as 0,2 or a slice such as 1:3"
	msgEmptySlice     = "a slice needs a start or an end, as in [1:] or [:3]"
	msgSliceAndUnion  = "a slice and a list of indexes cannot be mixed"
	msgContextIndex   = "only [(@.length-1)] and the like can stand in parentheses"
	msgFilterParen    = "a filter is written ?( ... ): expected ("
	msgFilterClose    = "expected ) to close the filter"
	msgFilterDeep     = "filters are nested too deeply"
	msgFilterEnd      = "the filter ends too early"
	msgOperand        = "expected a path, a string, a number, true, false, null or a list, found %q"
	msgExists         = "a value alone is no condition: compare it, or test a path such as @.name"
	msgOperator       = "%q is no operator: use == != < <= > >= =~ in nin anyof noneof subsetof all size empty contains"
	msgStringOpen     = "the string is not closed: expected %q"
	msgRegexOpen      = "the regular expression is not closed: expected /"
	msgRegex          = "the regular expression cannot be read: %v"
	msgJSONLiteral    = "the JSON value cannot be read: %v"
	msgListClose      = "expected , or ] in the list"
	msgTooLong        = "the path is longer than %d bytes"
	msgNotReference   = "a reference path names one place: %s cannot stand in it"
	msgOnlyInput      = "the path must start at the input ($), not at %s"
	msgRegexNeedsText = "=~ needs a regular expression such as /a.*/ on one side"
)

// Notes: what is read but does not work as the author may think.
const (
	noteFunction = "Step Functions has no path functions: %s is read as a member of that name; use an intrinsic function such as States.ArrayLength"
	noteWord     = "the developer guide lists word operators such as %s as not supported"
	noteRegex    = "the developer guide lists regular expressions in filters as not supported"
	noteRoot     = "the developer guide lists references to other values of the document in filters as not supported"
	noteScalar   = "@ alone never matches a string, number or boolean: it stands for objects only"
	noteStep     = "the step of a slice is ignored"
	noteBareWord = "%s is read as a string: put it in quotes"
)

// What the path library of Step Functions says during an execution.
const (
	detailNoResult        = "No results for path: %s"
	detailMissingProperty = "Missing property in path %s"
	detailNotObject       = "Property %s not found in path %s"
	detailNotArray        = "Filter: %s can only be applied to arrays. Current context is: %s"
	detailNull            = "The path %s is null"
	detailNotFilterable   = "Filter: %s can not be applied to primitives. Current context is: %s"
	detailNoVariable      = "The variable '%s' is not set"
	detailTooLarge        = "The path visits more than %d values"
)

// What cannot stand in a reference path, and why a value cannot be put at one.
const (
	msgAList     = "a list of names or indexes"
	msgASlice    = "a slice"
	msgAWildcard = "the wildcard *"
	msgAScan     = "the deep scan .."
	msgAFilter   = "a filter"
	msgAFunction = "a function"
	msgMisfit    = "reference path %s: %s must be an %s, found %s"
	msgNothing   = "nothing"
)
