package load

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/iam"
	"github.com/stepwise-go/stepwise/ordjson"
)

// Machine is one state machine that was found.
type Machine struct {
	File     string
	Name     string // the logical ID in a template, the file's base name otherwise
	Path     string // the construct path, if the template says it
	Type     string // STANDARD or EXPRESS; "" if it is not said
	Document *asl.Document
	// Refers are the CloudFormation types of what tokens are the ARN of: ${Submit.Arn} of an
	// AWS::Lambda::Function, where the template has the function Submit. Others than functions and
	// activities are not told.
	Refers map[string]string
	// Statements are the permissions of the machine's role, as far as the template has them.
	Statements []iam.Statement
}

// ASL returns the definition.
func (m Machine) ASL() *asl.Machine { return m.Document.Machine }

// TypeOf is the CloudFormation type of what a token is the ARN of, "" if the file does not say it. In the
// language of Terraform its address does.
func (m Machine) TypeOf(token string) string {
	if terraformFile(m.File) {
		return terraformType(token)
	}
	return m.Refers[token]
}

// Path reads a file or a folder. Of a folder with a manifest.json, which is a cdk.out, all templates
// are read, nested assemblies too; of another folder the templates, each serverless.yml and the files
// named *.asl.json, *.asl.yaml and *.asl.yml.
//
// The machines that could be read are returned even when there is an error; it holds what is wrong
// with each of the others.
func Path(path string) ([]Machine, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return file(path)
	}
	files, err := folder(path)
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, nothingIn(path)
	}
	var out []Machine
	var faults []error
	for _, f := range files {
		machines, err := file(f)
		var none *NoMachines
		if err != nil && !errors.As(err, &none) {
			faults = append(faults, err)
		}
		out = append(out, machines...)
	}
	if len(out) == 0 && len(faults) == 0 {
		return nil, nothingIn(path)
	}
	return out, errors.Join(faults...)
}

func folder(path string) ([]string, error) {
	var out []string
	err := filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			if name := d.Name(); p != path && (name == "node_modules" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "asset.")) {
				return filepath.SkipDir
			}
			return nil
		}
		if isNamed(d.Name()) && (!slices.Contains([]string{".template", ".tf"}, filepath.Ext(p)) || mentionsMachine(p)) {
			out = append(out, p)
		}
		return nil
	})
	slices.Sort(out)
	return out, err
}

var suffixes = []string{".template.json", ".template.yaml", ".template.yml", ".template", ".asl.json", ".asl.yaml", ".asl.yml", ".asl", ".tf"}

var names = []string{"template.yaml", "template.yml", "template.json", "serverless.yml", "serverless.yaml"}

// isNamed tells by its name a file that has state machines, or may have some.
func isNamed(name string) bool {
	return slices.Contains(names, name) || slices.ContainsFunc(suffixes, func(s string) bool { return strings.HasSuffix(name, s) })
}

// mentionsMachine tells whether a file of any kind is worth to be read.
func mentionsMachine(path string) bool {
	text, err := os.ReadFile(path)
	return err == nil && (bytes.Contains(text, []byte("::StateMachine")) || bytes.Contains(text, []byte("aws_sfn_state_machine")))
}

func file(path string) ([]Machine, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Text(path, text)
}

// Text reads the text of a file. The file is named in places only; other files that a template
// refers to are looked for beside it.
func Text(file string, text []byte) ([]Machine, error) {
	text = bytes.TrimPrefix(text, []byte("\ufeff")) // some editors of Windows begin a file with it
	if terraformFile(file) {
		return terraform(file, text)
	}
	if t := readTemplate(file, text); t != nil {
		switch {
		case t.isCloudFormation():
			return t.machines()
		case t.isServerless():
			return t.serverless()
		}
		if root, ok := t.root.(*ordjson.Object); ok && root.Has("StartAt") {
			return []Machine{{File: file, Name: baseName(file), Document: t.inPlace("", t.functions(root))}}, nil
		}
		if machines, err := t.nested(); len(machines) > 0 || err != nil {
			return machines, err
		}
		if holdsOthers(file) {
			return nil, &NoMachines{file}
		}
	}
	doc, err := parse(file, string(text))
	if err != nil {
		return nil, err
	}
	return []Machine{{File: file, Name: baseName(file), Document: doc}}, nil
}

// holdsOthers tells by its name a file that may have state machines among other things, or none.
func holdsOthers(file string) bool {
	return strings.HasPrefix(filepath.Base(file), "serverless.") || filepath.Ext(file) == ".template"
}

func baseName(file string) string {
	name := filepath.Base(file)
	for _, suffix := range []string{".json", ".yaml", ".yml", ".asl"} {
		name = strings.TrimSuffix(name, suffix)
	}
	return name
}

// under are the places of a definition that is a part of the outer document.
type under struct {
	outer  diag.Places
	prefix string
}

// PlaceOf returns the place in the outer file.
func (u under) PlaceOf(pointer string) (diag.Place, bool) { return u.outer.PlaceOf(u.prefix + pointer) }
