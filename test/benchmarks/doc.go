// Package benchmarks compares Stepwise with aws-cdk-go on a machine of 4,000 Lambda tasks: building and
// rendering it, and the synthesis of whole apps. It is a module of its own, since awsstepfunctionstasks takes
// minutes to compile.
//
//	cd test/benchmarks && go test -bench . -benchtime 1x -timeout 30m
package benchmarks
