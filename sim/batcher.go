package sim

import "github.com/stepwise-go/stepwise/asl"

// itemBatcher puts several items into one child execution.
// https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html
type itemBatcher struct {
	input shape
	items limitField
	bytes limitField
}

// batchRequest is what an ItemBatcher says in one Map Run; 0 is no limit.
type batchRequest struct {
	input        any
	hasInput     bool
	items, bytes int64
}

func (pl *planner) batcher(n *node, s *asl.ItemBatcher) *itemBatcher {
	if s == nil {
		return nil
	}
	return &itemBatcher{
		input: pl.value(n, n.pointer+"/ItemBatcher", "BatchInput", s.BatchInput),
		items: pl.limit(n, "MaxItemsPerBatch", s.MaxItemsPerBatch, s.MaxItemsPerBatchPath),
		bytes: pl.limit(n, "MaxInputBytesPerBatch", s.MaxInputBytesPerBatch, s.MaxInputBytesPerBatchPath),
	}
}

func (b *itemBatcher) prepare(w *view) (q batchRequest, f *fault) {
	if b == nil {
		return q, nil
	}
	if q.items, f = b.items.get(w); f != nil {
		return q, f
	}
	if q.bytes, f = b.bytes.get(w); f != nil {
		return q, f
	}
	if b.input != nil {
		q.hasInput = true
		q.input, f = b.input.eval(w, "ItemBatcher/BatchInput")
	}
	return q, f
}
