package tasks

import (
	"strings"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

var httpInvoke = Descriptor{
	Name: "HTTPInvoke", Title: "calls an HTTPS endpoint outside of AWS",
	Service: "http", Action: "invoke", Patterns: onlyRequest,
	Required: []string{"ApiEndpoint", "Authentication", "Method"},
	Grants: []Grant{
		{On: "endpoint", Actions: []string{"states:InvokeHTTPEndpoint"}, Why: "calls the endpoint"},
		{On: "connection", Actions: []string{"events:RetrieveConnectionCredentials"}, Why: "reads the credentials of the connection"},
		{On: "secret", Actions: []string{"secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"}, Why: "reads the credentials of the connection"},
		{On: "key", Actions: []string{"kms:Decrypt"}, Why: "reads the credentials of the connection", When: "the connection has a customer-managed key"},
	},
	Errors: []string{"States.Http.Socket", "States.Http.StatusCode"},
	Doc:    "https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html",
}

// HTTPInvoke calls an HTTPS endpoint outside of AWS, with the credentials of a connection of
// EventBridge. Without an answer it fails with sfn.ErrHTTPSocket after 60 s. The result has ResponseBody,
// Headers, StatusCode and StatusText; a status that is not 2xx fails with States.Http.StatusCode.NNN.
type HTTPInvoke struct {
	// Endpoint is the URL, without query: "https://api.example.com/orders". It begins with https://.
	Endpoint sfn.Text
	// Endpoints are the URLs an Expression may give; * stands for any text, so end the host with a slash:
	// "https://api.example.com/*".
	Endpoints []string
	// Method is GET, POST, PUT, DELETE, PATCH, OPTIONS or HEAD.
	Method     sfn.Text
	Connection Connection
	Headers    sfn.Value // a map; not all headers can be set
	Query      sfn.Value // a map; a list repeats the parameter
	Body       sfn.Value
	// FormEncoding sends the Body as application/x-www-form-urlencoded, and says how lists are
	// written: "INDICES" (the service's default), "REPEAT", "COMMAS", "BRACKETS", or "DEFAULT",
	// which leaves it to the service. "" sends JSON.
	FormEncoding string
	Extra        map[string]any
}

// Connection is a connection of EventBridge, which has the credentials.
type Connection struct {
	ARN       string
	SecretARN string // of the secret that EventBridge keeps for it; "" is any secret of connections
	KeyARN    string // the customer-managed key that encrypts the secret, "" if there is none
}

// ConnectionOf returns the connection of a CDK construct (awsevents.IConnection).
func ConnectionOf(c interface {
	ConnectionArn() *string
	ConnectionSecretArn() *string
}) Connection {
	if isNil(c) {
		return Connection{}
	}
	return Connection{ARN: text(c.ConnectionArn()), SecretARN: text(c.ConnectionSecretArn())}
}

// ConnectionAt returns the connection with that ARN.
func ConnectionAt(arn string) Connection { return Connection{ARN: arn} }

// Bind implements sfn.Integration.
func (t HTTPInvoke) Bind(c *sfn.TaskContext) sfn.Binding {
	b := httpInvoke.bind(c, RequestResponse)
	b.need("ApiEndpoint", t.Endpoint, "Endpoint")
	if t.Connection.ARN != "" {
		b.set("Authentication", sfn.Fields{{Name: "ConnectionArn", Value: t.Connection.ARN}})
	}
	b.require("Authentication", "Connection")
	b.require("Method")
	b.choose("Method", t.Method, "GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD")
	b.set("Headers", t.headers(b))
	b.set("RequestBody", t.Body)
	b.set("QueryParameters", t.Query)
	b.set("Transform", t.transform(b))
	t.permissions(b)
	return b.done(t.Extra)
}

// permissions follow the policy of the page, with the endpoint and the method as conditions.
func (t HTTPInvoke) permissions(b *call) {
	endpoints := t.Endpoints
	if s, ok := literal(t.Endpoint); ok {
		endpoints = []string{s}
		if !strings.HasPrefix(s, "https://") && !sfn.HasToken(s) {
			b.report(wrongShape("Endpoint", "a URL that begins with https://"))
		}
	}
	if isExpression(t.Endpoint) && len(endpoints) == 0 {
		b.report(endpointScope())
		return
	}
	g := b.on("endpoint", sfn.SelfARN).under("StringLike", "states:HTTPEndpoint", endpoints...)
	if method, ok := literal(t.Method); ok {
		g.under("StringEquals", "states:HTTPMethod", method)
	}
	b.on("connection", t.Connection.ARN)
	secret := t.Connection.SecretARN
	if secret == "" && t.Connection.ARN != "" {
		secret = connectionSecret(t.Connection.ARN)
	}
	b.on("secret", secret)
	b.on("key", t.Connection.KeyARN)
}

// connectionSecret is the pattern of the secrets that EventBridge makes for connections, narrowed to
// the connection of a literal ARN: arn:aws:events:REGION:ACCOUNT:connection/NAME/ID.
func connectionSecret(arn string) string {
	parts := strings.SplitN(arn, ":", 6)
	if sfn.HasToken(arn) || len(parts) != 6 {
		return localARN("secretsmanager", "secret:events!connection/*")
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(parts[5], "connection/"), "/")
	return "arn:" + parts[1] + ":secretsmanager:" + parts[3] + ":" + parts[4] + ":secret:events!connection/" + name + "/*"
}

const formType = "application/x-www-form-urlencoded"

func (t HTTPInvoke) headers(b *call) any {
	if t.FormEncoding == "" {
		return t.Headers
	}
	set := sfn.Fields{{Name: "Content-Type", Value: formType}}
	switch h := deref(t.Headers).(type) {
	case nil:
		return set
	case sfn.Fields:
		return merged(h, map[string]any{"Content-Type": formType})
	case map[string]any:
		return merged(set, without(h, "Content-Type"))
	}
	b.report(needsContentType())
	return t.Headers
}

func without(m map[string]any, name string) map[string]any {
	out := make(map[string]any, len(m))
	for k, v := range m {
		if !strings.EqualFold(k, name) {
			out[k] = v
		}
	}
	return out
}

func (t HTTPInvoke) transform(b *call) any {
	switch t.FormEncoding {
	case "":
		return nil
	case "DEFAULT":
		return sfn.Fields{{Name: "RequestBodyEncoding", Value: "URL_ENCODED"}}
	case "INDICES", "REPEAT", "COMMAS", "BRACKETS":
		return sfn.Fields{
			{Name: "RequestBodyEncoding", Value: "URL_ENCODED"},
			{Name: "RequestEncodingOptions", Value: sfn.Fields{{Name: "ArrayFormat", Value: t.FormEncoding}}},
		}
	}
	b.report(notOneOf("FormEncoding", t.FormEncoding, []string{"INDICES", "REPEAT", "COMMAS", "BRACKETS", "DEFAULT"}))
	return nil
}
