package sfncdk

import (
	"strconv"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/jsii-runtime-go"
)

// cdkTokens are the tokens of an app.
type cdkTokens struct{ stack awscdk.Stack }

// resolve asks the CDK once for all tokens. One that cannot be resolved yet makes it ask one by one.
func (t cdkTokens) resolve(marks []mark) []any {
	out := make([]any, len(marks))
	all := make([]any, len(marks))
	for i, m := range marks {
		all[i] = decoded(m)
	}
	if list, ok := t.try(&all).([]any); ok && len(list) == len(marks) {
		return list
	}
	for i := range marks {
		out[i] = t.try(all[i])
	}
	return out
}

func (t cdkTokens) try(v any) (out any) {
	defer func() {
		if recover() != nil {
			out = nil // a lazy value that is not there yet throws in the CDK
		}
	}()
	return t.stack.Resolve(v)
}

// decoded is the token in the form in which the CDK recognizes it.
func decoded(m mark) any {
	switch m.kind {
	case listToken:
		return &[]*string{jsii.String(m.text)}
	case numberToken:
		f, _ := strconv.ParseFloat(m.text, 64)
		return f
	}
	return m.text
}

// text returns what stands in the template for the token.
func (t cdkTokens) text(m mark) *string {
	switch m.kind {
	case listToken:
		return awscdk.Fn_Join(jsii.String(`","`), &[]*string{jsii.String(m.text)})
	case numberToken:
		f, err := strconv.ParseFloat(m.text, 64)
		if err != nil {
			return nil
		}
		return stringified(f)
	}
	return jsii.String(m.text)
}

// stringified returns nil for a number that only looks like a token.
func stringified(f float64) (out *string) {
	defer func() {
		if recover() != nil {
			out = nil
		}
	}()
	return awscdk.Tokenization_StringifyNumber(&f)
}
