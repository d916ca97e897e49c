package svg_test

import (
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diagram/svg"
)

func ExampleRender() {
	m := &asl.Machine{Graph: asl.Graph{StartAt: "Pause"}}
	m.States.Set("Pause", &asl.Wait{Seconds: asl.IntOf(60), Flow: asl.Flow{Next: "Done"}})
	m.States.Set("Done", &asl.Succeed{})
	picture := svg.Render(m, svg.Options{Title: "Hello", Theme: svg.Light})
	fmt.Println(strings.HasPrefix(picture, "<svg"), strings.Contains(picture, ">Pause</text>"))
	// Output: true true
}
