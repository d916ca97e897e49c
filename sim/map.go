package sim

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

type mapNode struct {
	itemsPath   *lens
	items       shape
	selector    shape
	selectField string
	concurrency limitField
	processor   *graph
	distributed *distributed // nil for an inline Map
}

func (pl *planner) mapState(n *node, s *asl.Map) {
	m := &mapNode{selectField: "ItemSelector"}
	n.state, n.forks = m, true
	n.inputPath = pl.path(n.pointer, "InputPath", s.InputPath)
	m.itemsPath = pl.path(n.pointer, "ItemsPath", s.ItemsPath)
	if n.jsonata {
		m.items = pl.value(n, n.pointer, "Items", s.Items)
	}
	m.selector = pl.value(n, n.pointer, "ItemSelector", s.ItemSelector)
	if m.selector == nil {
		m.selector, m.selectField = pl.value(n, n.pointer, "Parameters", s.Parameters), "Parameters"
	}
	m.concurrency = pl.limit(n, "MaxConcurrency", s.MaxConcurrency, s.MaxConcurrencyPath)
	pl.results(n, s.Results)
	pl.outputs(n, s.Variables, s.Outputs)
	p, at := s.ItemProcessor, "/ItemProcessor"
	if p == nil {
		p, at = s.Iterator, "/Iterator"
	}
	if p == nil {
		pl.problem(n.pointer, "the Map has no ItemProcessor", "add \"ItemProcessor\": {\"StartAt\": ..., \"States\": {...}}")
		return
	}
	m.processor = pl.graph(&p.Graph, n.pointer+at)
	if s.Distributed() {
		m.distributed = pl.distributed(n, s, p)
	}
}

func (m *mapNode) failed(v *visit) { v.s.emit(EventMapStateFailed, nil) }

func (m *mapNode) run(v *visit) {
	in, f := v.effective()
	if f != nil {
		v.fail(f)
		return
	}
	w := v.view(in)
	items, limit, f := m.prepare(w)
	if f != nil {
		v.fail(f)
		return
	}
	v.s.emit(EventMapStateStarted, &MapStateStarted{len(items)})
	if m.distributed != nil {
		m.distributed.run(w, m, items, limit)
		return
	}
	m.inline(w, items, limit)
}

// prepare finds the items, if they are not read later, and the number that may run at a time.
func (m *mapNode) prepare(w *view) (items []mapItem, limit int, f *fault) {
	if m.distributed == nil || m.distributed.reader == nil {
		if items, f = m.list(w); f != nil {
			return nil, 0, f
		}
	}
	n, f := m.concurrency.get(w)
	if f == nil && n < 0 {
		f = runtime(msgConcurrency, n)
	}
	return items, int(n), f
}

func (m *mapNode) inline(w *view, items []mapItem, limit int) {
	v := w.v
	s := v.s
	if limit == 0 || limit > MaxInlineConcurrency {
		limit = MaxInlineConcurrency
	}
	k := &fork{v: v, mapped: true, total: len(items), limit: limit}
	k.begin = func(i int) (*strand, *fault) {
		kid := k.strand(i)
		kid.item = &items[i]
		in, f := m.itemInput(w, kid.item)
		if f != nil {
			return nil, f
		}
		kid.prev = s.add(EventMapIterationStarted, k.last, &MapIteration{v.node.name, i})
		kid.next(m.processor.start, in)
		return kid, nil
	}
	k.run()
}

// itemInput is what an iteration gets: the item, or what the ItemSelector makes of it.
func (m *mapNode) itemInput(w *view, item *mapItem) (any, *fault) {
	if m.selector == nil {
		return item.value, nil
	}
	s := w.v.s
	outer := s.item
	s.item = item
	defer func() { s.item = outer }()
	return m.selector.eval(w.v.view(w.input), m.selectField)
}

// list is the list of items from the state's input.
func (m *mapNode) list(w *view) ([]mapItem, *fault) {
	if w.v.node.jsonata {
		return m.listJSONata(w)
	}
	value, path := w.input, "$"
	if m.itemsPath != nil {
		var f *fault
		if value, f = m.itemsPath.get(w); f != nil {
			return nil, f
		}
		path = m.itemsPath.path.Bare()
	}
	list, ok := value.([]any)
	if !ok {
		return nil, runtime(msgItemsPath, path)
	}
	if m.itemsPath != nil {
		w.v.trace.note("afterItemsPath", value)
	}
	return itemsOf(list), nil
}

func (m *mapNode) listJSONata(w *view) ([]mapItem, *fault) {
	if m.items == nil {
		list, ok := w.input.([]any)
		if !ok {
			return nil, queryFault("", msgMapInput, ordjson.String(w.input))
		}
		return itemsOf(list), nil
	}
	value, f := m.items.eval(w, "Items")
	if f != nil {
		return nil, f
	}
	list, ok := value.([]any)
	if !ok {
		return nil, wrongType("Items", m.items, "array", value)
	}
	return itemsOf(list), nil
}

func itemsOf(list []any) []mapItem {
	items := make([]mapItem, len(list))
	for i, v := range list {
		items[i] = mapItem{index: i, value: v}
	}
	return items
}
