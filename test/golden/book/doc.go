// Package book keeps the reasons for which Stepwise renders something else than aws-cdk-lib does, and
// writes them into docs/differences-from-aws-cdk.md.
//
// A file of reasons has one block for each, with an empty line between:
//
//	# Title (findings)
//	Why it is so.
//	> regular expression of "recording difference"
package book
