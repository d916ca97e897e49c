package sfn

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
)

// ResultWriter is where a distributed Map writes the results of its children, which are otherwise
// its output, up to 256 KiB of it.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
type ResultWriter struct {
	Bucket Bucket // the zero Bucket writes nothing and only shapes the output, by the two fields below
	Prefix Text
	// OutputType is JSON or JSONL; "" is JSON.
	OutputType string
	// Transformation is NONE (all metadata of each child), COMPACT (its output) or FLATTEN (the
	// elements of its output); "" is NONE when objects are written.
	Transformation string
}

func (r *rendering) resultWriter(w *ResultWriter) *asl.ResultWriter {
	out := &asl.ResultWriter{}
	if !IsAbsent(w.Bucket.Name) {
		out.Resource = s3PutObject
		rendered := r.nested("/ResultWriter", r.payloadField(), Fields{{"Bucket", w.Bucket.Name}}.Maybe("Prefix", w.Prefix).Maybe("ExpectedBucketOwner", w.Bucket.Owner), true, r.state.base().at)
		if r.jsonata() {
			out.Arguments = rendered
		} else {
			out.Parameters = rendered
		}
		r.writes(w)
	}
	if w.OutputType != "" || w.Transformation != "" {
		out.WriterConfig = &asl.WriterConfig{OutputType: w.OutputType, Transformation: w.Transformation}
	}
	return out
}

func (r *rendering) writes(w *ResultWriter) {
	if w.Bucket.dynamic() && len(w.Bucket.arns()) == 0 {
		r.problem("/ResultWriter", r.state.base().at, dynamicBucket())
		return
	}
	objects := "*"
	if prefix, ok := deref(w.Prefix).(string); ok && prefix != "" {
		objects = strings.TrimRight(prefix, "/") + "/*"
	}
	actions := []string{"s3:PutObject", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:AbortMultipartUpload"}
	for _, s := range w.Bucket.grants("writes the results", objects, actions, []string{"kms:Decrypt", "kms:GenerateDataKey"}) {
		r.statement(s)
	}
}
