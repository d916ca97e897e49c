package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl"
)

var ruleItemReader = Rule{
	Code: "SW604", Name: "item-reader", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "an ItemReader says where the items are and in what form",
	Doc: `An ItemReader lists the objects of a bucket (s3:listObjectsV2) or reads one object (s3:getObject). For an object the
ReaderConfig says its InputType: CSV, JSON, JSONL, PARQUET or MANIFEST. CSV needs a CSVHeaderLocation; GIVEN needs the CSVHeaders
too, and FIRST_ROW must not have them. ItemsPointer goes with JSON, ManifestType with MANIFEST.

AWS accepts ItemsPath beside an ItemReader and does not look at it: that is a warning. What of a JSON object are the
items is said with ItemsPointer.

https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html`,
	Wrong: `
"Each": {"Type": "Map", "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "CSV"},
    "Parameters": {"Bucket": "b", "Key": "k"}}, "ResultPath": null,
  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, "End": true}`,
	Right: `
"Each": {"Type": "Map", "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"},
    "Parameters": {"Bucket": "b", "Key": "k"}}, "ResultPath": null,
  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, "End": true}`,
	check: func(r *run) {
		for i := range r.parts {
			p := &r.parts[i]
			switch v := p.value.(type) {
			case *asl.ItemReader:
				r.readerResource(p, v)
				r.itemsBeside(p.place)
			case *asl.ReaderConfig:
				r.readerConfig(p, v)
			}
		}
	},
}

// itemsBeside reports a list of items that is not looked at, because there is an ItemReader.
// https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemspath.html
func (r *run) itemsBeside(p *asl.Place) {
	for _, name := range []string{"ItemsPath", "Items"} {
		if asl.HasField(p.State, name) {
			r.at(p, "/"+name).say(msgItemsBeside, name).fix(fixItemsBeside, name).warn()
		}
	}
}

func (r *run) readerResource(p *part, reader *asl.ItemReader) {
	action := s3Action(reader.Resource)
	if reader.Resource == "" || hasToken(action) {
		return
	}
	switch action {
	case "getObject":
		if c := reader.ReaderConfig; c == nil || c.InputType == "" && !extraHas(c.Extra, "InputType") {
			r.atPart(p, "").say(msgNoInputType).fix(fixNoInputType).warn()
		}
		if c := reader.ReaderConfig; c != nil && c.Transformation == readerFlatten {
			r.atPart(p, "/ReaderConfig/Transformation").say(msgFlattenObject).fix(fixFlattenObject).warn()
		}
	case "listObjectsV2":
		if c := reader.ReaderConfig; c != nil && c.Transformation == readerFlatten && c.InputType == "" && !extraHas(c.Extra, "InputType") {
			r.atPart(p, "/ReaderConfig").say(msgFlattenType).fix(fixNoInputType)
		}
	default:
		r.atPart(p, "/Resource").say(msgReaderResource, reader.Resource).fix(fixReaderResource)
	}
	r.bucket(p, reader.Parameters, reader.Arguments, action == "getObject")
}

// s3Action returns the action of arn:partition:states:::s3:action, or "".
func s3Action(resource string) string {
	_, action, ok := strings.Cut(maskTokens(resource), ":states:::s3:")
	if !ok {
		if hasToken(resource) {
			return resource
		}
		return ""
	}
	if masked(action) {
		return resource
	}
	return action
}

// bucket checks that a reader or writer names its bucket, and the key of an object.
func (r *run) bucket(p *part, parameters, arguments asl.Value, key bool) {
	value, field := parameters, "Parameters"
	if p.place.Language == asl.JSONata {
		value, field = arguments, "Arguments"
	}
	if !value.IsSet() {
		r.atPart(p, "").say(msgNoBucketField, article(p.words()), field).fix(fixBucket, field)
		return
	}
	o := value.Object()
	if o == nil || tokenKeys(o) {
		return
	}
	names := []string{"Bucket"}
	if key {
		names = append(names, "Key")
	}
	for _, n := range names {
		if !hasParameter(o, []string{n}) {
			r.atPart(p, "/"+field).say(msgNoBucket, n).fix(similarKey(o, []string{n}, text(fixBucket, []any{field})))
		}
	}
}

func (r *run) readerConfig(p *part, c *asl.ReaderConfig) {
	if hasToken(c.InputType) || hasToken(c.CSVHeaderLocation) || c.ManifestType == "ATHENA_DATA" {
		return // the InputType of an Athena manifest is that of the data it lists
	}
	header := c.CSVHeaderLocation
	switch {
	case c.InputType == "CSV" && header == "" && !extraHas(c.Extra, "CSVHeaderLocation"):
		r.atPart(p, "").say(msgNoHeaders).fix(fixNoHeaders)
	case c.CSVHeaders != nil && len(c.CSVHeaders) == 0:
		r.atPart(p, "/CSVHeaders").say(msgNoHeaderNames).fix(fixNoHeaderNames)
	case header == "GIVEN" && c.CSVHeaders == nil && !extraHas(c.Extra, "CSVHeaders"):
		r.atPart(p, "").say(msgHeadersGiven).fix(fixHeadersGiven)
	case header == "FIRST_ROW" && c.CSVHeaders != nil:
		r.atPart(p, "/CSVHeaders").say(msgHeadersFirstRow).fix(fixHeadersFirstRow)
	}
	for _, f := range []struct{ name, needs string }{
		{"CSVHeaderLocation", "CSV"}, {"CSVHeaders", "CSV"}, {"CSVDelimiter", "CSV"}, {"ItemsPointer", "JSON"}, {"ManifestType", "MANIFEST"},
	} {
		if asl.HasField(c, f.name) && c.InputType != f.needs && !(f.needs == "CSV" && c.InputType == "MANIFEST") && c.InputType != "" {
			r.atPart(p, "/"+f.name).say(msgReaderField, f.name, f.needs, c.InputType).fix(fixReaderField, f.name)
		}
	}
	if c.ItemsPointer != "" && !isPointer(c.ItemsPointer) && !hasToken(c.ItemsPointer) && !asl.IsExpression(c.ItemsPointer) {
		r.atPart(p, "/ItemsPointer").say(msgItemsPointer, c.ItemsPointer).fix(fixItemsPointer)
	}
}

// isPointer tells whether a text is a JSON Pointer: ~ stands only before 0 and 1.
// https://www.rfc-editor.org/rfc/rfc6901
func isPointer(s string) bool {
	return s[0] == '/' && !strings.Contains(strings.NewReplacer("~0", "", "~1", "").Replace(s), "~")
}
