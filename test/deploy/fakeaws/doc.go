// Package fakeaws is as much of AWS as `cdk deploy` and `cdk destroy` talk to: STS, SSM, S3,
// CloudFormation and the part of Step Functions that starts executions. It runs in the process of a
// test, on a loopback port, and keeps everything in memory.
//
// It refuses what CloudFormation refuses: unknown resource types and properties, missing required ones,
// values outside an enumeration, references to nothing, cycles, and definitions with a substitution that
// is missing. It does not know quotas, permissions or the wording of AWS's own errors.
package fakeaws
