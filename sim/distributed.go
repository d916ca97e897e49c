package sim

import (
	"slices"
	"strconv"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// distributed is what a distributed Map has beside an inline one.
// https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
type distributed struct {
	label      string
	express    bool
	reader     *itemReader
	batcher    *itemBatcher
	writer     *resultWriter
	count      limitField // of failures that are tolerated
	percentage floatField
}

// floatField is limitField for a number that need not be whole.
type floatField struct {
	field string
	fixed float64
	set   bool
	path  *lens
	expr  shape
}

func (pl *planner) distributed(n *node, s *asl.Map, p *asl.Processor) *distributed {
	d := &distributed{
		label:   s.Label,
		express: p.ProcessorConfig.ExecutionType == "EXPRESS",
		count:   pl.limit(n, "ToleratedFailureCount", s.ToleratedFailureCount, s.ToleratedFailureCountPath),
	}
	pl.standard = append(pl.standard, n.name)
	d.percentage = floatField{field: "ToleratedFailurePercentage", path: pl.pathText(n.pointer, "ToleratedFailurePercentagePath", s.ToleratedFailurePercentagePath)}
	d.percentage.fixed, d.percentage.set = s.ToleratedFailurePercentage.Number()
	if text, ok := s.ToleratedFailurePercentage.Expr(); ok && n.jsonata {
		d.percentage.expr = pl.shape(n, n.pointer+"/ToleratedFailurePercentage", text)
	}
	d.percentage.set = d.percentage.set || d.percentage.path != nil || d.percentage.expr != nil
	d.reader = pl.reader(n, s.ItemReader)
	d.batcher = pl.batcher(n, s.ItemBatcher)
	d.writer = pl.writer(n, s.ResultWriter)
	return d
}

func (l *floatField) get(w *view) (float64, *fault) {
	switch {
	case l.path != nil:
		return l.path.number(w)
	case l.expr != nil:
		return numberOf(w, l.field, l.expr)
	}
	return l.fixed, nil
}

// tolerance is how many children may fail.
type tolerance struct {
	count      int64
	percentage float64
	byCount    bool
	byPercent  bool
}

func (d *distributed) tolerance(w *view) (t tolerance, f *fault) {
	t.byCount, t.byPercent = d.count.set, d.percentage.set
	if t.count, f = d.count.get(w); f != nil {
		return t, f
	}
	if t.count < 0 {
		return t, runtime(msgNegative, "ToleratedFailureCount")
	}
	if t.percentage, f = d.percentage.get(w); f != nil {
		return t, f
	}
	if t.percentage < 0 || t.percentage > 100 {
		return t, runtime(msgPercentage)
	}
	return t, nil
}

// exceeded tells whether so many failures are too many.
func (t *tolerance) exceeded(failed, total int) bool {
	if failed == 0 {
		return false
	}
	byCount := int64(failed) > t.count
	byPercent := float64(failed)*100 > t.percentage*float64(total)
	switch {
	case t.byCount && t.byPercent:
		return byCount || byPercent
	case t.byPercent:
		return byPercent
	}
	return byCount
}

// run does the work of a distributed Map after MapStateStarted.
func (d *distributed) run(w *view, m *mapNode, items []mapItem, limit int) {
	v := w.v
	s := v.s
	e := s.ex.env
	r := &mapRun{v: v, node: m, view: w, items: items, limit: limit, running: map[*execution]int{}}
	f := r.prepare(d)
	if f != nil {
		v.fail(f)
		return
	}
	v.fork = &fork{v: v, mapRun: r}
	r.name = r.label()
	r.public = &MapRun{
		State: v.node.name, ARN: e.cfg.arn("mapRun", s.ex.machine+"/"+r.name+":"+e.uuid()), Status: Running,
		MaxConcurrency: limit, ToleratedFailureCount: int(r.tolerate.count), ToleratedFailurePercentage: r.tolerate.percentage,
	}
	e.mapRuns = append(e.mapRuns, r.public)
	r.started = s.emit(EventMapRunStarted, &MapRunStarted{r.public.ARN})
	if !s.live() {
		return
	}
	if d.reader != nil {
		r.items, f = d.reader.read(e, r.read)
	}
	if f == nil {
		f = r.batch(d)
	}
	if f != nil {
		r.fail(f)
		return
	}
	r.begin()
}

// prepare evaluates what the Map Run needs before it starts.
func (r *mapRun) prepare(d *distributed) (f *fault) {
	if r.tolerate, f = d.tolerance(r.view); f != nil {
		return f
	}
	if r.read, f = d.reader.prepare(r.view); f != nil {
		return f
	}
	if r.batching, f = d.batcher.prepare(r.view); f != nil {
		return f
	}
	r.destination, f = d.writer.prepare(r.view)
	return f
}

// label is the Label of the Map, or one that the service would make of the state's name.
func (r *mapRun) label() string {
	if l := r.node.distributed.label; l != "" {
		return l
	}
	name := []rune(r.v.node.name)
	letters := slices.DeleteFunc(name, func(c rune) bool {
		return c != '_' && c != '-' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')
	})
	return string(letters[:min(len(letters), 32)]) + strconv.FormatUint(r.v.s.ex.env.rand.Uint64(), 36)
}

// batch makes the inputs of the children: one for each item, or for each batch.
func (r *mapRun) batch(d *distributed) *fault {
	if d.batcher == nil {
		return nil
	}
	var batches []mapItem
	var open []any
	empty := len(`{"Items":[]}`) // the input of a child without its items
	if r.batching.hasInput {
		empty += len(`"BatchInput":,`) + sizeUpTo(r.batching.input, MaxPayload)
	}
	most := int64(MaxPayload)
	if r.batching.bytes > 0 {
		most = min(most, r.batching.bytes)
	}
	size := empty
	closeBatch := func() {
		if len(open) == 0 {
			return
		}
		o := &ordjson.Object{}
		if r.batching.hasInput {
			o.Set("BatchInput", r.batching.input)
		}
		o.Set("Items", open)
		batches = append(batches, mapItem{index: len(batches), value: o})
		open, size = nil, empty
	}
	for i := range r.items {
		in, f := r.node.itemInput(r.view, &r.items[i])
		if f != nil {
			return f
		}
		n := sizeUpTo(in, MaxPayload)
		full := r.batching.items > 0 && int64(len(open)) >= r.batching.items
		heavy := len(open) > 0 && int64(size+n) > most
		if full || heavy {
			closeBatch()
		}
		open = append(open, in)
		size += n + 1
		r.public.Items.Total++
	}
	closeBatch()
	r.items, r.batched = batches, true
	return nil
}
