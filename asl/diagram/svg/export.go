package svg

import "github.com/stepwise-go/stepwise/asl/diagram"

// StatusClass returns the class that a state or transition of a status has in a picture, "" if it
// has none. Pages that step through an execution set it.
func StatusClass(s diagram.Status) string { return statusClass(s) }

// StatusMark returns what stands in the round mark of a status: SVG elements around 0,0 inside a
// circle of radius 8; "" if the status has no mark.
func StatusMark(s diagram.Status) string { return marks[s] }
