package sim

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

// resultWriter puts the results of the children into a bucket, or shapes them.
// https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
type resultWriter struct {
	exports        bool
	params         shape
	field          string
	transformation string
	lines          bool
}

// writeRequest is where a ResultWriter writes in one Map Run.
type writeRequest struct{ bucket, prefix string }

func (pl *planner) writer(n *node, s *asl.ResultWriter) *resultWriter {
	if s == nil {
		return nil
	}
	w := &resultWriter{exports: s.Resource != "", field: "ResultWriter/Parameters"}
	at := n.pointer + "/ResultWriter"
	if n.jsonata {
		w.field = "ResultWriter/Arguments"
		w.params = pl.value(n, at, "Arguments", s.Arguments)
	} else {
		w.params = pl.value(n, at, "Parameters", s.Parameters)
	}
	if w.exports {
		w.transformation = "NONE"
	} else {
		w.transformation = "COMPACT"
	}
	if c := s.WriterConfig; c != nil {
		w.lines = c.OutputType == "JSONL"
		if c.Transformation != "" {
			w.transformation = c.Transformation
		}
	}
	return w
}

func (r *resultWriter) prepare(w *view) (q writeRequest, f *fault) {
	if r == nil || r.params == nil {
		return q, nil
	}
	params, f := r.params.eval(w, r.field)
	if f != nil {
		return q, f
	}
	q.bucket, _ = member(params, "Bucket").(string)
	q.prefix, _ = member(params, "Prefix").(string)
	return q, nil
}

// write makes the result of the Map of those of its children.
func (r *mapRun) write() any {
	w := r.node.distributed.writer
	if w == nil || !w.exports {
		written := r.public.Executions.Succeeded
		r.public.Executions.ResultsWritten, r.public.Items.ResultsWritten = written, r.public.Items.Succeeded
		transformation := "COMPACT"
		if w != nil {
			transformation = w.transformation
		}
		return r.shaped(transformation, succeeded)
	}
	return r.export(w)
}

// shaped are the results of the children of a kind, in the order of their items.
func (r *mapRun) shaped(transformation string, of func(*childResult) bool) []any {
	out := []any{}
	for i := range r.results {
		c := &r.results[i]
		if !of(c) {
			continue
		}
		list, isList := c.output.([]any)
		switch {
		case transformation == "NONE":
			out = append(out, r.record(i))
		case transformation == "FLATTEN" && isList:
			out = append(out, list...)
		default:
			out = append(out, c.output)
		}
	}
	return out
}

// The kinds of children, by the name of the file that tells of them.
func succeeded(c *childResult) bool { return c.ended && c.status == Succeeded }
func failed(c *childResult) bool    { return c.ended && c.status != Succeeded }
func pending(c *childResult) bool   { return !c.ended }

// record is a child as result files tell of it. One that was not begun has its input only.
func (r *mapRun) record(i int) *ordjson.Object {
	c := &r.results[i]
	e := r.v.s.ex.env
	o := &ordjson.Object{}
	if !c.ended {
		o.Set("Input", ordjson.String(r.items[i].value))
		o.Set("InputDetails", included())
		o.Set("Status", "PENDING")
		return o
	}
	putText(o, "Cause", c.failure.Cause)
	putText(o, "Error", c.failure.Name)
	o.Set("ExecutionArn", c.arn)
	o.Set("Input", ordjson.String(c.input))
	o.Set("InputDetails", included())
	o.Set("Name", c.name)
	if c.status == Succeeded {
		o.Set("Output", ordjson.String(c.output))
	}
	o.Set("OutputDetails", included())
	o.Set("RedriveCount", float64(r.public.Redrives))
	if c.status == Succeeded {
		o.Set("RedriveStatus", "NOT_REDRIVABLE")
		o.Set("RedriveStatusReason", "Execution is SUCCEEDED and cannot be redriven")
	} else {
		o.Set("RedriveStatus", "REDRIVABLE_BY_MAP_RUN")
	}
	o.Set("StartDate", Timestamp(e.time(c.started)))
	o.Set("StateMachineArn", e.cfg.machineARN(r.v.s.ex.machine+"/"+r.name))
	o.Set("Status", string(c.status))
	o.Set("StopDate", Timestamp(e.time(c.stopped)))
	return o
}

func included() *ordjson.Object {
	return ordjson.NewObject(ordjson.Member{Key: "Included", Value: true})
}

// export puts a file of results for each kind into the bucket, and a manifest that names them.
func (r *mapRun) export(w *resultWriter) *ordjson.Object {
	e := r.v.s.ex.env
	run := r.public.ARN[strings.LastIndexByte(r.public.ARN, ':')+1:]
	folder := run + "/"
	if r.destination.prefix != "" {
		folder = strings.TrimSuffix(r.destination.prefix, "/") + "/" + folder
	}
	files := &ordjson.Object{}
	for _, part := range []struct {
		name string
		of   func(*childResult) bool
	}{{"FAILED", failed}, {"PENDING", pending}, {"SUCCEEDED", succeeded}} {
		transformation := w.transformation
		if part.name != "SUCCEEDED" {
			transformation = "NONE"
		}
		results := r.shaped(transformation, part.of)
		listed := []any{}
		if len(results) > 0 {
			key, body := folder+part.name+"_0.json", []byte(ordjson.String(results))
			if w.lines {
				key, body = folder+part.name+"_0.jsonl", jsonLinesOf(results)
			}
			e.objects.PutObject(Object{Bucket: r.destination.bucket, Key: key, Body: body, LastModified: e.now()})
			listed = append(listed, ordjson.NewObject(
				ordjson.Member{Key: "Key", Value: key}, ordjson.Member{Key: "Size", Value: float64(len(body))}))
		}
		files.Set(part.name, listed)
	}
	r.public.Executions.ResultsWritten = r.public.Executions.Succeeded + r.public.Executions.Failed
	r.public.Items.ResultsWritten = r.public.Items.Succeeded + r.public.Items.Failed
	manifest := ordjson.NewObject(
		ordjson.Member{Key: "DestinationBucket", Value: r.destination.bucket},
		ordjson.Member{Key: "MapRunArn", Value: r.public.ARN},
		ordjson.Member{Key: "ResultFiles", Value: files},
	)
	key := folder + "manifest.json"
	e.objects.PutObject(Object{Bucket: r.destination.bucket, Key: key, Body: []byte(ordjson.String(manifest)), LastModified: e.now()})
	return ordjson.NewObject(
		ordjson.Member{Key: "MapRunArn", Value: r.public.ARN},
		ordjson.Member{Key: "ResultWriterDetails", Value: ordjson.NewObject(
			ordjson.Member{Key: "Bucket", Value: r.destination.bucket}, ordjson.Member{Key: "Key", Value: key})},
	)
}

func jsonLinesOf(results []any) []byte {
	var b []byte
	for _, v := range results {
		b, _ = ordjson.Append(b, v)
		b = append(b, '\n')
	}
	return b
}
