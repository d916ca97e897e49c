// Package cdk holds the tests of what is deployed: templates of state machines, their permissions and
// dependencies, and the benchmark against the CDK's own library.
package cdk
