package dataflow

const (
	msgNotJSON  = "not JSON: %w"
	msgNever    = "%s never leads anywhere: %s"
	whyNoField  = "%s has no field %q"
	whyNoObject = "%s is not an object but %s"
	whyNoList   = "%s is not a list but %s"
	fixFields   = "it has %s"
	fixNoFields = "it has no fields"
	fixKind     = "check where the value comes from"
)
