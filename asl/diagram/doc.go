// Package diagram turns a state machine into a graph that a reviewer can read, and writes it as
// text: an outline for logs and golden files, Mermaid for Markdown, DOT for Graphviz. Packages
// diagram/svg and diagram/html paint the same graph.
//
//	fmt.Print(diagram.Mermaid(definition))
//
// Anything with a method ASL() *asl.Machine is a definition, an *asl.Machine too. To colour the graph
// by an execution, by the coverage of tests or by its difference from another version, make it with
// New and an Overlay:
//
//	run, err := diagram.ReadHistory(history)
//	...
//	fmt.Print(diagram.New(definition, diagram.Options{Overlay: run}).Mermaid())
//
// The result depends on the machine only, never on the order of its JSON keys: states stand in the
// order in which a reader who follows Next, then Choice rules, Default and Catch, meets them.
package diagram
