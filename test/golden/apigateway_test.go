package golden

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

func api(id, region string) tasks.API {
	return tasks.API{Host: id + ".execute-api." + region + ".${AWS::URLSuffix}", ARN: "arn:${AWS::Partition}:execute-api:" + region + ":${AWS::AccountId}:" + id}
}

var (
	httpAPI = api("${HttpApi.Ref}", "${AWS::Region}")
	restAPI = api("${RestApi.Ref}", "${AWS::Region}")
	farAPI  = api("${RestApi.Ref}", "us-west-2")
)

func dev(auth any) tasks.APIGatewayInvoke {
	return tasks.APIGatewayInvoke{API: restAPI, Method: "GET", Stage: "dev", AuthType: auth}
}

func withHeaders(t tasks.APIGatewayInvoke, headers any, p sfn.Pattern) tasks.APIGatewayInvoke {
	t.Headers, t.Pattern = headers, p
	return t
}

var tokenHeader = m{"TaskToken": l{sfn.TaskToken()}}

func postFar(text func(string) sfn.Expression) tasks.APIGatewayInvoke {
	return tasks.APIGatewayInvoke{
		API: farAPI, Method: "POST", Stage: "dev", Path: "/path/to", AuthType: "IAM_ROLE", Query: m{"q": text("q")}, Body: m{"body": text("body"), "n": 1},
	}
}

func atField(name string) sfn.Expression { return sfn.At("$." + name) }

func putHTTP(text func(string) sfn.Expression) tasks.APIGatewayInvoke {
	return tasks.APIGatewayInvoke{
		API: httpAPI, Method: "PUT", Stage: "prod", Path: "/path/to", AuthType: "IAM_ROLE", Query: m{"q": text("q")}, Body: text("body"),
	}
}

var gateway = cases{
	"CallApiGatewayHttpApiEndpoint__jsonata_token_full":          withHeaders(putHTTP(in), tokenHeader, token),
	"CallApiGatewayHttpApiEndpoint__jsonpath_min":                tasks.APIGatewayInvoke{API: httpAPI, Method: "GET"},
	"CallApiGatewayHttpApiEndpoint__jsonpath_path_without_stage": tasks.APIGatewayInvoke{API: httpAPI, Method: "GET", Path: "/a", AuthType: "IAM_ROLE"},
	"CallApiGatewayHttpApiEndpoint__jsonpath_rr_full":            withHeaders(putHTTP(atField), m{"key1": l{"value1"}, "dyn": at("$.headers")}, ""),
	"CallApiGatewayHttpApiEndpoint__jsonpath_unsupported_job":    tasks.APIGatewayInvoke{API: httpAPI, Method: "GET", Pattern: job},
	"CallApiGatewayRestApiEndpoint__jsonata_token_full":          withHeaders(postFar(in), tokenHeader, token),
	"CallApiGatewayRestApiEndpoint__jsonata_token_min":           withHeaders(dev(nil), tokenHeader, token),
	"CallApiGatewayRestApiEndpoint__jsonpath_dynamic_path": tasks.APIGatewayInvoke{
		API: restAPI, Method: "GET", Stage: "dev", Path: at("$.path"), Paths: tasks.Scope{"/orders/*"}, AuthType: "IAM_ROLE",
	},
	"CallApiGatewayRestApiEndpoint__jsonpath_no_auth":         dev("NO_AUTH"),
	"CallApiGatewayRestApiEndpoint__jsonpath_resource_policy": dev("RESOURCE_POLICY"),
	"CallApiGatewayRestApiEndpoint__jsonpath_rr_full":         withHeaders(postFar(atField), m{"key1": l{"value1"}, "dyn": at("$.headers")}, ""),
	"CallApiGatewayRestApiEndpoint__jsonpath_token_full":      withHeaders(postFar(atField), tokenHeader, token),
	"CallApiGatewayRestApiEndpoint__jsonpath_token_missing":   withHeaders(dev(nil), nil, token),
	"CallApiGatewayRestApiEndpoint__toplevel_jsonata_min":     dev(nil),
}
