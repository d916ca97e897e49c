module github.com/stepwise-go/stepwise/asl/jsonata/benchmarks

go 1.25.6

require (
	github.com/recolabs/gnata v0.2.2
	github.com/stepwise-go/stepwise v0.0.0
)

require (
	github.com/tidwall/gjson v1.18.0 // indirect
	github.com/tidwall/match v1.1.1 // indirect
	github.com/tidwall/pretty v1.2.1 // indirect
)

replace github.com/stepwise-go/stepwise => ../../..
