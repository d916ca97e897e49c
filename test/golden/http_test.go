package golden

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

const resource = "https://api.example.com/path/to/resource"

var connection = tasks.Connection{ARN: "${Connection/Connection.Arn}", SecretARN: "${Connection/Connection.SecretArn}"}

func get(endpoint any) tasks.HTTPInvoke {
	return tasks.HTTPInvoke{Endpoint: endpoint, Method: "GET", Connection: connection}
}

func post(encoding string) tasks.HTTPInvoke {
	return tasks.HTTPInvoke{Endpoint: "https://api.example.com/p", Method: "POST", Connection: connection, Body: m{"a": 1}, FormEncoding: encoding}
}

var http = cases{
	"HttpInvoke__jsonata_min": tasks.HTTPInvoke{Endpoint: resource, Method: "POST", Connection: connection},
	"HttpInvoke__jsonata_rr_full": tasks.HTTPInvoke{
		Endpoint: sfn.JSONata("'https://api.example.com' & '/' & 'resource/' & $states.input.id"), Endpoints: []string{"https://api.example.com/resource/*"},
		Method: in("method"), Connection: connection, Headers: m{"Content-Type": "application/json", "dyn": in("h")}, Body: m{"foo": in("foo")},
		Query: m{"id": in("id")}, FormEncoding: "BRACKETS",
	},
	"HttpInvoke__jsonpath_dynamic_endpoint_flag_off": tasks.HTTPInvoke{
		Endpoint: sfn.Format("https://api.example.com/resource/{}/details", at("$.resourceId")), Endpoints: []string{"https://api.example.com/resource/*"},
		Method: "POST", Connection: connection,
	},
	"HttpInvoke__jsonpath_dynamic_root": tasks.HTTPInvoke{
		Endpoint: sfn.Format("{}/{}", at("$.root"), "p"), Endpoints: []string{"https://*.example.com/p"}, Method: "GET", Connection: connection,
	},
	"HttpInvoke__jsonpath_encoding_commas":          post("COMMAS"),
	"HttpInvoke__jsonpath_encoding_default":         post("DEFAULT"),
	"HttpInvoke__jsonpath_encoding_indices":         post("INDICES"),
	"HttpInvoke__jsonpath_encoding_none":            post(""),
	"HttpInvoke__jsonpath_encoding_repeat":          post("REPEAT"),
	"HttpInvoke__jsonpath_root_with_slash":          get("https://api.example.com/p"),
	"HttpInvoke__jsonpath_static_endpoint_flag_off": get("https://api.example.com/p"),
	"HttpInvoke__jsonpath_unsupported_job":          noPattern,
	"HttpInvoke__toplevel_jsonata_ctor_min":         tasks.HTTPInvoke{Endpoint: resource, Method: "POST", Connection: connection},
	"HttpInvoke__jsonpath_rr_full": tasks.HTTPInvoke{
		Endpoint: resource, Method: at("$.method"), Connection: connection, Headers: m{"Content-Type": "application/json", "dyn": at("$.h")},
		Body: m{"foo": at("$.foo")}, Query: m{"id": at("$.id")}, FormEncoding: "BRACKETS",
	},
}
