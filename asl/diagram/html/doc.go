// Package html draws a state machine as one interactive page: pan, zoom, find a state, click it to
// see its definition, permissions and notes, and step through an execution.
//
//	err := os.WriteFile("order.html", []byte(html.Render(definition, html.Options{Title: "Order"})), 0o644)
//
// The page is one file that works from a disk and fetches nothing; its Content Security Policy
// forbids it to. Everything is laid out beforehand. An address that ends in #State%20Name opens the page at
// that state.
package html
