package fakeaws

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// Schema knows AWS's resource types. It is read from the database that the aws-cdk package
// carries, db.json.gz.
type Schema struct {
	types map[string]resourceType
	defs  map[string]map[string]property
}

type resourceType struct {
	properties map[string]property
	attributes map[string]bool
}

type property struct {
	Type     propertyType `json:"type"`
	Required bool         `json:"required"`
}

type propertyType struct {
	Type      string         `json:"type"`
	Element   *propertyType  `json:"element"`
	Types     []propertyType `json:"types"`
	Reference struct {
		Ref string `json:"$ref"`
	} `json:"reference"`
	AllowedValues []any `json:"allowedValues"`
}

// ReadSchema reads db.json.gz.
func ReadSchema(path string) (*Schema, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var db struct {
		Schema struct {
			Resource struct {
				Entities []struct {
					CloudFormationType string
					Properties         map[string]property
					Attributes         map[string]any
				}
			}
			TypeDefinition struct {
				Entities []struct {
					ID         string `json:"$id"`
					Properties map[string]property
				}
			}
		}
	}
	if err := json.NewDecoder(z).Decode(&db); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	s := &Schema{types: map[string]resourceType{}, defs: map[string]map[string]property{}}
	for _, r := range db.Schema.Resource.Entities {
		t := resourceType{r.Properties, map[string]bool{}}
		for a := range r.Attributes {
			t.attributes[a] = true
		}
		s.types[r.CloudFormationType] = t
	}
	for _, d := range db.Schema.TypeDefinition.Entities {
		s.defs[d.ID] = d.Properties
	}
	return s, nil
}

// HasAttribute tells whether Fn::GetAtt knows an attribute. Types that are not known have all.
func (s *Schema) HasAttribute(kind, attribute string) bool {
	t, ok := s.types[kind]
	return !ok || t.attributes[attribute]
}

// Check returns what is wrong with the properties of a resource.
func (s *Schema) Check(kind string, properties *ordjson.Object) error {
	if strings.HasPrefix(kind, "Custom::") || kind == "AWS::CDK::Metadata" || kind == "AWS::CloudFormation::CustomResource" {
		return nil
	}
	t, ok := s.types[kind]
	if !ok {
		return fmt.Errorf("template format error: Unrecognized resource types: [%s]", kind)
	}
	return s.object(t.properties, properties, "")
}

func (s *Schema) object(known map[string]property, given *ordjson.Object, path string) error {
	for name, v := range given.All() {
		p, ok := known[name]
		if !ok {
			return fmt.Errorf("encountered unsupported property %s%s", path, name)
		}
		if err := s.value(p.Type, v, path+name); err != nil {
			return err
		}
	}
	for name, p := range known {
		if p.Required && !given.Has(name) {
			return fmt.Errorf("property %s%s cannot be empty", path, name)
		}
	}
	return nil
}

func (s *Schema) value(t propertyType, v any, path string) error {
	switch t.Type {
	case "string":
		text, ok := v.(string)
		if !ok {
			if _, isObject := v.(*ordjson.Object); isObject {
				return fmt.Errorf("value of property %s must be of type String", path)
			}
			return nil
		}
		if len(t.AllowedValues) > 0 && !slices.Contains(t.AllowedValues, any(text)) {
			return fmt.Errorf("%s is not a valid enum value of %s", text, path)
		}
	case "array":
		list, ok := v.([]any)
		if !ok {
			return fmt.Errorf("value of property %s must be of type List", path)
		}
		for i, e := range list {
			if t.Element != nil {
				if err := s.value(*t.Element, e, fmt.Sprintf("%s/%d", path, i)); err != nil {
					return err
				}
			}
		}
	case "ref":
		def, known := s.defs[t.Reference.Ref]
		o, ok := v.(*ordjson.Object)
		if known && ok {
			return s.object(def, o, path+"/")
		}
		if known && !ok {
			return fmt.Errorf("value of property %s must be an object", path)
		}
	}
	return nil
}
