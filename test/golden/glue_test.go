package golden

import (
	"time"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

var glueJob = tasks.GlueStartJobRun{JobName: "my-glue-job"}

func fullGlue(key any, p sfn.Pattern) tasks.GlueStartJobRun {
	return tasks.GlueStartJobRun{
		JobName: "my-glue-job", Arguments: m{"--key": key, "--fixed": "v"}, Timeout: 30 * time.Minute, SecurityConfiguration: "my-security",
		NotifyDelayAfter: 5 * time.Minute, WorkerType: "G.1X", NumberOfWorkers: 2, ExecutionClass: "FLEX", Pattern: p,
	}
}

func brew(name any, p sfn.Pattern) tasks.DataBrewStartJobRun {
	t := tasks.DataBrewStartJobRun{JobName: name, Pattern: p}
	if name != "my-databrew-job" {
		t.JobNameScope = tasks.Scope{"*"}
	}
	return t
}

var glue = cases{
	"GlueStartJobRun__jsonata_arguments_object":             tasks.GlueStartJobRun{JobName: "my-glue-job", Arguments: in("args")},
	"GlueStartJobRun__jsonata_job_full":                     fullGlue(in("key"), job),
	"GlueStartJobRun__jsonata_min":                          glueJob,
	"GlueStartJobRun__jsonata_timeout_expression":           tasks.GlueStartJobRun{JobName: "my-glue-job", Timeout: in("timeout")},
	"GlueStartJobRun__jsonpath_dynamic_name":                tasks.GlueStartJobRun{JobName: at("$.job"), JobNameScope: tasks.Scope{"nightly-*"}},
	"GlueStartJobRun__jsonpath_dynamic_workers":             tasks.GlueStartJobRun{JobName: "my-glue-job", WorkerType: at("$.type"), NumberOfWorkers: at("$.n")},
	"GlueStartJobRun__jsonpath_job_full":                    fullGlue(at("$.key"), job),
	"GlueStartJobRun__jsonpath_min":                         glueJob,
	"GlueStartJobRun__jsonpath_rr_full":                     fullGlue(at("$.key"), ""),
	"GlueStartJobRun__jsonpath_timeout_seconds_not_minutes": tasks.GlueStartJobRun{JobName: "my-glue-job", Timeout: 90 * time.Second},
	"GlueStartJobRun__jsonpath_unsupported_token":           tasks.GlueStartJobRun{JobName: "my-glue-job", Pattern: token},
	"GlueStartJobRun__jsonpath_worker_type_deprecated":      tasks.GlueStartJobRun{JobName: "my-glue-job", WorkerType: "G.025X", NumberOfWorkers: 2, ExecutionClass: "STANDARD"},
	"GlueStartJobRun__jsonpath_worker_type_twice":           doesNotCompile("there is one field for the worker type"),
	"GlueStartJobRun__toplevel_jsonata_ctor_min":            glueJob,
	"GlueStartJobRun__toplevel_jsonata_min":                 glueJob,

	"GlueStartCrawlerRun__jsonata_min":              tasks.GlueStartCrawler{CrawlerName: "my-crawler"},
	"GlueStartCrawlerRun__jsonata_rr_full":          tasks.GlueStartCrawler{CrawlerName: "${Crawler.Ref}"},
	"GlueStartCrawlerRun__jsonpath_min":             tasks.GlueStartCrawler{CrawlerName: "my-crawler"},
	"GlueStartCrawlerRun__jsonpath_unsupported_job": noPattern,
	"GlueStartCrawlerRun__toplevel_jsonata_min":     tasks.GlueStartCrawler{CrawlerName: "my-crawler"},

	"GlueDataBrewStartJobRun__jsonata_job_full":           brew(in("name"), job),
	"GlueDataBrewStartJobRun__jsonata_job_min":            brew("my-databrew-job", job),
	"GlueDataBrewStartJobRun__jsonata_min":                brew("my-databrew-job", ""),
	"GlueDataBrewStartJobRun__jsonata_rr_full":            brew(in("name"), ""),
	"GlueDataBrewStartJobRun__jsonpath_job_full":          brew(at("$.name"), job),
	"GlueDataBrewStartJobRun__jsonpath_min":               brew("my-databrew-job", ""),
	"GlueDataBrewStartJobRun__jsonpath_unsupported_token": brew("my-databrew-job", token),
	"GlueDataBrewStartJobRun__toplevel_jsonata_ctor_min":  brew("my-databrew-job", ""),
	"GlueDataBrewStartJobRun__toplevel_jsonata_min":       brew("my-databrew-job", ""),
}
