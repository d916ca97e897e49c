package hcljson

const (
	msgDepth      = "values nest too deep"
	msgList       = "expected , or ] in a list"
	msgObject     = "expected a new line, , or } in an object"
	msgKey        = "expected a key and ="
	msgValue      = "expected a value"
	msgTextLine   = "a text does not end on its line"
	msgTextEnd    = "a text does not end"
	msgHeredoc    = "expected a name after <<"
	msgHeredocEnd = "the text does not end with %s"
)
