package sfn

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/iam"
)

// ItemReader is where a distributed Map reads its items: S3Objects, S3JSON, S3JSONL, S3CSV, S3Parquet,
// S3Manifest.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
type ItemReader interface{ reader() s3Reader }

// S3Objects gives an item for each object of a bucket: Key, Size, LastModified and so on.
type S3Objects struct {
	Bucket   Bucket
	Prefix   Text
	MaxItems Number
	// LoadAndFlatten reads the objects, all of the form InputType, and gives their items.
	LoadAndFlatten bool
	InputType      string // with LoadAndFlatten: CSV, JSON, JSONL, PARQUET
}

// S3JSON reads a list in a JSON object.
type S3JSON struct {
	Bucket       Bucket
	Key          Text
	VersionID    Text
	ItemsPointer string // JSON Pointer to the list, "/a/b"; "" if the object is the list
	MaxItems     Number
}

// S3JSONL reads an object with a JSON value on each line.
type S3JSONL struct {
	Bucket    Bucket
	Key       Text
	VersionID Text
	MaxItems  Number
}

// S3CSV reads a CSV object; each item is an object of texts by header.
type S3CSV struct {
	Bucket    Bucket
	Key       Text
	VersionID Text
	Headers   []string // none: the first row has them
	Delimiter string   // COMMA, PIPE, SEMICOLON, SPACE, TAB; "" is COMMA
	MaxItems  Number
}

// S3Parquet reads a Parquet object.
type S3Parquet struct {
	Bucket    Bucket
	Key       Text
	VersionID Text
	MaxItems  Number
}

// S3Manifest reads what a manifest lists: an S3 inventory, or the result of an Athena UNLOAD.
type S3Manifest struct {
	Bucket       Bucket
	Key          Text
	ManifestType string // S3_INVENTORY, ATHENA_DATA; "" is S3_INVENTORY
	InputType    string // of the data an Athena manifest lists: CSV, JSONL, PARQUET
	MaxItems     Number
	// Data is the bucket of the data an Athena manifest lists; the zero Bucket is that of the manifest.
	Data Bucket
}

// s3Reader is any of them.
type s3Reader struct {
	list      bool
	bucket    Bucket
	key       Text
	version   Text
	prefix    Text
	maxItems  Number
	config    asl.ReaderConfig
	data      Bucket
	readsList bool // the listed objects are read too
}

const (
	s3ListObjects = "arn:aws:states:::s3:listObjectsV2"
	s3GetObject   = "arn:aws:states:::s3:getObject"
	s3PutObject   = "arn:aws:states:::s3:putObject"
)

func (s S3Objects) reader() s3Reader {
	r := s3Reader{list: true, bucket: s.Bucket, prefix: s.Prefix, maxItems: s.MaxItems}
	if s.LoadAndFlatten {
		r.config, r.readsList = asl.ReaderConfig{Transformation: "LOAD_AND_FLATTEN", InputType: s.InputType}, true
	}
	return r
}

func (s S3JSON) reader() s3Reader {
	return s3Reader{bucket: s.Bucket, key: s.Key, version: s.VersionID, maxItems: s.MaxItems, config: asl.ReaderConfig{InputType: "JSON", ItemsPointer: s.ItemsPointer}}
}

func (s S3JSONL) reader() s3Reader {
	return s3Reader{bucket: s.Bucket, key: s.Key, version: s.VersionID, maxItems: s.MaxItems, config: asl.ReaderConfig{InputType: "JSONL"}}
}

func (s S3CSV) reader() s3Reader {
	c := asl.ReaderConfig{InputType: "CSV", CSVHeaderLocation: "FIRST_ROW", CSVDelimiter: s.Delimiter}
	if len(s.Headers) > 0 {
		c.CSVHeaderLocation, c.CSVHeaders = "GIVEN", s.Headers
	}
	return s3Reader{bucket: s.Bucket, key: s.Key, version: s.VersionID, maxItems: s.MaxItems, config: c}
}

func (s S3Parquet) reader() s3Reader {
	return s3Reader{bucket: s.Bucket, key: s.Key, version: s.VersionID, maxItems: s.MaxItems, config: asl.ReaderConfig{InputType: "PARQUET"}}
}

func (s S3Manifest) reader() s3Reader {
	c := asl.ReaderConfig{InputType: "MANIFEST", ManifestType: s.ManifestType}
	if s.ManifestType == "ATHENA_DATA" {
		c.InputType = s.InputType
	}
	return s3Reader{bucket: s.Bucket, key: s.Key, maxItems: s.MaxItems, config: c, data: s.Data}
}

func (r *rendering) itemReader(reader ItemReader) *asl.ItemReader {
	var s s3Reader
	if fault := guard("the reader", reader, func() { s = reader.reader() }); fault != nil {
		r.problem("/ItemReader", r.state.base().at, *fault)
	}
	if IsAbsent(s.bucket.Name) {
		r.problem("/ItemReader/"+r.payloadField()+"/Bucket", r.state.base().at, noBucket())
	}
	out := &asl.ItemReader{Resource: s3GetObject}
	args := Fields{{"Bucket", s.bucket.Name}}
	if s.list {
		out.Resource = s3ListObjects
		args = args.Maybe("Prefix", s.prefix)
	} else {
		args = args.With("Key", s.key).Maybe("VersionId", s.version)
	}
	args = args.Maybe("ExpectedBucketOwner", s.bucket.Owner)
	rendered := r.nested("/ItemReader", r.payloadField(), args, true, r.state.base().at)
	if r.jsonata() {
		out.Arguments = rendered
	} else {
		out.Parameters = rendered
	}
	config := s.config
	config.MaxItems, config.MaxItemsPath = r.integer("ItemReader/ReaderConfig/MaxItems", s.maxItems)
	if config.InputType != "" || config.Transformation != "" || config.MaxItems.IsSet() || config.MaxItemsPath != "" {
		out.ReaderConfig = &config
	}
	for _, st := range s.statements(r) {
		r.statement(st)
	}
	return out
}

func (s s3Reader) statements(r *rendering) []iam.Statement {
	if s.bucket.dynamic() && len(s.bucket.arns()) == 0 {
		r.problem("/ItemReader", r.state.base().at, dynamicBucket())
		return nil
	}
	decrypt := []string{"kms:Decrypt"}
	if !s.list {
		get := "s3:GetObject"
		if !IsAbsent(s.version) {
			get = "s3:GetObjectVersion" // what S3 looks for if there is a version: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
		}
		out := s.bucket.grants("reads its items", keyPattern(s.key), []string{get}, decrypt)
		if s.config.ManifestType != "" || s.config.InputType == "MANIFEST" {
			data := s.data
			if len(data.arns()) == 0 {
				data = s.bucket
			}
			out = append(out, data.grants("reads what the manifest lists", "*", []string{"s3:GetObject"}, decrypt)...)
		}
		return out
	}
	list := iam.Allow("s3:ListBucket").On(s.bucket.arns()...).Because("", "lists its items")
	prefix, literal := deref(s.prefix).(string)
	if literal && prefix != "" {
		list = list.If("StringLike", "s3:prefix", prefix+"*")
	}
	out := []iam.Statement{list}
	if s.readsList {
		objects := "*"
		if literal {
			objects = prefix + "*"
		}
		out = append(out, s.bucket.grants("reads the listed objects", objects, []string{"s3:GetObject"}, decrypt)...)
	}
	return out
}
