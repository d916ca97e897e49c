package diagram

// The words of the package.
const (
	labelState       = " state"
	labelSucceed     = "Success state"
	labelDistributed = "Distributed Map state"
	labelNoType      = "State without Type"
	labelMissing     = "No such state"
	labelDefault     = "Default"

	msgHistoryNotJSON  = "the history is not JSON: %w"
	msgHistoryNoEvents = "the history has no list of events: it has to be what GetExecutionHistory returns, {\"events\": [...]}"
	msgHistoryNoObject = "event %d of the history is not an object"
)
