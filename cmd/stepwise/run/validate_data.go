package run

import (
	"errors"
	"fmt"
	"os"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/load"
	"github.com/stepwise-go/stepwise/asl/validate"
	"github.com/stepwise-go/stepwise/asl/validate/dataflow"
)

// data is what is declared of the data of a machine, so that paths which lead nowhere are found.
type data struct {
	inputs        texts
	schema, mocks string
	input         *dataflow.Shape
}

// declared tells whether anything is, which is for one machine.
func (d *data) declared() bool { return len(d.inputs) > 0 || d.schema != "" || d.mocks != "" }

// read reads the declared input: examples, or a JSON Schema.
func (d *data) read(e *env) error {
	if len(d.inputs) > 0 && d.schema != "" {
		return errors.New("--input and --input-schema exclude each other")
	}
	var shapes []*dataflow.Shape
	for _, arg := range d.inputs {
		v, err := e.json("--input", arg)
		if err != nil {
			return fmt.Errorf("the input: %w", err)
		}
		shapes = append(shapes, dataflow.FromValue(v))
	}
	if shapes != nil {
		d.input = dataflow.Join(shapes...)
	}
	if d.schema == "" {
		return nil
	}
	text, err := os.ReadFile(d.schema)
	if err != nil {
		return err
	}
	if d.input, err = dataflow.FromSchema(text); err != nil {
		return fmt.Errorf("%s: %w", d.schema, err)
	}
	return nil
}

// flow is what the rules get of it.
func (d *data) flow(e *env, m load.Machine) (dataflow.Options, error) {
	out := dataflow.Options{Input: d.input}
	if d.mocks == "" {
		return out, nil
	}
	mocks, err := e.mocks(d.mocks, m, "", true)
	out.Results = shapes(mocks)
	return out, err
}

// ignored are the warnings that are accepted in one machine: everywhere, or in the states of a name.
func (l ignores) ignored(m *asl.Machine) []validate.Ignore {
	var out []validate.Ignore
	for _, i := range l {
		if i.state == "" {
			out = append(out, i.Ignore)
			continue
		}
		asl.Walk(m, func(p *asl.Place) {
			if p.Name == i.state {
				here := i.Ignore
				here.Pointer = p.Pointer
				out = append(out, here)
			}
		})
	}
	return out
}

// texts is a flag that may be given several times.
type texts []string

func (l *texts) String() string { return "" }

func (l *texts) Set(s string) error {
	*l = append(*l, s)
	return nil
}
