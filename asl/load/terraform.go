package load

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// terraformFile tells a file in the language of Terraform.
func terraformFile(file string) bool {
	return slices.Contains([]string{".tf", ".hcl", ".tfvars"}, filepath.Ext(file))
}

// terraform reads the state machines of a file in the language of Terraform, as far as a definition
// is in the file: between <<EOF and EOF, given to jsonencode, or in a file that file() or templatefile()
// names. A definition that is put together from parts is in a plan only.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sfn_state_machine
func terraform(file string, text []byte) ([]Machine, error) {
	t := &terraformText{file: file, text: text, named: map[string]hclsyntax.Expression{}}
	blocks, err := t.blocks()
	var out []Machine
	faults := []error{err}
	for _, b := range blocks {
		if !holdsMachine(b) {
			continue
		}
		m, err := t.machine(b)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		out = append(out, m)
	}
	err = errors.Join(faults...)
	if len(out) == 0 && err == nil {
		return nil, &NoMachines{file}
	}
	return out, err
}

// terraformText is a file in the language of Terraform, or a template of one.
type terraformText struct {
	file  string
	text  []byte
	named map[string]hclsyntax.Expression // what local.x and data.template_file.x are
}

// blocks are the blocks of the file that have no fault in them.
func (t *terraformText) blocks() (hclsyntax.Blocks, error) {
	tokens, _ := hclsyntax.LexConfig(t.text, t.file, hcl.InitialPos)
	if err := parseable(tokens); err != nil {
		return nil, err
	}
	parsed, faults := hclsyntax.ParseConfig(t.text, t.file, hcl.InitialPos)
	blocks := parsed.Body.(*hclsyntax.Body).Blocks
	err := syntaxFaults(faults, blocks)
	if err != nil { // the parser keeps quiet about what it finds after a fault
		blocks = slices.DeleteFunc(blocks, func(b *hclsyntax.Block) bool {
			_, faults := hclsyntax.ParseConfig(b.Range().SliceBytes(t.text), t.file, b.Range().Start)
			return faults.HasErrors()
		})
	}
	for _, b := range blocks {
		t.name(b)
	}
	return blocks, err
}

// name notes what a block gives a name to.
func (t *terraformText) name(b *hclsyntax.Block) {
	template := b.Body.Attributes["template"]
	switch {
	case b.Type == "locals":
		for name, a := range b.Body.Attributes {
			t.named["local."+name] = a.Expr
		}
	case b.Type == "data" && len(b.Labels) == 2 && b.Labels[0] == "template_file" && template != nil:
		t.named["data.template_file."+b.Labels[1]+".rendered"] = template.Expr
	}
}

// holdsMachine tells the resource of a state machine, and a module that makes one of a definition.
func holdsMachine(b *hclsyntax.Block) bool {
	switch {
	case b.Type == "resource" && len(b.Labels) == 2:
		return b.Labels[0] == "aws_sfn_state_machine"
	case b.Type == "module" && len(b.Labels) == 1 && b.Body.Attributes["definition"] != nil:
		source := strings.NewReplacer("-", "", "_", "").Replace(strings.ToLower(literal(b.Body.Attributes["source"])))
		return slices.ContainsFunc([]string{"stepfunction", "statemachine", "sfn"}, func(s string) bool { return strings.Contains(source, s) })
	}
	return false
}

// literal is the text of an argument that has nothing computed in it, "" if it is another.
func literal(a *hclsyntax.Attribute) string {
	if a == nil {
		return ""
	}
	if e, ok := a.Expr.(*hclsyntax.TemplateExpr); ok && e.IsStringLiteral() {
		v, _ := e.Value(nil)
		return v.AsString()
	}
	return ""
}

func (t *terraformText) machine(b *hclsyntax.Block) (Machine, error) {
	m := Machine{File: t.file, Name: b.Labels[len(b.Labels)-1], Type: literal(b.Body.Attributes["type"])}
	a := b.Body.Attributes["definition"]
	if a == nil {
		return m, in(m.Name, faultAt(b.DefRange(), noDefinition))
	}
	doc, err := t.definition(a.Expr)
	m.Document = doc
	return m, in(m.Name, err)
}

// terraformType is the type of what a token has the address of.
func terraformType(token string) string {
	address, _ := placeholder(token)
	parts := strings.Split(address, ".")
	if len(parts) < 3 || strings.Contains(address, ":") {
		return ""
	}
	switch kind, attribute := parts[0], parts[len(parts)-1]; {
	case (kind == "aws_lambda_function" || kind == "aws_lambda_alias") && (attribute == "arn" || attribute == "qualified_arn"):
		return lambdaFunction
	case kind == "aws_sfn_activity" && (attribute == "arn" || attribute == "id"):
		return activity
	}
	return ""
}
