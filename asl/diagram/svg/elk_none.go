//go:build noelk

package svg

import "github.com/stepwise-go/stepwise/asl/diagram/layout"

var defaultEngine layout.Engine = layout.Layered
