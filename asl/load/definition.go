package load

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/diag"
	"github.com/stepwise-go/stepwise/ordjson"
)

// definition reads the definition in whatever form it has.
func (t *template) definition(id, at string, props any) (*asl.Document, error) {
	o, _ := props.(*ordjson.Object)
	substitutions := t.substitutions(o)
	if v, ok := o.Get("Definition"); ok {
		resolved := replaceAll(t.resolve(v, 0), substitutions)
		body, ok := resolved.(*ordjson.Object)
		if !ok {
			return nil, t.fault(at+"/Definition", id, notAnObject(resolved))
		}
		return t.inPlace(at+"/Definition", body), nil
	}
	if v, ok := o.Get("DefinitionString"); ok {
		return t.definitionText(id, at+"/DefinitionString", v, substitutions)
	}
	for _, key := range []string{"DefinitionUri", "DefinitionS3Location"} {
		if v, ok := o.Get(key); ok {
			return t.definitionFile(id, at+"/"+key, t.resolve(v, 0), substitutions)
		}
	}
	return nil, t.fault(at, id, noDefinition)
}

// inPlace is a definition that is a value of this document.
func (t *template) inPlace(at string, body *ordjson.Object) *asl.Document {
	return &asl.Document{Machine: asl.FromJSON(body), Source: asl.NewSource(under{t.places, at})}
}

func (t *template) definitionText(id, at string, v any, substitutions map[string]string) (*asl.Document, error) {
	resolved := t.resolve(v, 0)
	if o, ok := resolved.(*ordjson.Object); ok { // of an included file
		return t.inPlace(at, replaceAll(o, substitutions).(*ordjson.Object)), nil
	}
	text, ok := resolved.(string)
	if !ok {
		return nil, t.fault(at, id, "the DefinitionString is not a text")
	}
	if name, whole := placeholder(text); whole {
		return nil, t.fault(at, id, onlyDeployed(name))
	}
	_, literal := v.(string)
	base, _ := t.places.PlaceOf(at)
	doc, err := asl.Parse(t.file+".json", []byte(quoteBare(replaceText(text, substitutions))))
	doc, err = moved(doc, err, func(p diag.Place) diag.Place {
		if literal && t.yaml { // the lines of the text are lines of the file
			return diag.Place{File: base.File, Line: base.Line + p.Line}
		}
		return base
	})
	return doc, in(id, err)
}

// placeholder tells whether a text is nothing but ${name}.
func placeholder(text string) (name string, whole bool) {
	name, ok := strings.CutPrefix(strings.TrimSpace(text), "${")
	name, closed := strings.CutSuffix(name, "}")
	return name, ok && closed && !strings.ContainsAny(name, "{}")
}

func (t *template) definitionFile(id, at string, location any, substitutions map[string]string) (*asl.Document, error) {
	file, ok := t.local(location)
	if !ok {
		return nil, t.fault(at, id, elsewhere(location))
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, t.fault(at, id, unreadable(err))
	}
	return parse(file, replaceText(string(text), substitutions))
}

// local is the file that a location means: a path beside the template, which sam and the package
// command of the AWS CLI upload, or an object that the CDK keeps as an asset in its cdk.out.
func (t *template) local(location any) (string, bool) {
	folder := filepath.Dir(t.file)
	if file, ok := location.(string); ok && file != "" && !strings.Contains(file, "${") && !strings.Contains(file, "://") {
		return filepath.Join(folder, file), true
	}
	key := path.Base(textAt(location, "Key"))
	if key == "." || strings.Contains(key, "${") {
		return "", false
	}
	for _, in := range []string{folder, filepath.Dir(folder)} { // a nested assembly has its assets in the outer one
		file := filepath.Join(in, "asset."+key)
		if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
			return file, true
		}
	}
	return "", false
}

// include is what the AWS::Include macro reads, if the file is here and does not include itself.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html
func (t *template) include(arg any) any {
	location, _ := ordjson.Lookup(arg, "/Parameters/Location")
	file, ok := t.local(t.resolve(location, 0))
	if textAt(arg, "Name") != "AWS::Include" || !ok || slices.Contains(t.including, file) {
		return "${Transform}"
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return "${Transform}"
	}
	v, err := decode(text, asl.IsYAML(file), nil, cfnTag)
	if err != nil {
		return "${Transform}"
	}
	t.including = append(t.including, file)
	defer func() { t.including = t.including[:len(t.including)-1] }()
	return t.resolve(v, 1)
}

// parse reads a definition that may have ${...} outside of its texts.
func parse(file, text string) (*asl.Document, error) {
	doc, err := asl.Parse(file, []byte(text))
	if err != nil && !asl.IsYAML(file) {
		if quoted := quoteBare(text); quoted != text {
			return asl.Parse(file, []byte(quoted))
		}
	}
	return doc, err
}

func (t *template) fault(at, id, why string) error {
	place, _ := t.places.PlaceOf(at)
	return diag.List{notLoadable(id, why, place)}.Err()
}
