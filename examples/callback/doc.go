// Package callback is a workflow that waits for somebody else: it sends a message with the task token to a
// queue, and goes on when whoever takes the message answers with the token, or when the signs of life stop.
package callback
