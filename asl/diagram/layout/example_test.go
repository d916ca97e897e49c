package layout_test

import (
	"fmt"

	"github.com/stepwise-go/stepwise/asl/diagram/layout"
)

func ExampleLayered() {
	a, b := &layout.Node{Width: 80, Height: 40}, &layout.Node{Width: 60, Height: 40}
	edge := &layout.Edge{
		From: layout.End{Node: a, Side: layout.Bottom, At: 40}, To: layout.End{Node: b, Side: layout.Top, At: 30}, Weight: 1,
	}
	g := &layout.Graph{Nodes: []*layout.Node{a, b}, Edges: []*layout.Edge{edge}}
	if err := layout.Layered(g); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("a above b:", a.Y+a.Height < b.Y, "and the edge is straight:", len(edge.Points) == 2)
	// Output: a above b: true and the edge is straight: true
}
