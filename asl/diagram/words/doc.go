// Package words says in few words what the parts of a definition do: the service and action behind
// a Resource, the condition of a Choice rule, a time. Diagrams and differences speak with it.
//
//	words.Rule(rule)                                        // $.status == "FAILED"
//	words.ResourceOf("arn:aws:states:::sqs:sendMessage").String() // SQS: SendMessage
package words
