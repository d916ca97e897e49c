package html

// The words of the package that are not on the page itself.
const (
	titleDefault = "State machine"
	msgInside    = "%d states, shown in the picture"
)
