package core

import "github.com/stepwise-go/stepwise/constructs/sfn"

var (
	bucket = sfn.Bucket{Name: "${Bucket.Ref}", ARN: "${Bucket.Arn}"}
	onKey  = sfn.S3JSON{Bucket: bucket, Key: "k"}
)

func labelled(name, label, item string) *sfn.DistributedMap {
	return sfn.NewDistributedMap(name, pass(item), sfn.DistributedMapProps{DistributedProps: sfn.DistributedProps{Label: label}})
}

func distributedA(p sfn.DistributedProps) workflow {
	return one(sfn.NewJSONataDistributedMap("Map", passA("Item"), sfn.JSONataDistributedMapProps{DistributedProps: p}))
}

// distributedMaps are distributed Maps.
var distributedMaps = map[string]workflow{
	"distributed_map_batcher_input_path":  distributed(sfn.DistributedProps{Batcher: &sfn.ItemBatcher{MaxItems: 2, BatchInput: m{"a": at("$.a")}}}),
	"distributed_map_batcher_paths":       distributed(sfn.DistributedProps{Batcher: &sfn.ItemBatcher{MaxItems: at("$.n"), MaxInputBytes: at("$.bytes")}}),
	"distributed_map_env_us_east_1":       distributed(sfn.DistributedProps{Label: "one", Reader: onKey}),
	"distributed_map_error_batcher_empty": distributed(sfn.DistributedProps{Batcher: &sfn.ItemBatcher{}}),
	"distributed_map_error_count_twice":   cannot("there is one field for both"),
	"distributed_map_error_inline":        cannot("a DistributedMap is distributed"),
	"distributed_map_error_items_path_and_reader": one(sfn.NewDistributedMap("Map", pass("Item"), sfn.DistributedMapProps{
		MapProps: sfn.MapProps{ItemsPath: "$.items"}, DistributedProps: sfn.DistributedProps{Reader: onKey},
	})),
	"distributed_map_error_percentage_twice":   cannot("there is one field for both"),
	"distributed_map_error_reader_no_bucket":   withReader(sfn.S3JSON{Key: "k"}),
	"distributed_map_error_reader_two_buckets": cannot("there is one field for both"),
	"distributed_map_error_writer_two_buckets": cannot("there is one field for both"),
	"distributed_map_execution_type_ignored":   distributed(sfn.DistributedProps{ExecutionType: sfn.Express}),
	"distributed_map_flags_none":               withReader(onKey),
	"distributed_map_jsonpath_full": of(func() sfn.Chainable {
		return sfn.NewDistributedMap("Named", pass("Item"), sfn.DistributedMapProps{
			MapProps: sfn.MapProps{
				Comment: "c", InputPath: "$.in", OutputPath: "$.out", ResultPath: "$.res", ResultSelector: m{"r": at("$.x")}, ItemsPath: "$.items", MaxConcurrency: 100,
				ItemSelector: m{"v": sfn.MapItem()}, Assign: m{"a": at("$.a")}, Retry: []sfn.RetryProps{{Errors: []string{"E"}}},
			},
			DistributedProps: sfn.DistributedProps{
				ToleratedFailurePercentage: 5, ToleratedFailureCount: 10, Label: "MyLabel", ExecutionType: sfn.Express,
				Batcher: &sfn.ItemBatcher{MaxItems: 10, MaxInputBytes: 1000, BatchInput: m{"fixed": "v", "n": 1}},
				Writer:  &sfn.ResultWriter{Bucket: bucket, Prefix: "out/", OutputType: "JSONL", Transformation: "COMPACT"},
			},
		}).Catch(pass("Handler")).Next(pass("After"))
	}),
	"distributed_map_labeled_and_unlabeled":      of(func() sfn.Chainable { return labelled("M1", "one", "I1").Next(labelled("M2", "", "I2")) }),
	"distributed_map_nested_in_parallel":         one(sfn.NewParallel("Par").Branch(sfn.NewDistributedMap("Map", pass("Item")))),
	"distributed_map_reader_csv_delimiter_comma": withReader(sfn.S3CSV{Bucket: bucket, Key: "k", Delimiter: "COMMA"}),
	"distributed_map_reader_csv_delimiter_space": withReader(sfn.S3CSV{Bucket: bucket, Key: "k", Delimiter: "SPACE"}),
	"distributed_map_reader_csv_first_row":       withReader(sfn.S3CSV{Bucket: bucket, Key: "input.csv"}),
	"distributed_map_reader_dynamic_bucket_jsonata": distributedA(sfn.DistributedProps{Reader: sfn.S3JSON{
		Bucket: sfn.Bucket{Name: ata("$states.input.bucket"), AllowedARNs: []string{"arn:aws:s3:::one", "arn:aws:s3:::two"}}, Key: ata("$states.input.key"),
	}}),
	"distributed_map_reader_json":             withReader(sfn.S3JSON{Bucket: bucket, Key: "input.json"}),
	"distributed_map_reader_json_jsonata":     distributedA(sfn.DistributedProps{Reader: sfn.S3JSON{Bucket: bucket, Key: "input.json"}}),
	"distributed_map_reader_json_max_jsonata": distributedA(sfn.DistributedProps{Reader: sfn.S3JSON{Bucket: bucket, Key: "input.json", MaxItems: 5}}),
	"distributed_map_reader_jsonl":            withReader(sfn.S3JSONL{Bucket: bucket, Key: "input.jsonl"}),
	"distributed_map_same_bucket_reader_writer": distributed(sfn.DistributedProps{
		Reader: sfn.S3Objects{Bucket: bucket}, Writer: &sfn.ResultWriter{Bucket: bucket},
	}),
	"distributed_map_task_policies":   one(sfn.NewDistributedMap("Map", publish("P", "${Topic.Ref}", "x"))),
	"distributed_map_tolerated_paths": distributed(sfn.DistributedProps{ToleratedFailurePercentage: at("$.pct"), ToleratedFailureCount: at("$.count")}),
	"distributed_map_toplevel_jsonata": in(func() sfn.Chainable {
		return sfn.NewJSONataDistributedMap("Map", sfn.NewJSONataPass("Item", sfn.JSONataPassProps{Output: m{"a": 1}}), sfn.JSONataDistributedMapProps{
			DistributedProps: sfn.DistributedProps{Reader: sfn.S3JSON{Bucket: bucket, Key: "k.json"}, Writer: &sfn.ResultWriter{Bucket: bucket}},
		})
	}),
	"distributed_map_two_labeled":        of(func() sfn.Chainable { return labelled("M1", "one", "I1").Next(labelled("M2", "two", "I2")) }),
	"distributed_map_writer_v1_flag_off": distributed(sfn.DistributedProps{Writer: &sfn.ResultWriter{Bucket: bucket, Prefix: "p"}}),
	"distributed_map_writer_v1_ignored":  distributed(sfn.DistributedProps{Writer: &sfn.ResultWriter{Bucket: bucket, Prefix: "p"}}),
	"distributed_map_writer_v2_bucket":   distributed(sfn.DistributedProps{Writer: &sfn.ResultWriter{Bucket: bucket}}),
}
