package diag

// Severity tells whether a problem stops the workflow from being deployed.
type Severity uint8

const (
	Error   Severity = iota // AWS would refuse the definition, or it can never work
	Warning                 // the definition is accepted, but probably not what was meant
)

// String returns "error" or "warning", the words of the command's JSON.
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Diagnostic is one problem.
type Diagnostic struct {
	Code     string   // names the rule and never changes its meaning: SW101
	AWS      string   // the code AWS gives at creation, if it has one: MISSING_TRANSITION_TARGET
	Severity Severity // zero is Error
	Summary  string   // what is wrong: one line, no full stop
	Detail   string   // more, if it helps: why AWS refuses it, what would happen
	Fix      string   // how to mend it
	Pointer  string   // JSON Pointer into the definition, "" for the whole of it
	In       string   // where that is in words: Map "Each Order" > Task "Charge"
	Place    Place    // where the user wrote it, if known
	Related  []Related
}

// Related is another place that has to do with the problem, such as the first of two equal names.
type Related struct {
	Message string
	Pointer string
	Place   Place
}

// Place is a place in a source file. The zero Place is unknown.
type Place struct {
	File   string
	Line   int // from 1; 0 when unknown
	Column int // from 1, in characters; 0 when unknown, as it is for Go call sites
	Func   string
}

// Known tells whether the place is known.
func (p Place) Known() bool { return p.Line > 0 }

// Places says where the parts of a definition were written.
type Places interface {
	// PlaceOf returns the place of the value that a JSON Pointer names, or of the nearest
	// value around it that has a place.
	PlaceOf(pointer string) (Place, bool)
}
