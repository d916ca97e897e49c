package tasks

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

// The integrations with many parameters declare them by tags: `aws:"MaxPayloadInMB"`. The tag is the
// name of the parameter in the API, then options:
//
//	required         AWS refuses the call without it
//	seconds, minutes a time.Duration is written as that many
//
// A field of a struct type, or a slice of one, is a nested object with tags of its own. Fields
// without a tag are not parameters.

// params sets all parameters that the tags of an integration declare.
func (b *call) params(integration any) {
	r := reflect.ValueOf(integration)
	for i := range r.NumField() {
		name, options, ok := awsTag(r.Type().Field(i))
		if !ok {
			continue
		}
		v := b.param(name, options, r.Field(i))
		if strings.Contains(options, "required") {
			b.need(name, v, r.Type().Field(i).Name)
		} else {
			b.set(name, v)
		}
	}
}

func awsTag(f reflect.StructField) (name, options string, ok bool) {
	tag, ok := f.Tag.Lookup("aws")
	name, options, _ = strings.Cut(tag, ",")
	return name, options, ok
}

// param returns the value of one field, nil if it is absent.
func (b *call) param(name, options string, f reflect.Value) any {
	if !f.IsValid() || f.IsZero() {
		return nil
	}
	if f.Kind() == reflect.Interface {
		f = f.Elem()
	}
	if f.Type() == reflect.TypeFor[sfn.Expression]() || f.Type() == reflect.TypeFor[sfn.Fields]() {
		return f.Interface()
	}
	switch {
	case f.Kind() == reflect.Pointer && f.Elem().Kind() == reflect.Struct:
		return b.nested(f.Elem())
	case f.Kind() == reflect.Struct:
		return b.nested(f)
	case f.Kind() == reflect.Slice && f.Type().Elem().Kind() == reflect.Struct:
		list := make([]any, f.Len())
		for i := range list {
			list[i] = b.nested(f.Index(i))
		}
		return list
	case strings.Contains(options, "seconds"):
		return b.duration(name, f.Interface(), time.Second)
	case strings.Contains(options, "minutes"):
		return b.duration(name, f.Interface(), time.Minute)
	}
	return f.Interface()
}

func (b *call) nested(r reflect.Value) any {
	if e, ok := r.Interface().(sfn.Expression); ok {
		return e
	}
	out := sfn.Fields{}
	for i := range r.NumField() {
		name, options, ok := awsTag(r.Type().Field(i))
		if !ok {
			continue
		}
		v := b.param(name, options, r.Field(i))
		if v == nil && strings.Contains(options, "required") {
			b.report(missing(need{name, r.Type().Name() + "." + r.Type().Field(i).Name}))
		}
		out = out.Maybe(name, v)
	}
	return out
}

// Scope says which names a field can have that an Expression gives, for the permissions: names or
// patterns such as "nightly-*". "*" is every name in the account.
type Scope []string

// named returns the ARNs for a resource that a field names: of its name, or if an Expression gives
// it, of the names in its scope.
func (b *call) named(field string, name sfn.Text, scope Scope, arn func(name string) string) []string {
	if text, ok := literal(name); ok {
		return []string{arn(text)}
	}
	if !isSet(name) {
		return nil
	}
	if len(scope) == 0 {
		b.report(noNameScope(field))
	}
	out := make([]string, len(scope))
	for i, s := range scope {
		out[i] = arn(s)
	}
	return out
}

// roles returns the ARNs of the roles that a field can be, for iam:PassRole.
func (b *call) roles(field string, role sfn.Text, scope Scope) []string {
	return b.named(field, role, scope, func(s string) string { return roleARN(s) })
}

// roleARN is the ARN of a role that is given by its name or its ARN.
func roleARN(text string) string {
	if isARN(text) || sfn.HasToken(text) {
		return text
	}
	return "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/" + text
}

// nameIn makes the ARN of a resource of a kind: nameIn("sagemaker", "endpoint/").
func nameIn(service, prefix string) func(string) string {
	return func(name string) string {
		if strings.HasPrefix(name, "arn:") {
			return name
		}
		return localARN(service, prefix+name)
	}
}

// tagList turns tags into the list of Key and Value that most services take.
func tagList(tags map[string]string) []any {
	var out []any
	for _, k := range sortedKeys(tags) {
		out = append(out, sfn.Fields{{Name: "Key", Value: k}, {Name: "Value", Value: tags[k]}})
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
