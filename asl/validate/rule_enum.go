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
			for _, e := range enumsOf(p) {
				if e.value == "" && !emptyText(p.extra, e.name) || hasToken(e.value) || slices.Contains(e.values, e.value) {
					continue
				}
				f := r.atPart(p, "/"+e.name).say(msgEnum, e.name, e.value).aws("Value should be one of the following: [%s]", strings.Join(e.values, ", "))
				f.fix(nearest.Suggest(e.value, e.values, text(fixEnum, []any{or(e.values)})))
			}
		}
	},
}

// readerFlatten makes an ItemReader load the objects that it lists.
const readerFlatten = "LOAD_AND_FLATTEN"

type enum struct {
	name, value string
	values      []string
}

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

func enumsOf(p *part) []enum {
	switch v := p.value.(type) {
	case *asl.Machine:
		return []enum{{"QueryLanguage", string(v.QueryLanguage), languages}, {"Version", v.Version, languageVersion}}
	case *asl.ProcessorConfig:
		return []enum{{"Mode", v.Mode, modes}, {"ExecutionType", v.ExecutionType, executionTypes}}
	case *asl.Retrier:
		return []enum{{"JitterStrategy", v.JitterStrategy, jitters}}
	case *asl.ReaderConfig:
		return []enum{
			{"InputType", v.InputType, inputTypes}, {"ManifestType", v.ManifestType, manifestTypes},
			{"CSVDelimiter", v.CSVDelimiter, delimiters}, {"CSVHeaderLocation", v.CSVHeaderLocation, headers},
			{"Transformation", v.Transformation, readerForms},
		}
	case *asl.WriterConfig:
		return []enum{{"OutputType", v.OutputType, writerOutputs}, {"Transformation", v.Transformation, writerForms}}
	case asl.State:
		return []enum{{"QueryLanguage", string(v.Base().QueryLanguage), languages}}
	}
	return nil
}
