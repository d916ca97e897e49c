// Package stacktest tests stacks: it takes snapshots of templates, and fails on error annotations,
// which the CDK's assertions do not look at.
//
//	func TestMain(m *testing.M) { stacktest.Main(m) }
//
//	func TestStack(t *testing.T) {
//		stack := NewOrdersStack(stacktest.App(), "Orders", nil)
//		stacktest.Snapshot(t, stack)
//		stacktest.Template(t, stack).ResourceCountIs(jsii.String("AWS::SQS::Queue"), jsii.Number(1))
//	}
//
// Node starts once for all tests of a package. The CDK binding must not be used by two goroutines at a
// time, so tests of stacks cannot be parallel.
package stacktest
