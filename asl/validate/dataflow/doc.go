// Package dataflow works out which fields and variables can exist at each state of a machine, and which
// paths can therefore never lead anywhere.
//
//	input, err := dataflow.FromSchema(schema)
//	...
//	flow := dataflow.Analyse(machine, dataflow.Options{Input: input})
//	fmt.Println(flow.At("Charge").Input) // {order: {id: string, total: number}}
//	for _, p := range flow.Problems {
//		fmt.Println(p.Pointer, p.Summary)
//	}
//
// What is known comes from the declared shape of the input, from what tasks return (declared, or recorded
// mocks), from the fixed data of the definition and from what the service itself puts into results and
// errors. Whatever is not known may be anything, and is never reported.
//
// Shapes are made of Go types (FromType), JSON Schemas (FromSchema) and values (FromValue).
//
// In JSONPath states all paths are followed. In JSONata states only expressions that are a plain path,
// such as {% $states.input.order.id %}, are; package validate looks at those inside of other expressions, with
// Shape.Missing.
package dataflow
