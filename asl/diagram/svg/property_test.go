package svg

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/asl/diagram/layout"
	"github.com/stepwise-go/stepwise/internal/recorded"
)

// faults are what a picture must not show.
type faults struct {
	overlaps, cutOff, throughBoxes, labelsOnBoxes, labelsOnLabels, labelsOnEdges, strayLabels, chipsOnEdges, chipsOnLabels, tooWide, slanted, runTogether int
}

func (f *faults) count(a *area) {
	for i, b := range a.boxes {
		f.inside(a, b.zone())
		for _, other := range a.boxes[:i] {
			if b.zone().meets(other.zone()) {
				f.overlaps++
			}
		}
		for k, inner := range b.areas {
			if inner.x < 0 || inner.y < b.header || inner.x+inner.width > b.width || inner.y+inner.height > b.height {
				f.cutOff++
			}
			if k > 0 && inner.x < b.areas[k-1].x+b.areas[k-1].width {
				f.overlaps++
			}
			f.count(inner)
		}
		if b.node.Kind != diagram.Start && b.node.Kind != diagram.End &&
			textLeft+max(nameFont.widest(b.name), labelFont.width(b.label)) > b.width {
			f.tooWide++
		}
		f.chips(a, b)
	}
	for i, l := range a.lines {
		f.line(a, i, l)
	}
}

// chipZones are where the chips of a box stand.
func (b *box) chipZones() []zone {
	var out []zone
	for i, chips := range [][]chip{b.chips, b.runChips} {
		if len(chips) == 0 {
			continue
		}
		y := b.y - chipLift
		if i == 1 {
			y = b.y + b.height + chipLift
		}
		right := b.x + b.width - 10
		out = append(out, zone{right - chipsWidth(chips) + chipGap, y - chipHeight/2, right, y + chipHeight/2})
	}
	return out
}

func (f *faults) chips(a *area, b *box) {
	for _, z := range b.chipZones() {
		f.inside(a, z)
		if z.left < b.x {
			f.tooWide++
		}
		for _, l := range a.lines {
			if l.text != nil && z.meets(l.labelZone()) {
				f.chipsOnLabels++
			}
			for i := 1; i < len(l.points); i++ {
				if z.meets(between(l.points[i-1], l.points[i])) {
					f.chipsOnEdges++
				}
			}
		}
	}
}

func (f *faults) line(a *area, number int, l *line) {
	for i, p := range l.points {
		f.inside(a, zone{p.X, p.Y, p.X, p.Y})
		if i == 0 {
			continue
		}
		piece := between(l.points[i-1], p)
		if piece.left != piece.right && piece.top != piece.bottom {
			f.slanted++
		}
		for _, b := range a.boxes {
			if piece.meets(b.zone().grown(-0.5)) {
				f.throughBoxes++
			}
		}
		for _, other := range a.lines[:number] {
			if foreign(l, other) && liesOn(piece, other) {
				f.runTogether++
			}
		}
	}
	if l.text == nil {
		return
	}
	if edgeFont.widest(l.text) > l.labelWidth {
		f.tooWide++
	}
	label := l.labelZone()
	f.inside(a, label)
	for _, b := range a.boxes {
		if label.meets(b.zone()) {
			f.labelsOnBoxes++
		}
	}
	for i, other := range a.lines {
		if i < number && other.text != nil && label.meets(other.labelZone()) {
			f.labelsOnLabels++
		}
	}
	if a.crossed(l, label.grown(-1)) {
		f.labelsOnEdges++
	}
	if !onLine(l.points, l) {
		f.strayLabels++
	}
}

// foreign tells whether two lines have nothing to do with each other.
func foreign(a, b *line) bool {
	return a.edge.From != b.edge.From && a.edge.To != b.edge.To && a.edge.From != b.edge.To && a.edge.To != b.edge.From
}

// liesOn tells whether a piece of a line hides one of another.
func liesOn(piece zone, other *line) bool {
	for i := 1; i < len(other.points); i++ {
		z := between(other.points[i-1], other.points[i])
		if isUpright(z) == isUpright(piece) && z.grown(0.4).meets(piece.grown(0.4)) {
			return true
		}
	}
	return false
}

func (f *faults) inside(a *area, z zone) {
	const slack = 0.11 // of rounding
	if z.left < -slack || z.top < -slack || z.right > a.width+slack || z.bottom > a.height+slack {
		f.cutOff++
	}
}

func checkPicture(t *testing.T, name string, m *asl.Machine, engine layout.Engine) {
	t.Helper()
	for _, overlay := range []diagram.Overlay{nil, &diagram.Coverage{}, diagram.Against(&asl.Machine{})} {
		pic := arrange(diagram.New(m, diagram.Options{Overlay: overlay}), engine)
		var f faults
		f.count(pic.root)
		if f != (faults{}) {
			t.Errorf("%s: %+v", name, f)
		}
	}
}

var engines = map[string]layout.Engine{"default": nil, "layered": layout.Layered}

func TestPicturesOfRandomMachines(t *testing.T) {
	for name, engine := range engines {
		t.Run(name, func(t *testing.T) {
			for seed := range uint64(40) {
				checkPicture(t, fmt.Sprint("seed ", seed), randomMachine(seed, 14), engine)
			}
		})
	}
}

func TestPicturesOfMachines(t *testing.T) {
	for name, engine := range engines {
		t.Run(name, func(t *testing.T) {
			for file, m := range testMachines(t) {
				checkPicture(t, file, m, engine)
			}
		})
	}
}

func TestPicturesOfRecordedDefinitions(t *testing.T) {
	type definition struct {
		ID         string
		Definition json.RawMessage
	}
	seen := map[string]bool{}
	for _, c := range recorded.Cases[definition](t, "*.json") {
		doc, err := asl.Parse("definition.json", c.Definition)
		if err != nil || seen[string(c.Definition)] {
			continue
		}
		seen[string(c.Definition)] = true
		checkPicture(t, c.ID, doc.Machine, nil)
	}
	t.Log(len(seen), "definitions")
}

func testMachines(t testing.TB) map[string]*asl.Machine {
	t.Helper()
	files, _ := filepath.Glob("../testdata/machines/*.asl.yaml")
	if len(files) == 0 {
		t.Fatal("no machines")
	}
	out := map[string]*asl.Machine{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := asl.Parse(file, text)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(file)] = doc.Machine
	}
	return out
}

// randomMachine makes a machine of any shape: cycles, double edges, edges to itself and to nowhere.
func randomMachine(seed uint64, states int) *asl.Machine {
	r := &random{rand.New(rand.NewPCG(seed, 1)), 0}
	return &asl.Machine{Graph: r.graph(states, 2)}
}

type random struct {
	*rand.Rand
	count int
}

func (r *random) graph(states, depth int) asl.Graph {
	n := 1 + r.IntN(states)
	names := make([]string, n)
	for i := range names {
		r.count++
		names[i] = fmt.Sprintf("State %d %s", r.count, "of a name that may be long"[:r.IntN(26)])
	}
	any := func() string { return names[r.IntN(n)] }
	g := asl.Graph{StartAt: any()}
	for i, name := range names {
		next := names[min(i+1, n-1)]
		if r.IntN(4) == 0 {
			next = any()
		}
		g.States.Set(name, r.state(any, next, depth))
	}
	return g
}

func (r *random) state(any func() string, next string, depth int) asl.State {
	flow := asl.Flow{Next: next}
	var rescue asl.Rescue
	for range r.IntN(3) {
		rescue.Catch = append(rescue.Catch, asl.Catcher{ErrorEquals: []string{"Some.LongErrorName", "States.ALL"}[r.IntN(2):], Next: any()})
	}
	switch r.IntN(8) {
	case 0, 1:
		c := &asl.Choice{}
		for range 1 + r.IntN(4) {
			c.Choices = append(c.Choices, asl.Rule{Variable: "$.some.value", Operator: "StringEquals", Operand: "abcdefghijk"[:r.IntN(11)], Next: any()})
		}
		if r.IntN(2) == 0 {
			c.Default = any()
		}
		return c
	case 2:
		return &asl.Wait{Seconds: asl.IntOf(r.Int64N(1e5)), Flow: flow}
	case 3:
		return &asl.Fail{}
	case 4:
		if depth > 0 {
			return &asl.Map{ItemProcessor: &asl.Processor{Graph: r.graph(5, depth-1)}, Rescue: rescue, Flow: flow}
		}
	case 5:
		if depth > 0 {
			p := &asl.Parallel{Rescue: rescue, Flow: flow}
			for range 1 + r.IntN(3) {
				p.Branches = append(p.Branches, asl.Branch{Graph: r.graph(4, depth-1)})
			}
			return p
		}
	}
	return &asl.Task{Resource: "arn:aws:states:::sqs:sendMessage", TimeoutSeconds: asl.IntOf(60), Rescue: rescue, Flow: flow}
}
