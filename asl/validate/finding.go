package validate

import (
	"fmt"
	"strconv"

	"github.com/stepwise-go/stepwise/diag"
)

// finding is a diagnostic with what AWS says of it, if that is known.
type finding struct {
	diag.Diagnostic
	awsMessage string
	awsPointer string // where AWS points, if not where we do
	awsNowhere bool   // AWS gives no location
}

// say gives the summary. A format that takes no arguments is taken as it is.
func (f *finding) say(format string, args ...any) *finding {
	f.Summary = text(format, args)
	return f
}

func (f *finding) detail(format string, args ...any) *finding {
	f.Detail = text(format, args)
	return f
}

func (f *finding) fix(format string, args ...any) *finding {
	f.Fix = text(format, args)
	return f
}

// warn makes a warning of what is an error elsewhere. AWS accepts it then.
func (f *finding) warn() *finding {
	f.Severity, f.AWS = diag.Warning, ""
	return f
}

// aws gives the message of AWS.
func (f *finding) aws(format string, args ...any) *finding {
	f.awsMessage = text(format, args)
	return f
}

// code gives the code of AWS if it is not that of the rule.
func (f *finding) code(aws string) *finding {
	f.AWS = aws
	return f
}

// awsAt tells where AWS points.
func (f *finding) awsAt(pointer string) *finding {
	f.awsPointer = pointer
	return f
}

func (f *finding) related(message, pointer string) *finding {
	f.Related = append(f.Related, diag.Related{Message: message, Pointer: pointer})
	return f
}

func text(format string, args []any) string {
	if len(args) == 0 {
		return format
	}
	return fmt.Sprintf(format, args...)
}

func itoa(i int) string { return strconv.Itoa(i) }
