package sim

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// itemReader reads the items of a distributed Map from objects.
// https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
type itemReader struct {
	lists    bool // s3:listObjectsV2
	config   asl.ReaderConfig
	params   shape
	field    string
	maxItems limitField
}

// readRequest is what an ItemReader is asked for in one Map Run.
type readRequest struct {
	bucket, key, prefix string
	max                 int64 // 0 for all
}

func (pl *planner) reader(n *node, s *asl.ItemReader) *itemReader {
	if s == nil {
		return nil
	}
	r := &itemReader{lists: strings.HasSuffix(s.Resource, ":listObjectsV2"), field: "ItemReader/Parameters"}
	if n.jsonata {
		r.field = "ItemReader/Arguments"
		r.params = pl.value(n, n.pointer+"/ItemReader", "Arguments", s.Arguments)
	} else {
		r.params = pl.value(n, n.pointer+"/ItemReader", "Parameters", s.Parameters)
	}
	if s.ReaderConfig != nil {
		r.config = *s.ReaderConfig
		r.maxItems = pl.limit(n, "MaxItems", r.config.MaxItems, r.config.MaxItemsPath)
	}
	if strings.EqualFold(r.config.InputType, "PARQUET") {
		pl.problem(n.pointer+"/ItemReader/ReaderConfig/InputType", "Parquet is not simulated", "run the test with the same items as JSON or CSV")
	}
	return r
}

func (r *itemReader) prepare(w *view) (q readRequest, f *fault) {
	if r == nil {
		return q, nil
	}
	if q.max, f = r.maxItems.get(w); f != nil || r.params == nil {
		return q, f
	}
	params, f := r.params.eval(w, r.field)
	if f != nil {
		return q, f
	}
	q.bucket, _ = member(params, "Bucket").(string)
	q.key, _ = member(params, "Key").(string)
	q.prefix, _ = member(params, "Prefix").(string)
	return q, nil
}

func (r *itemReader) read(e *env, q readRequest) ([]mapItem, *fault) {
	if q.max < 0 {
		return nil, newFault(ErrorItemReader, msgMaxItems)
	}
	items, f := r.items(e.objects, q)
	if f != nil {
		return nil, f
	}
	if q.max > 0 && int64(len(items)) > q.max {
		items = items[:q.max]
	}
	return items, nil
}

func (r *itemReader) items(store ObjectStore, q readRequest) ([]mapItem, *fault) {
	if r.lists {
		return r.listed(store, q)
	}
	kind := strings.ToUpper(r.config.InputType)
	if kind == "MANIFEST" || r.config.ManifestType != "" {
		return r.manifest(store, q)
	}
	return r.object(store, q.bucket, q.key, kind)
}

// unreadable is the fault of an object that gives no items.
func unreadable(format string, args ...any) *fault { return newFault(ErrorItemReader, format, args...) }

// object reads the items of one object.
func (r *itemReader) object(store ObjectStore, bucket, key, kind string) ([]mapItem, *fault) {
	o, ok := store.GetObject(bucket, key)
	if !ok {
		return nil, unreadable(msgNoObject, bucket, key)
	}
	body, f := unpack(&o)
	if f != nil {
		return nil, f
	}
	var items []mapItem
	switch kind {
	case "CSV":
		items, f = r.csv(body)
	case "JSONL":
		items, f = jsonLines(body)
	default:
		items, f = r.json(body)
	}
	for i := range items {
		items[i].source = "s3://" + bucket + "/" + key
	}
	return items, f
}

// listed gives an item for each object of a bucket, or with LOAD_AND_FLATTEN the items in all of them.
func (r *itemReader) listed(store ObjectStore, q readRequest) ([]mapItem, *fault) {
	var items []mapItem
	for _, o := range store.ListObjects(q.bucket, q.prefix) {
		if r.config.Transformation == "LOAD_AND_FLATTEN" {
			inside, f := r.object(store, o.Bucket, o.Key, strings.ToUpper(r.config.InputType))
			if f != nil {
				return nil, f
			}
			for _, item := range inside {
				item.index = len(items)
				items = append(items, item)
			}
			continue
		}
		class := o.StorageClass
		if class == "" {
			class = "STANDARD"
		}
		items = append(items, mapItem{index: len(items), source: "s3://" + q.bucket, value: ordjson.NewObject(
			ordjson.Member{Key: "Etag", Value: o.ETag()},
			ordjson.Member{Key: "Key", Value: o.Key},
			ordjson.Member{Key: "LastModified", Value: float64(o.LastModified.Unix())},
			ordjson.Member{Key: "Size", Value: float64(len(o.Body))},
			ordjson.Member{Key: "StorageClass", Value: class},
		)})
	}
	return items, nil
}

// json reads a list, or the object at the ItemsPointer, whose members are the items then.
func (r *itemReader) json(body []byte) ([]mapItem, *fault) {
	v, err := ordjson.Decode(body)
	if err != nil {
		return nil, unreadable(msgReaderJSON, err)
	}
	if p := r.config.ItemsPointer; p != "" {
		at, ok := ordjson.Lookup(v, p)
		if !ok {
			return nil, unreadable(msgReaderPointer, p)
		}
		v = at
	}
	switch t := v.(type) {
	case []any:
		return itemsOf(t), nil
	case *ordjson.Object:
		if r.config.ItemsPointer == "" {
			break
		}
		items := make([]mapItem, t.Len())
		for i := range items {
			m := t.At(i)
			items[i] = mapItem{index: i, value: m.Value, key: m.Key, keyed: true}
		}
		return items, nil
	}
	return nil, unreadable(msgReaderList)
}

func jsonLines(body []byte) ([]mapItem, *fault) {
	var items []mapItem
	for line := range strings.Lines(string(body)) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		v, err := ordjson.DecodeString(line)
		if err != nil {
			return nil, unreadable(msgReaderJSON, err)
		}
		items = append(items, mapItem{index: len(items), value: v})
	}
	return items, nil
}
