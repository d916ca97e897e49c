// Package core compares states, conditions, maps, chains and fragments with what aws-cdk-lib renders
// for the same workflow.
//
// The recorded files are not part of the repository; without them the tests are skipped. Every
// difference must be explained in reasons.txt; docs/differences-from-aws-cdk.md is made from it.
package core
