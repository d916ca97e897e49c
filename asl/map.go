package asl

import "github.com/stepwise-go/stepwise/ordjson"

// Map runs its processor for each item of a list: inside the execution (inline), or as child
// executions (distributed, see Distributed).
type Map struct {
	Common
	Input
	ItemsPath                      Path          `asl:"ItemsPath"` // JSONPath
	Items                          Value         `asl:"Items"`     // JSONata: a list or an expression
	ItemReader                     *ItemReader   `asl:"ItemReader"`
	ItemSelector                   Value         `asl:"ItemSelector"`
	Parameters                     Value         `asl:"Parameters"` // the old name of ItemSelector
	ItemBatcher                    *ItemBatcher  `asl:"ItemBatcher"`
	MaxConcurrency                 Int           `asl:"MaxConcurrency"` // 0 is no limit
	MaxConcurrencyPath             string        `asl:"MaxConcurrencyPath"`
	ToleratedFailureCount          Int           `asl:"ToleratedFailureCount"`
	ToleratedFailureCountPath      string        `asl:"ToleratedFailureCountPath"`
	ToleratedFailurePercentage     Float         `asl:"ToleratedFailurePercentage"` // 0 to 100
	ToleratedFailurePercentagePath string        `asl:"ToleratedFailurePercentagePath"`
	Label                          string        `asl:"Label"`
	ItemProcessor                  *Processor    `asl:"ItemProcessor"`
	Iterator                       *Processor    `asl:"Iterator"` // the old name of ItemProcessor
	ResultWriter                   *ResultWriter `asl:"ResultWriter"`
	Results
	Variables
	Outputs
	Rescue
	Flow
}

// Type returns TypeMap.
func (*Map) Type() StateType { return TypeMap }

// Distributed tells whether the items are processed by child executions.
func (s *Map) Distributed() bool {
	p := s.Processor()
	return p != nil && p.ProcessorConfig != nil && p.ProcessorConfig.Mode == ModeDistributed
}

// Processor returns the ItemProcessor, or else the Iterator, or nil.
func (s *Map) Processor() *Processor {
	if s.ItemProcessor != nil {
		return s.ItemProcessor
	}
	return s.Iterator
}

// ItemReader says where a distributed Map reads its items.
type ItemReader struct {
	Resource     string        `asl:"Resource"` // arn:aws:states:::s3:getObject or s3:listObjectsV2
	ReaderConfig *ReaderConfig `asl:"ReaderConfig"`
	Parameters   Value         `asl:"Parameters"` // JSONPath
	Arguments    Value         `asl:"Arguments"`  // JSONata
	Extra        *ordjson.Object
}

// ReaderConfig says how the object is read.
// https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
type ReaderConfig struct {
	InputType         string   `asl:"InputType"` // CSV, JSON, JSONL, PARQUET, MANIFEST
	Transformation    string   `asl:"Transformation"`
	ManifestType      string   `asl:"ManifestType"` // ATHENA_DATA, S3_INVENTORY
	CSVDelimiter      string   `asl:"CSVDelimiter"`
	CSVHeaderLocation string   `asl:"CSVHeaderLocation"` // FIRST_ROW, GIVEN
	CSVHeaders        []string `asl:"CSVHeaders"`
	ItemsPointer      string   `asl:"ItemsPointer"` // JSON Pointer to the list inside a JSON object
	MaxItems          Int      `asl:"MaxItems"`
	MaxItemsPath      string   `asl:"MaxItemsPath"`
	Extra             *ordjson.Object
}

// ItemBatcher puts several items into one child execution.
type ItemBatcher struct {
	BatchInput                Value  `asl:"BatchInput"`
	MaxItemsPerBatch          Int    `asl:"MaxItemsPerBatch"`
	MaxItemsPerBatchPath      string `asl:"MaxItemsPerBatchPath"`
	MaxInputBytesPerBatch     Int    `asl:"MaxInputBytesPerBatch"`
	MaxInputBytesPerBatchPath string `asl:"MaxInputBytesPerBatchPath"`
	Extra                     *ordjson.Object
}

// ResultWriter says where a distributed Map writes the results of its children.
type ResultWriter struct {
	Resource     string        `asl:"Resource"` // arn:aws:states:::s3:putObject
	Parameters   Value         `asl:"Parameters"`
	Arguments    Value         `asl:"Arguments"`
	WriterConfig *WriterConfig `asl:"WriterConfig"`
	Extra        *ordjson.Object
}

// WriterConfig says in what form the results are written.
type WriterConfig struct {
	OutputType     string `asl:"OutputType"`     // JSON, JSONL
	Transformation string `asl:"Transformation"` // NONE, COMPACT, FLATTEN
	Extra          *ordjson.Object
}
