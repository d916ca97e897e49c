package diff

// The words of the package.
const (
	msgNoChange       = "no change"
	msgMachineChanged = "settings of the machine changed"
	msgMachine        = "State machine"
	msgPermissions    = "Permissions"
	msgNone           = "(none)"
	msgTheStart       = "Start"
	msgTheEnd         = "(end)"
	msgMoreFields     = "... and %d more fields"
	msgInside         = " with %d states inside"
)
