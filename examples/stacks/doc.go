// Package stacks puts the workflows of the examples into stacks of the CDK, with the functions, queues
// and topics they work with. The functions are small and real: each stack can be deployed.
package stacks
