// Package benchmarks compares the speed of asl/jsonata with that of gnata, the fastest other JSONata
// engine in Go, on expressions as Step Functions workflows hold them. It is a module of its own, so that
// users of Stepwise do not get gnata.
//
//	cd asl/jsonata/benchmarks && go test -bench . -benchmem
package benchmarks
