package golden

import (
	"time"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

var selectOne = tasks.AthenaStartQueryExecution{QueryString: "SELECT 1"}

func fullQuery(text func(string) sfn.Expression, p sfn.Pattern) tasks.AthenaStartQueryExecution {
	return tasks.AthenaStartQueryExecution{
		QueryString: text("queryString"), ClientRequestToken: text("token"), Database: "mydatabase", Catalog: "AwsDataCatalog",
		Encryption: "SSE_S3", OutputLocation: "s3://query-results-bucket/folder/", WorkGroup: "my-workgroup",
		ExecutionParameters: []string{"param1", "param2"}, ReuseResults: 100 * time.Minute, Pattern: p,
	}
}

var athena = cases{
	"AthenaGetQueryExecution__jsonata_rr_full":             tasks.AthenaGetQueryExecution{QueryExecutionID: "fixed-id"},
	"AthenaGetQueryExecution__jsonpath_min":                tasks.AthenaGetQueryExecution{QueryExecutionID: at("$.QueryExecutionId")},
	"AthenaGetQueryExecution__jsonpath_unsupported_job":    noPattern,
	"AthenaGetQueryExecution__toplevel_jsonata_min":        tasks.AthenaGetQueryExecution{QueryExecutionID: in("QueryExecutionId")},
	"AthenaGetQueryResults__jsonata_min":                   tasks.AthenaGetQueryResults{QueryExecutionID: in("QueryExecutionId")},
	"AthenaGetQueryResults__jsonata_rr_full":               tasks.AthenaGetQueryResults{QueryExecutionID: in("QueryExecutionId"), NextToken: in("NextToken"), MaxResults: 25},
	"AthenaGetQueryResults__jsonpath_min":                  tasks.AthenaGetQueryResults{QueryExecutionID: at("$.QueryExecutionId")},
	"AthenaGetQueryResults__jsonpath_unsupported_job":      noPattern,
	"AthenaGetQueryResults__toplevel_jsonata_ctor_min":     tasks.AthenaGetQueryResults{QueryExecutionID: in("QueryExecutionId")},
	"AthenaGetQueryResults__toplevel_jsonata_min":          tasks.AthenaGetQueryResults{QueryExecutionID: in("QueryExecutionId")},
	"AthenaStartQueryExecution__jsonata_job_full":          fullQuery(in, job),
	"AthenaStartQueryExecution__jsonata_job_min":           tasks.AthenaStartQueryExecution{QueryString: "SELECT 1", Pattern: job},
	"AthenaStartQueryExecution__jsonata_rr_full":           fullQuery(in, ""),
	"AthenaStartQueryExecution__jsonpath_dynamic_database": tasks.AthenaStartQueryExecution{QueryString: "SELECT 1", Database: at("$.db"), Databases: tasks.Scope{"shop_*"}},
	"AthenaStartQueryExecution__jsonpath_empty_parameters": tasks.AthenaStartQueryExecution{QueryString: "SELECT 1", ExecutionParameters: []string{}},
	"AthenaStartQueryExecution__jsonpath_env_us_east_1":    tasks.AthenaStartQueryExecution{QueryString: "SELECT 1", Pattern: job},
	"AthenaStartQueryExecution__jsonpath_kms_imported":     tasks.AthenaStartQueryExecution{QueryString: "SELECT 1", Encryption: "SSE_KMS", KMSKeyARN: "arn:aws:kms:us-east-1:111122223333:key/k"},
	"AthenaStartQueryExecution__jsonpath_job_min":          tasks.AthenaStartQueryExecution{QueryString: "SELECT 1", Pattern: job},
	"AthenaStartQueryExecution__toplevel_jsonata_ctor_min": selectOne,
	"AthenaStartQueryExecution__toplevel_jsonata_min":      selectOne,
	"AthenaStopQueryExecution__jsonpath_min":               tasks.AthenaStopQueryExecution{QueryExecutionID: at("$.QueryExecutionId")},
	"AthenaStopQueryExecution__jsonpath_rr_full":           tasks.AthenaStopQueryExecution{QueryExecutionID: "fixed-id"},
	"AthenaStopQueryExecution__jsonpath_unsupported_token": noPattern,
	"AthenaStopQueryExecution__toplevel_jsonata_ctor_min":  tasks.AthenaStopQueryExecution{QueryExecutionID: in("QueryExecutionId")},
}
