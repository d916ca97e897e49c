package golden

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

var project = tasks.ProjectAt("${Project.Ref}", "${Project.Arn}")

func variables(zone any) sfn.Fields {
	return sfn.Fields{
		{Name: "ZONE", Value: zone},
		{Name: "SECRET", Value: tasks.CodeBuildVariable{Type: "SECRETS_MANAGER", Value: "my-secret"}},
		{Name: "PARAM", Value: tasks.CodeBuildVariable{Type: "PARAMETER_STORE", Value: "/my/param"}},
		{Name: "PLAIN", Value: "v"},
	}
}

var codeBuild = cases{
	"CodeBuildStartBuildBatch__jsonata_min":               tasks.CodeBuildStartBuildBatch{Project: project},
	"CodeBuildStartBuildBatch__jsonpath_job_full":         tasks.CodeBuildStartBuildBatch{Project: project, Environment: variables(at("$.zone")), Pattern: job},
	"CodeBuildStartBuildBatch__jsonpath_rr_full":          tasks.CodeBuildStartBuildBatch{Project: project, Environment: variables(at("$.zone"))},
	"CodeBuildStartBuildBatch__toplevel_jsonata_ctor_min": tasks.CodeBuildStartBuildBatch{Project: project},
	"CodeBuildStartBuild__jsonata_job_full":               tasks.CodeBuildStartBuild{Project: project, Environment: variables(in("zone")), Pattern: job},
	"CodeBuildStartBuild__jsonata_job_min":                tasks.CodeBuildStartBuild{Project: project, Pattern: job},
	"CodeBuildStartBuild__jsonata_min":                    tasks.CodeBuildStartBuild{Project: project},
	"CodeBuildStartBuild__jsonata_rr_full":                tasks.CodeBuildStartBuild{Project: project, Environment: variables(in("zone"))},
	"CodeBuildStartBuild__jsonpath_job_min":               tasks.CodeBuildStartBuild{Project: project, Pattern: job},
	"CodeBuildStartBuild__jsonpath_unsupported_token":     tasks.CodeBuildStartBuild{Project: project, Pattern: token},
	"CodeBuildStartBuild__toplevel_jsonata_ctor_min":      tasks.CodeBuildStartBuild{Project: project},
}
