package sfn_test

import (
	"slices"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/ordjson"
)

// binding is an integration with a given binding.
type binding func(*sfn.TaskContext) sfn.Binding

func (b binding) Bind(c *sfn.TaskContext) sfn.Binding { return b(c) }

func TestBinding(t *testing.T) {
	state := func(b sfn.Binding, props ...sfn.TaskProps) sfn.Chainable {
		b.Resource = demoARN
		return sfn.NewTask("S", binding(func(*sfn.TaskContext) sfn.Binding { return b }), props...)
	}
	for _, c := range []struct {
		s    sfn.Chainable
		want string
	}{
		{state(sfn.Binding{Timeout: 5, Heartbeat: 2}, sfn.TaskProps{Timeout: 9}), `"TimeoutSeconds":5,"HeartbeatSeconds":2,`},
		{state(sfn.Binding{NoTimeout: true}, sfn.TaskProps{Timeout: 9}), `"Resource":"` + demoARN + `","End":true`},
		{state(sfn.Binding{Retry: []sfn.RetryProps{{Errors: []string{"A", "B"}}}}, sfn.TaskProps{Retry: []sfn.RetryProps{sfn.NoRetry("B")}}),
			`"Retry":[{"ErrorEquals":["A"]},{"ErrorEquals":["B"],"MaxAttempts":0}]`},
		{state(sfn.Binding{Arguments: map[string]any{}}), `"Parameters":{}`},
		{state(sfn.Binding{Arguments: sfn.Fields(nil)}), `"Resource":"` + demoARN + `","End":true`},
		{state(sfn.Binding{Arguments: sfn.At("$.a")}), "SWB20"},
		{sfn.NewTask("S", binding(func(c *sfn.TaskContext) sfn.Binding {
			c.Problem("X1", "wrong", "mend it")
			return sfn.Binding{Resource: demoARN}
		})), "X1"},
		{sfn.NewTask("S", (*badIntegration)(nil)), "SWB10"},
		{sfn.NewTask("S", badIntegration{0}), "SWB19"},
	} {
		has(t, form(c.s), c.want)
	}
	task := sfn.NewTask("S", badIntegration{3})
	if task.Integration() != (badIntegration{3}) {
		t.Error("the integration is another one")
	}
}

func TestContextPayload(t *testing.T) {
	for language, want := range map[asl.QueryLanguage]string{asl.JSONPath: `{"a.$":"$.a","b":1}`, asl.JSONata: `{"a":"{% $states.input.a %}","b":1}`} {
		c := &sfn.TaskContext{Language: language}
		got := ordjson.String(c.Payload("Message", sfn.Fields{{"a", sfn.Input("a")}, {"b", 1}}))
		if got != want || c.JSONata() != (language == asl.JSONata) || len(c.Problems) != 0 {
			t.Errorf("got %s, want %s", got, want)
		}
		if c.Payload("Message", map[string]any{"x": sfn.JSONata("$x"), "y": sfn.At("$.y")}); len(c.Problems) != 1 {
			t.Error(c.Problems)
		}
	}
}

func TestPatterns(t *testing.T) {
	for p, want := range map[sfn.Pattern]string{
		sfn.RequestResponse: "request-response", sfn.RunJob: "run a job (.sync)", sfn.WaitForTaskToken: "wait for a task token (.waitForTaskToken)", "x": `unknown pattern "x"`,
	} {
		if p.String() != want {
			t.Error(p.String())
		}
	}
}

// The constructs of the CDK that BucketOf reads.
type (
	bucketConstruct struct{ key *keyConstruct }
	keyConstruct    struct{}
)

func ref(s string) *string { return &s }

func (bucketConstruct) BucketName() *string            { return ref("${Bucket}") }
func (bucketConstruct) BucketArn() *string             { return ref("${Bucket.Arn}") }
func (b bucketConstruct) EncryptionKey() *keyConstruct { return b.key }
func (keyConstruct) KeyArn() *string                   { return ref("${Key.Arn}") }

func TestBucketOf(t *testing.T) {
	if b := sfn.BucketOf(bucketConstruct{&keyConstruct{}}); b.Name != "${Bucket}" || b.ARN != "${Bucket.Arn}" || b.KeyARN != "${Key.Arn}" {
		t.Errorf("%+v", b)
	}
	if b := sfn.BucketOf(bucketConstruct{}); b.KeyARN != "" {
		t.Errorf("%+v", b)
	}
}

func TestReaders(t *testing.T) {
	bucket := sfn.BucketNamed("b")
	for want, reader := range map[string]sfn.ItemReader{
		`{"Resource":"arn:aws:states:::s3:listObjectsV2","Parameters":{"Bucket":"b","Prefix":"p"}}`:                                                                                                 sfn.S3Objects{Bucket: bucket, Prefix: "p"},
		`{"Resource":"arn:aws:states:::s3:listObjectsV2","ReaderConfig":{"InputType":"JSONL","Transformation":"LOAD_AND_FLATTEN"},"Parameters":{"Bucket":"b"}}`:                                     sfn.S3Objects{Bucket: bucket, LoadAndFlatten: true, InputType: "JSONL"},
		`{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSON","ItemsPointer":"/a","MaxItemsPath":"$.m"},"Parameters":{"Bucket":"b","Key":"k"}}`:                           sfn.S3JSON{Bucket: bucket, Key: "k", ItemsPointer: "/a", MaxItems: sfn.At("$.m")},
		`{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSONL"},"Parameters":{"Bucket":"b","Key":"k","VersionId":"v"}}`:                                                   sfn.S3JSONL{Bucket: bucket, Key: "k", VersionID: "v"},
		`{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"CSV","CSVDelimiter":"TAB","CSVHeaderLocation":"GIVEN","CSVHeaders":["a"]},"Parameters":{"Bucket":"b","Key":"k"}}`: sfn.S3CSV{Bucket: bucket, Key: "k", Headers: []string{"a"}, Delimiter: "TAB"},
		`{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"PARQUET"},"Parameters":{"Bucket":"b","Key":"k"}}`:                                                                 sfn.S3Parquet{Bucket: bucket, Key: "k"},
		`{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"MANIFEST"},"Parameters":{"Bucket":"b","Key":"k"}}`:                                                                sfn.S3Manifest{Bucket: bucket, Key: "k"},
		`{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"CSV","ManifestType":"ATHENA_DATA"},"Parameters":{"Bucket":"b","Key":"k"}}`:                                        sfn.S3Manifest{Bucket: bucket, Key: "k", ManifestType: "ATHENA_DATA", InputType: "CSV"},
	} {
		got := form(sfn.NewDistributedMap("S", sfn.NewPass("P"), sfn.DistributedMapProps{DistributedProps: sfn.DistributedProps{Reader: reader, ToleratedFailurePercentage: 2.5}}))
		has(t, got, `"ItemReader":`+want, `"ToleratedFailurePercentage":2.5`)
	}
}

func TestOwnersAndVersionsOfBuckets(t *testing.T) {
	bucket := sfn.Bucket{Name: "b", Owner: "111122223333"}
	m := sfn.NewDistributedMap("S", sfn.NewPass("P"), sfn.DistributedMapProps{DistributedProps: sfn.DistributedProps{
		Reader: sfn.S3Parquet{Bucket: bucket, Key: "k", VersionID: sfn.At("$.v")},
		Writer: &sfn.ResultWriter{Bucket: bucket, Prefix: "out"},
	}})
	d, err := sfn.Build(m)
	if err != nil {
		t.Fatal(err)
	}
	has(t, form(m), `"Parameters":{"Bucket":"b","Key":"k","VersionId.$":"$.v","ExpectedBucketOwner":"111122223333"}`,
		`"ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"b","Prefix":"out","ExpectedBucketOwner":"111122223333"}}`)
	for _, s := range d.Statements() {
		if s.Resources[0] == "arn:${AWS::Partition}:s3:::b/k" && !slices.Equal(s.Actions, []string{"s3:GetObjectVersion"}) {
			t.Errorf("reading a version needs %v", s.Actions)
		}
	}
}
