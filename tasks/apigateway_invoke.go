package tasks

import (
	"strings"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

var apiGatewayInvoke = Descriptor{
	Name: "APIGatewayInvoke", Title: "calls a REST or HTTP API of API Gateway",
	Service: "apigateway", Action: "invoke", Patterns: requestToken,
	Required: []string{"ApiEndpoint", "Method"},
	Grants:   []Grant{{On: "method", Actions: []string{"execute-api:Invoke"}, Why: "calls the API with the role's credentials", When: `AuthType is "IAM_ROLE" or "RESOURCE_POLICY"`}},
	Errors:   []string{"ApiGateway.StatusCode"},
	Doc:      "https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html",
}

// APIGatewayInvoke calls a REST or HTTP API of API Gateway. The result has ResponseBody, Headers,
// StatusCode and StatusText; a status of 4xx or 5xx fails with ApiGateway.NNN. Private APIs and
// custom domain names are not possible.
type APIGatewayInvoke struct {
	API    API
	Method sfn.Text // GET, POST, PUT, DELETE, PATCH, HEAD or OPTIONS
	Stage  sfn.Text // nil is the stage $default of an HTTP API
	Path   sfn.Text // begins with a slash
	// Paths are those an Expression can give as Path, for the permissions: "/orders/*".
	Paths   Scope
	Headers sfn.Value // a map of lists: {"TaskToken": []any{sfn.TaskToken()}}
	Query   sfn.Value // a map of lists
	Body    sfn.Value
	// AuthType is "NO_AUTH" (the default), "IAM_ROLE" or "RESOURCE_POLICY".
	AuthType        sfn.Text
	AllowNullValues sfn.Bool
	Pattern         sfn.Pattern // RequestResponse or WaitForTaskToken
	Extra           map[string]any
}

// API is an API of API Gateway.
type API struct {
	Host sfn.Text // "abc123.execute-api.us-east-1.amazonaws.com"
	ARN  string   // for the permissions: "arn:aws:execute-api:us-east-1:111122223333:abc123"
}

// APIAt returns the API with that host, such as abc123.execute-api.us-east-1.amazonaws.com, in the
// account of the stack.
func APIAt(host string) API {
	id, rest, _ := strings.Cut(host, ".")
	region, _, _ := strings.Cut(strings.TrimPrefix(rest, "execute-api."), ".")
	return API{Host: host, ARN: "arn:${AWS::Partition}:execute-api:" + region + ":${AWS::AccountId}:" + id}
}

// apiStack is what is asked of an awscdk.Stack.
type apiStack interface {
	Account() *string
	Region() *string
	UrlSuffix() *string
}

// RestAPIOf returns the API of a CDK construct (awsapigateway.IRestApi).
func RestAPIOf[S apiStack](api interface {
	RestApiId() *string
	Stack() S
}) API {
	if isNil(api) {
		return API{}
	}
	return apiIn(text(api.RestApiId()), api.Stack())
}

// HTTPAPIOf returns the API of a CDK construct (awsapigatewayv2.IHttpApi).
func HTTPAPIOf[S apiStack](api interface {
	ApiId() *string
	Stack() S
}) API {
	if isNil(api) {
		return API{}
	}
	return apiIn(text(api.ApiId()), api.Stack())
}

func apiIn(id string, stack apiStack) API {
	region := text(stack.Region())
	return API{
		Host: id + ".execute-api." + region + "." + text(stack.UrlSuffix()),
		ARN:  "arn:${AWS::Partition}:execute-api:" + region + ":" + text(stack.Account()) + ":" + id,
	}
}

// Bind implements sfn.Integration.
func (t APIGatewayInvoke) Bind(c *sfn.TaskContext) sfn.Binding {
	b := apiGatewayInvoke.bind(c, t.Pattern)
	b.need("ApiEndpoint", t.API.Host, "API")
	b.require("Method")
	b.choose("Method", t.Method, "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS")
	b.set("Headers", t.Headers)
	b.set("Stage", t.Stage)
	b.set("Path", t.Path)
	b.set("QueryParameters", t.Query)
	b.set("RequestBody", t.Body)
	b.choose("AuthType", t.AuthType, "NO_AUTH", "IAM_ROLE", "RESOURCE_POLICY")
	b.set("AllowNullValues", t.AllowNullValues)
	if path, ok := literal(t.Path); ok && !strings.HasPrefix(path, "/") && !sfn.HasToken(path) {
		b.report(wrongShape("Path", "a path that begins with a slash"))
	}
	if kind, _ := literal(t.AuthType); isSet(t.AuthType) && kind != "NO_AUTH" {
		b.on("method", t.methods(b)...)
	}
	return b.done(t.Extra)
}

// methods returns the ARNs of what is called: API/STAGE/METHOD/PATH.
//
// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html
func (t APIGatewayInvoke) methods(b *call) []string {
	stage := "$default"
	if isSet(t.Stage) {
		stage = orStar(t.Stage)
	}
	prefix := t.API.ARN + "/" + stage + "/" + orStar(t.Method)
	paths := t.Paths
	if path, ok := literal(t.Path); ok {
		paths = Scope{path}
	} else if !isSet(t.Path) {
		paths = Scope{"/"}
	} else if len(paths) == 0 {
		b.report(problem{"SWT05", "Path is known only when the state runs, so the role cannot be allowed to call it", `say in Paths which paths it can be, such as "/orders/*"`})
	}
	var out []string
	for _, p := range paths {
		out = append(out, prefix+p)
	}
	return out
}

func orStar(v sfn.Text) string {
	if s, ok := literal(v); ok {
		return s
	}
	return "*"
}
