// Package arch holds the tests that keep the house as it was planned: which room may import which, how
// large a file may grow, and that nothing pure reaches the CDK.
package arch
