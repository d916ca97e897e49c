// Package golden compares state machines, activities, grants and metrics with what aws-cdk-lib makes
// of the same constructs: their properties, definitions, policies and metrics.
//
// The recorded files are not part of the repository; without them the tests are skipped. Every
// difference must be explained in reasons.txt; docs/differences-from-aws-cdk.md is made from it.
package golden
