package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl/load"
)

// collection is what the folders have.
type collection struct {
	files    int
	unread   []outcome // files, and machines in them, that could not be loaded
	subjects []*subject
}

// outcome is how a step ended: well if there is no reason.
type outcome struct{ file, step, reason string }

func collect(folders []string) (*collection, error) {
	c := &collection{}
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			return c.file(path)
		})
		if err != nil {
			return nil, err
		}
	}
	return c, nil
}

var extensions = []string{".json", ".yaml", ".yml", ".template", ".tf"}

func (c *collection) file(path string) error {
	if !slices.Contains(extensions, filepath.Ext(path)) {
		return nil
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if !namesMachine(text) {
		return nil
	}
	c.files++
	machines, err := load.Text(path, text)
	var none *load.NoMachines
	switch {
	case errors.As(err, &none):
	case err != nil:
		c.unread = append(c.unread, outcome{path, "load", strings.TrimSpace(err.Error())})
	}
	for _, m := range machines {
		c.subjects = append(c.subjects, &subject{Machine: m})
	}
	return nil
}

// namesMachine tells a file that may have a state machine from all others.
func namesMachine(text []byte) bool {
	for _, word := range []string{"StartAt", "AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine", "aws_sfn_state_machine"} {
		if bytes.Contains(text, []byte(word)) {
			return true
		}
	}
	return false
}
