// Package layout is what stands between the painter of a diagram and the engine that places boxes
// and routes edges: one graph at a time, sizes in, positions and points out. A container is one box
// of the graph around it, so an engine needs to know nothing of nesting.
//
// Layered is an engine of its own, simple and without any dependency. Package svg uses a better one
// and falls back to Layered if that fails.
package layout
