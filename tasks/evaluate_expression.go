package tasks

import (
	"regexp"
	"slices"
	"strings"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/constructs/sfn"
)

var evaluateExpression = Descriptor{
	Name: "EvaluateExpression", Title: "evaluates a JavaScript expression in a function of yours",
	Service: "lambda", Action: "invoke", Patterns: onlyRequest, OwnResource: true, Languages: []asl.QueryLanguage{asl.JSONPath},
	Grants: []Grant{{On: "function", Actions: []string{"lambda:InvokeFunction"}, Why: "evaluates the expression"}},
	Doc:    "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
}

// EvaluateExpression evaluates an expression with paths in it, such as "$.a + $.b", by a Lambda function
// that you deploy: it gets {"expression", "expressionAttributeValues": {"$.a": 1, "$.b": 2}} and returns
// the value. It is for workflows that come from aws-cdk-lib, whose function evals JavaScript. New ones
// do not need it: a JSONata state computes by itself.
type EvaluateExpression struct {
	Function   Function
	Expression string
	NoRetry    bool // leaves out the retrier for Lambda's own errors
}

// Bind implements sfn.Integration.
func (t EvaluateExpression) Bind(c *sfn.TaskContext) sfn.Binding {
	b := evaluateExpression.bind(c, RequestResponse)
	if t.Expression == "" {
		b.report(missing(need{"expression", "Expression"}))
	}
	if c.JSONata() {
		b.report(notAllowed("Expression", "a JSONata state computes by itself: write the expression in JSONata where its value is wanted"))
	}
	_, arns := b.function(t.Function)
	if len(arns) == 0 {
		b.report(missing(need{"Function", "Function"}))
		return sfn.Binding{}
	}
	values := sfn.Fields{}
	for _, path := range t.paths(b) {
		values = values.With(path, sfn.At(path))
	}
	b.on("function", arns...)
	out := LambdaInvoke{
		Function: t.Function, PayloadOnly: true, NoRetry: t.NoRetry,
		Payload: sfn.Fields{{Name: "expression", Value: t.Expression}, {Name: "expressionAttributeValues", Value: values}},
	}.Bind(c)
	out.Statements = b.out.Statements
	return out
}

// paths returns the paths of the expression, each once, and reports those in the text of a string.
func (t EvaluateExpression) paths(b *call) []string {
	path := regexp.MustCompile(`\$[.\[][\w.\-\[\]]*`)
	code, texts := splitStrings(t.Expression)
	for _, s := range texts {
		if found := path.FindString(s); found != "" {
			b.report(notAllowed("the path "+found+" in a string", "it would stay text; write it in a template: `...${"+found+"}...`"))
		}
	}
	found := path.FindAllString(code, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// splitStrings separates the code of a JavaScript expression from the text of its strings. What
// stands in ${} of a template is code.
func splitStrings(expression string) (code string, texts []string) {
	var out, text strings.Builder
	var quotes []byte // open strings, a '{' for code inside a template
	for i := 0; i < len(expression); i++ {
		c := expression[i]
		var in byte
		if len(quotes) > 0 {
			in = quotes[len(quotes)-1]
		}
		switch {
		case in == 0 || in == '{':
			out.WriteByte(c)
			if c == '\'' || c == '"' || c == '`' || c == '{' {
				quotes = append(quotes, c)
			} else if c == '}' && in == '{' {
				quotes = quotes[:len(quotes)-1]
			}
		case c == '\\':
			i++
		case c == in, in == '`' && strings.HasPrefix(expression[i:], "${"):
			texts = append(texts, text.String())
			text.Reset()
			if c == in {
				quotes = quotes[:len(quotes)-1]
			} else {
				quotes = append(quotes, '{')
				i++
			}
			out.WriteByte(' ')
		default:
			text.WriteByte(c)
		}
	}
	return out.String(), texts
}
