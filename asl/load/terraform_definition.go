package load

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/internal/places"
	"github.com/stepwise-go/stepwise/ordjson"
)

// definition reads the definition that an expression gives.
// https://developer.hashicorp.com/terraform/language/functions
func (t *terraformText) definition(e hclsyntax.Expression) (*asl.Document, error) {
	e = t.follow(e)
	if name, arg := t.call(e); name == "jsonencode" {
		if _, ok := arg.(*hclsyntax.ObjectConsExpr); ok {
			return t.encoded(arg)
		}
		switch name, text := t.call(arg); name {
		case "jsondecode":
			return t.written(text, ".json")
		case "yamldecode":
			return t.written(text, ".yaml")
		}
	}
	return t.written(e, ".json")
}

// written reads a definition that is a text: of this file, which is of the kind that the extension
// tells, or of another.
func (t *terraformText) written(e hclsyntax.Expression, ext string) (*asl.Document, error) {
	if text, ok := e.(*hclsyntax.TemplateExpr); ok {
		return t.template(text, t.file+ext)
	}
	function := ""
	if template, ok := t.named[t.source(e)]; ok { // data.template_file
		e, function = t.follow(template), "templatefile"
	}
	if name, arg := t.call(e); name == "file" || name == "templatefile" {
		if path, ok := t.path(arg); ok {
			return t.definitionFile(cmp.Or(function, name), path, e.Range())
		}
	}
	line, _, _ := strings.Cut(t.source(e), "\n")
	return nil, faultAt(e.Range(), onlyDeployed(strings.TrimSpace(line)))
}

// follow is what an expression stands for, as far as that is in the file.
func (t *terraformText) follow(e hclsyntax.Expression) hclsyntax.Expression {
	for hops := 0; hops <= len(t.named); {
		switch x := e.(type) {
		case *hclsyntax.ParenthesesExpr:
			e = x.Expression
		case *hclsyntax.TemplateWrapExpr:
			e = x.Wrapped
		case *hclsyntax.ScopeTraversalExpr:
			value, ok := t.named[t.source(e)]
			if !ok || x.Traversal.RootName() != "local" {
				return e
			}
			e, hops = value, hops+1
		default:
			return e
		}
	}
	return e
}

// call is the function that an expression calls, and its first argument.
func (t *terraformText) call(e hclsyntax.Expression) (string, hclsyntax.Expression) {
	if f, ok := e.(*hclsyntax.FunctionCallExpr); ok && len(f.Args) > 0 {
		return f.Name, t.follow(f.Args[0])
	}
	return "", nil
}

// path is the path of a file beside this one.
func (t *terraformText) path(e hclsyntax.Expression) (string, bool) {
	text, ok := e.(*hclsyntax.TemplateExpr)
	if !ok {
		return "", false
	}
	path := strings.NewReplacer("${path.module}/", "", "${path.root}/", "").Replace(t.textOf(text))
	return filepath.Join(filepath.Dir(t.file), path), !strings.Contains(path, "${")
}

// definitionFile reads the file that a call names.
func (t *terraformText) definitionFile(function, path string, call hcl.Range) (*asl.Document, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, faultAt(call, unreadable(err))
	}
	if function == "file" {
		return parse(path, string(text))
	}
	inner := &terraformText{file: path, text: text}
	tokens, _ := hclsyntax.LexTemplate(text, path, hcl.InitialPos)
	if err := parseable(tokens); err != nil {
		return nil, err
	}
	parsed, faults := hclsyntax.ParseTemplate(text, path, hcl.InitialPos)
	if err := syntaxFaults(faults, nil); err != nil {
		return nil, err
	}
	if e, ok := parsed.(*hclsyntax.TemplateExpr); ok {
		return inner.template(e, path)
	}
	return nil, faultAt(parsed.Range(), onlyDeployed(inner.token(parsed)))
}

// encoded is a definition that is given to jsonencode.
func (t *terraformText) encoded(e hclsyntax.Expression) (*asl.Document, error) {
	at := places.Map{"": placeOf(e.Range())}
	body := t.value("", e, at).(*ordjson.Object)
	return &asl.Document{Machine: asl.FromJSON(body), Source: asl.NewSource(at)}, nil
}

// template is a definition that is a text. The name of its file tells whether it is YAML.
func (t *terraformText) template(e *hclsyntax.TemplateExpr, name string) (*asl.Document, error) {
	w := &writer{source: t, json: !asl.IsYAML(name)}
	for _, part := range e.Parts {
		w.part(part)
	}
	doc, err := asl.Parse(name, []byte(w.text.String()))
	if strings.HasPrefix(t.source(e), `"`) { // escapes move the columns, and lines are none
		return moved(doc, err, func(diag.Place) diag.Place { return placeOf(e.Range()) })
	}
	return moved(doc, err, w.place)
}
