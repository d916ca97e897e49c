// Package svg draws a state machine as one self-contained SVG picture: light and dark, with text that
// can be selected, the same bytes every time.
//
//	err := os.WriteFile("order.svg", []byte(svg.Render(definition, svg.Options{})), 0o644)
//
// The way that a reader follows first, from choice to choice the longest that ends well, is one straight
// line down. Ways back stand at its left. What a state catches stands at its right side, dashed, each
// error with its label close to the state. In a machine of many hundred states lines that would go very
// far are cut: the label then says where they lead.
//
// The picture follows the system's light or dark mode by itself. For a README on GitHub, which has a
// switch of its own, write two files with Theme Light and Dark and refer to both in a <picture>.
//
// The boxes are placed by github.com/d2lang/elk-go, which is under the Eclipse Public License 2.0. A
// program that must not contain it builds with the tag noelk and gets a simpler layout.
package svg
