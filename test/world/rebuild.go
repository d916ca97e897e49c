package main

import (
	"errors"
	"fmt"

	"github.com/stepwise-go/stepwise/asl/codegen"
	"github.com/stepwise-go/stepwise/ordjson"
	programs "github.com/stepwise-go/stepwise/test/codegen/rebuild"
)

// rebuild compiles one program of all imported machines, runs it and compares what it builds.
func rebuild(subjects []*subject) error {
	var machines []codegen.Machine
	var kept []*subject
	for _, s := range subjects {
		if s.ok("import") {
			machines = append(machines, codegen.Machine{ASL: s.ASL(), Options: s.options(fmt.Sprintf("NewMachine%dDefinition", len(kept)))})
			kept = append(kept, s)
		}
	}
	if len(kept) == 0 {
		return nil
	}
	source, _, err := codegen.File(machines)
	if err != nil {
		return err
	}
	built, err := programs.Run(source, len(kept))
	if err != nil {
		return err
	}
	for i, s := range kept {
		s.step("rebuild", func() error {
			if built[i].Error != "" {
				return errors.New(built[i].Error)
			}
			v, err := ordjson.DecodeString(built[i].Definition)
			if err != nil {
				return err
			}
			o, _ := v.(*ordjson.Object)
			return same(o, s.ASL().JSON())
		})
	}
	return nil
}
