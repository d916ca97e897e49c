package validate

import (
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/internal/nearest"
)

var ruleEnum = Rule{
	Code: "SW209", Name: "enum", AWS: "SCHEMA_VALIDATION_FAILED",
	Title: "fields with fixed values have one of them",
	Doc: `QueryLanguage is JSONPath or JSONata, JitterStrategy FULL or NONE, Mode INLINE or DISTRIBUTED, ExecutionType
STANDARD or EXPRESS, and so on; capital letters count.`,
	Wrong: `{"QueryLanguage": "jsonata", "StartAt": "First", "States": {"First": {"Type": "Pass", "End": true}}}`,
	Right: `{"QueryLanguage": "JSONata", "StartAt": "First", "States": {"First": {"Type": "Pass", "End": true}}}`,
	check: func(r *run) {
		for i := range r.parts {
			p := &r.parts[i]
			enumsOf(p, func(name, value string, values []string) {
				if value == "" && !emptyText(p.extra, name) || hasToken(value) || slices.Contains(values, value) {
					return
				}
				f := r.atPart(p, "/"+name).say(msgEnum, name, value).aws("Value should be one of the following: [%s]", strings.Join(values, ", "))
				f.fix(nearest.Suggest(value, values, text(fixEnum, []any{or(values)})))
			})
		}
	},
}

// readerFlatten makes an ItemReader load the objects that it lists.
const readerFlatten = "LOAD_AND_FLATTEN"

var (
	languages       = []string{"JSONPath", "JSONata"}
	modes           = []string{asl.ModeInline, asl.ModeDistributed}
	executionTypes  = []string{"STANDARD", "EXPRESS"}
	jitters         = []string{asl.JitterFull, asl.JitterNone}
	inputTypes      = []string{"CSV", "JSON", "JSONL", "PARQUET", "MANIFEST"}
	manifestTypes   = []string{"ATHENA_DATA", "S3_INVENTORY"}
	delimiters      = []string{"COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"}
	headers         = []string{"FIRST_ROW", "GIVEN"}
	readerForms     = []string{"NONE", readerFlatten}
	writerForms     = []string{"NONE", "COMPACT", "FLATTEN"}
	writerOutputs   = []string{"JSON", "JSONL"}
	languageVersion = []string{"1.0"}
)

// enumsOf visits the fields of a part that have fixed values.
func enumsOf(p *part, visit func(name, value string, values []string)) {
	switch v := p.value.(type) {
	case *asl.Machine:
		visit("QueryLanguage", string(v.QueryLanguage), languages)
		visit("Version", v.Version, languageVersion)
	case *asl.ProcessorConfig:
		visit("Mode", v.Mode, modes)
		visit("ExecutionType", v.ExecutionType, executionTypes)
	case *asl.Retrier:
		visit("JitterStrategy", v.JitterStrategy, jitters)
	case *asl.ReaderConfig:
		visit("InputType", v.InputType, inputTypes)
		visit("ManifestType", v.ManifestType, manifestTypes)
		visit("CSVDelimiter", v.CSVDelimiter, delimiters)
		visit("CSVHeaderLocation", v.CSVHeaderLocation, headers)
		visit("Transformation", v.Transformation, readerForms)
	case *asl.WriterConfig:
		visit("OutputType", v.OutputType, writerOutputs)
		visit("Transformation", v.Transformation, writerForms)
	case asl.State:
		visit("QueryLanguage", string(v.Base().QueryLanguage), languages)
	}
}
