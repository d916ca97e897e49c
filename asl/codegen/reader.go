package codegen

import (
	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/ordjson"
)

const (
	listObjects = "arn:aws:states:::s3:listObjectsV2"
	getObject   = "arn:aws:states:::s3:getObject"
	putObject   = "arn:aws:states:::s3:putObject"
)

// reader takes an ItemReader that one of the types of readers can say. Any other stays in the patch.
func (w *stateWriter) reader(r *asl.ItemReader) {
	if r == nil || r.Extra.Len() > 0 {
		return
	}
	in, ok := w.arguments(r.Parameters, r.Arguments)
	if !ok {
		return
	}
	config := asl.ReaderConfig{}
	if r.ReaderConfig != nil {
		config = *r.ReaderConfig
	}
	typ := ""
	in.bucket("Bucket")
	switch {
	case r.Resource == listObjects:
		typ = "sfn.S3Objects"
		in.textOrPath("Prefix", "Prefix")
		if config.Transformation == "LOAD_AND_FLATTEN" {
			in.prop("LoadAndFlatten", text("true"))
			in.say("InputType", &config.InputType)
			config.Transformation = ""
		}
	case r.Resource == getObject:
		in.textOrPath("Key", "Key")
		typ = in.object(&config)
	}
	if typ == "" {
		return
	}
	maxItems := w.part(configJSON(r.ReaderConfig))
	maxItems.numeric("MaxItems", "MaxItems", w.whole)
	in.props = append(in.props, maxItems.props...)
	if maxItems.rest.Has("MaxItems") || maxItems.rest.Has("MaxItemsPath") {
		return
	}
	config.MaxItems, config.MaxItemsPath = asl.Int{}, ""
	if in.rest.Len() > 0 || configJSON(&config).Len() > 0 || r.ReaderConfig != nil && configJSON(r.ReaderConfig).Len() == 0 {
		return
	}
	if in.dynamic {
		w.note(anyBucket(w.name))
	}
	w.take("ItemReader", "Reader", composite(typ, in.props...))
}

// object takes what says how an object is read and returns the type of reader, "" if there is none.
func (in *s3Writer) object(config *asl.ReaderConfig) string {
	input := config.InputType
	config.InputType = ""
	versioned := true
	typ := ""
	switch {
	case config.ManifestType != "" && (input == "MANIFEST" || config.ManifestType == "ATHENA_DATA"):
		typ, versioned = "sfn.S3Manifest", false
		if config.ManifestType == "ATHENA_DATA" {
			in.say("InputType", &input)
		}
		in.say("ManifestType", &config.ManifestType)
	case input == "MANIFEST":
		typ, versioned = "sfn.S3Manifest", false
	case input == "JSON":
		typ = "sfn.S3JSON"
		in.say("ItemsPointer", &config.ItemsPointer)
	case input == "JSONL":
		typ = "sfn.S3JSONL"
	case input == "PARQUET":
		typ = "sfn.S3Parquet"
	case input == "CSV" && in.csv(config):
		typ = "sfn.S3CSV"
	}
	if versioned {
		in.textOrPath("VersionId", "VersionID")
	}
	return typ
}

func (in *s3Writer) csv(config *asl.ReaderConfig) bool {
	given := config.CSVHeaderLocation == "GIVEN" && len(config.CSVHeaders) > 0
	if !given && (config.CSVHeaderLocation != "FIRST_ROW" || config.CSVHeaders != nil) {
		return false
	}
	if given {
		headers := make([]code, len(config.CSVHeaders))
		for i, h := range config.CSVHeaders {
			headers[i] = quoted(h)
		}
		in.prop("Headers", composite("[]string", headers...))
	}
	in.say("Delimiter", &config.CSVDelimiter)
	config.CSVHeaderLocation, config.CSVHeaders = "", nil
	return true
}

// writer takes a ResultWriter that sfn.ResultWriter can say.
func (w *stateWriter) writer(r *asl.ResultWriter) {
	if r == nil || r.Extra.Len() > 0 {
		return
	}
	in, ok := w.arguments(r.Parameters, r.Arguments)
	if !ok {
		return
	}
	switch r.Resource {
	case putObject:
		in.bucket("Bucket")
		in.textOrPath("Prefix", "Prefix")
	case "":
		if r.Parameters.IsSet() || r.Arguments.IsSet() {
			return
		}
	default:
		return
	}
	if c := r.WriterConfig; c != nil {
		if c.Extra.Len() > 0 || c.OutputType == "" && c.Transformation == "" {
			return
		}
		outputType, transformation := c.OutputType, c.Transformation
		in.say("OutputType", &outputType)
		in.say("Transformation", &transformation)
	}
	if in.rest.Len() > 0 || r.Resource == putObject && !in.hasBucket {
		return
	}
	if in.dynamic {
		w.note(anyBucket(w.name))
	}
	w.take("ResultWriter", "Writer", composite("&sfn.ResultWriter", in.props...))
}

// s3Writer writes the fields of a reader or writer.
type s3Writer struct {
	*stateWriter
	dynamic, hasBucket bool
}

// arguments returns a writer for the arguments of the language, and whether there are no others.
func (w *stateWriter) arguments(parameters, arguments asl.Value) (*s3Writer, bool) {
	if w.isJSONata() {
		parameters, arguments = arguments, parameters
	}
	o := parameters.Object()
	if o == nil && parameters.IsSet() || arguments.IsSet() {
		return nil, false
	}
	return &s3Writer{stateWriter: w.part(o)}, true
}

// bucket takes the name of the bucket. One that is known only at run time may be any bucket.
func (in *s3Writer) bucket(field string) {
	name, dynamic, ok := in.dynamicText(field)
	if !ok {
		return
	}
	in.hasBucket = true
	if !dynamic {
		in.prop("Bucket", call("sfn.BucketNamed", name))
		return
	}
	in.dynamic = true
	in.prop("Bucket", composite("sfn.Bucket", pair("Name", name), text(`AllowedARNs: []string{"arn:${AWS::Partition}:s3:::*"}`)))
}

func (in *s3Writer) textOrPath(field, prop string) {
	if c, _, ok := in.dynamicText(field); ok {
		in.prop(prop, c)
	}
}

// dynamicText takes a field that is text, a path or an expression.
func (in *s3Writer) dynamicText(field string) (c code, dynamic, ok bool) {
	if s, isText := in.get(field).(string); isText && s != "" {
		c = in.file.text(s, in.mode())
		dynamic = in.isJSONata() && asl.IsExpression(s)
		if dynamic && c.layout != hug {
			return code{}, false, false
		}
		in.rest.Delete(field)
		return c, dynamic, true
	}
	if s, isText := in.get(field + ".$").(string); isText && s != "" && !in.isJSONata() {
		in.rest.Delete(field + ".$")
		return in.expression(s), true, true
	}
	return code{}, false, false
}

// say takes a text of the configuration.
func (in *s3Writer) say(prop string, s *string) {
	if *s != "" {
		in.prop(prop, quoted(*s))
		*s = ""
	}
}

// configJSON is the JSON of a reader's configuration.
func configJSON(c *asl.ReaderConfig) *ordjson.Object {
	o, _ := asl.StateJSON(&asl.Map{ItemReader: &asl.ItemReader{ReaderConfig: c}}).Get("ItemReader")
	config, _ := o.(*ordjson.Object).Get("ReaderConfig")
	out, _ := config.(*ordjson.Object)
	return out
}
