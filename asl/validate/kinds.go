package validate

import (
	"sync"

	"github.com/stepwise-go/stepwise/asl"
)

// kind is a kind of part of a definition.
type kind struct {
	words string // for people: retrier
	facts func() *facts
}

func kindOf(words string, part any) *kind {
	return &kind{words, sync.OnceValue(func() *facts { return factsOf(part) })}
}

var (
	kindMachine         = kindOf("machine", &asl.Machine{})
	kindBranch          = kindOf("branch", &asl.Branch{})
	kindItemProcessor   = kindOf("ItemProcessor", &asl.Processor{})
	kindIterator        = kindOf("Iterator", &asl.Processor{})
	kindProcessorConfig = kindOf("ProcessorConfig", &asl.ProcessorConfig{})
	kindTask            = kindOf("Task state", &asl.Task{})
	kindPass            = kindOf("Pass state", &asl.Pass{})
	kindWait            = kindOf("Wait state", &asl.Wait{})
	kindChoice          = kindOf("Choice state", &asl.Choice{})
	kindParallel        = kindOf("Parallel state", &asl.Parallel{})
	kindMap             = kindOf("Map state", &asl.Map{})
	kindSucceed         = kindOf("Succeed state", &asl.Succeed{})
	kindFail            = kindOf("Fail state", &asl.Fail{})
	kindUnknown         = kindOf("state", &asl.Unknown{})
	kindRetrier         = kindOf("retrier", &asl.Retrier{})
	kindCatcher         = kindOf("catcher", &asl.Catcher{})
	kindRule            = kindOf("choice rule", &asl.Rule{})
	kindNestedRule      = kindOf("choice rule", &asl.Rule{}) // inside another
	kindItemReader      = kindOf("ItemReader", &asl.ItemReader{})
	kindReaderConfig    = kindOf("ReaderConfig", &asl.ReaderConfig{})
	kindItemBatcher     = kindOf("ItemBatcher", &asl.ItemBatcher{})
	kindResultWriter    = kindOf("ResultWriter", &asl.ResultWriter{})
	kindWriterConfig    = kindOf("WriterConfig", &asl.WriterConfig{})
)

func kindOfState(s asl.State) *kind {
	switch s.(type) {
	case *asl.Task:
		return kindTask
	case *asl.Pass:
		return kindPass
	case *asl.Wait:
		return kindWait
	case *asl.Choice:
		return kindChoice
	case *asl.Parallel:
		return kindParallel
	case *asl.Map:
		return kindMap
	case *asl.Succeed:
		return kindSucceed
	case *asl.Fail:
		return kindFail
	}
	return kindUnknown
}

// words says of what kind a part is.
func (p *part) words() string {
	if s, ok := p.value.(*asl.Unknown); ok {
		return s.TypeName + " state"
	}
	return p.kind.words
}
