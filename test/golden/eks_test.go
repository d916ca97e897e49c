package golden

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

const sparkJobRole = "arn:aws:iam::123456789012:role/job-execution-role"

func virtualCluster(name any) tasks.EMRContainersCreateVirtualCluster {
	return tasks.EMRContainersCreateVirtualCluster{Name: name, EKSCluster: "clusterName", EKSNamespace: "specified-namespace", Tags: m{"key": "value"}}
}

func deleteVirtual(id any, p sfn.Pattern) tasks.EMRContainersDeleteVirtualCluster {
	return tasks.EMRContainersDeleteVirtualCluster{VirtualClusterID: id, VirtualClusterIDScope: anyCluster, Pattern: p}
}

const virtualID = "z00000000000000000000000"

func sparkJob(text func(string) sfn.Expression, p sfn.Pattern) tasks.EMRContainersStartJobRun {
	return tasks.EMRContainersStartJobRun{
		VirtualClusterID: text("VirtualClusterId"), VirtualClusterIDScope: anyCluster, Name: text("jobName"), ExecutionRoleARN: sparkJobRole, ReleaseLabel: "emr-6.3.0-latest",
		Driver: tasks.JobDriver{SparkSubmit: tasks.SparkSubmit{EntryPoint: text("entryPoint"), Arguments: l{"a", "b"}, Parameters: "--conf spark.executor.instances=2"}},
		Overrides: tasks.JobOverrides{
			Applications: []tasks.EMRConfiguration{{
				Classification: "spark-defaults", Properties: m{"spark.executor.instances": "1"},
				Configurations: []tasks.EMRConfiguration{{Classification: "spark-env", Properties: m{"A": "b"}}},
			}},
			Monitoring: tasks.JobMonitoring{PersistentAppUI: "DISABLED", S3: tasks.JobLogBucket{LogURI: "s3://${LogBucket.Ref}"}},
		},
		Tags: m{"key": "value"}, Pattern: p,
	}
}

func pi(p sfn.Pattern) tasks.EMRContainersStartJobRun {
	return tasks.EMRContainersStartJobRun{
		VirtualClusterID: "de92jdei2910fwedz", ExecutionRoleARN: sparkJobRole, ReleaseLabel: "emr-6.2.0-latest",
		Driver:    tasks.JobDriver{SparkSubmit: tasks.SparkSubmit{EntryPoint: "local:///usr/lib/spark/examples/src/main/python/pi.py"}},
		Overrides: tasks.JobOverrides{Monitoring: tasks.JobMonitoring{PersistentAppUI: "ENABLED"}}, Pattern: p,
	}
}

var pods = tasks.EKSCall{
	Cluster: tasks.EKSCluster{Name: "clusterName", Endpoint: "https://apiid.gr7.us-east-1.eks.amazonaws.com", CertificateAuthority: "clusterCertificateAuthorityData"},
	Method:  "GET", Path: "/api/v1/namespaces/default/pods",
}

var eks = cases{
	"EksCall__jsonata_min":                pods,
	"EksCall__jsonpath_unsupported_token": noPattern,
	"EksCall__toplevel_jsonata_min":       pods,

	"EmrContainersCreateVirtualCluster__jsonata_min": tasks.EMRContainersCreateVirtualCluster{
		Name: sfn.JSONata("$states.context.Execution.Name & '/' & $states.context.State.Name"), EKSCluster: in("ClusterId"),
	},
	"EmrContainersCreateVirtualCluster__jsonata_rr_full":            virtualCluster(in("name")),
	"EmrContainersCreateVirtualCluster__jsonpath_rr_full":           virtualCluster(at("$.name")),
	"EmrContainersCreateVirtualCluster__jsonpath_unsupported_job":   noPattern,
	"EmrContainersCreateVirtualCluster__jsonpath_unsupported_token": noPattern,
	"EmrContainersCreateVirtualCluster__toplevel_jsonata_ctor_min": tasks.EMRContainersCreateVirtualCluster{
		Name: sfn.JSONata("$states.context.Execution.Name & '/' & $states.context.State.Name"), EKSCluster: in("ClusterId"),
	},
	"EmrContainersDeleteVirtualCluster__jsonata_job_full":           deleteVirtual(in("VirtualClusterId"), job),
	"EmrContainersDeleteVirtualCluster__jsonata_job_min":            deleteVirtual(virtualID, job),
	"EmrContainersDeleteVirtualCluster__jsonpath_job_full":          deleteVirtual(at("$.VirtualClusterId"), job),
	"EmrContainersDeleteVirtualCluster__jsonpath_job_min":           deleteVirtual(virtualID, job),
	"EmrContainersDeleteVirtualCluster__jsonpath_min":               deleteVirtual(virtualID, ""),
	"EmrContainersDeleteVirtualCluster__jsonpath_unsupported_token": deleteVirtual(virtualID, token),
	"EmrContainersDeleteVirtualCluster__toplevel_jsonata_min":       deleteVirtual(virtualID, ""),
	"EmrContainersStartJobRun__jsonata_job_full":                    sparkJob(in, job),
	"EmrContainersStartJobRun__jsonata_rr_full":                     sparkJob(in, ""),
	"EmrContainersStartJobRun__jsonpath_created_role": tasks.EMRContainersStartJobRun{
		VirtualClusterID: "de92jdei2910fwedz", ExecutionRoleARN: "${Task/Job-Execution-Role.Arn}", ReleaseLabel: "emr-6.2.0-latest", Pattern: job,
		Driver: tasks.JobDriver{SparkSubmit: tasks.SparkSubmit{EntryPoint: "local:///pi.py", Parameters: "--conf x=y"}},
		Overrides: tasks.JobOverrides{Monitoring: tasks.JobMonitoring{
			PersistentAppUI: "ENABLED", CloudWatch: tasks.JobLogGroup{LogGroupName: "${Task/Monitoring Log Group.Ref}"}, S3: tasks.JobLogBucket{LogURI: "s3://${Task/Monitoring Bucket.Ref}"},
		}},
	},
	"EmrContainersStartJobRun__jsonpath_dynamic_cluster_without_role": tasks.EMRContainersStartJobRun{
		VirtualClusterID: at("$.c"), VirtualClusterIDScope: anyCluster, ReleaseLabel: "emr-6.2.0-latest", Driver: tasks.JobDriver{SparkSubmit: tasks.SparkSubmit{EntryPoint: "local:///pi.py"}},
	},
	"EmrContainersStartJobRun__jsonpath_job_full":          sparkJob(atField, job),
	"EmrContainersStartJobRun__jsonpath_min":               pi(job),
	"EmrContainersStartJobRun__jsonpath_rr_full":           sparkJob(atField, ""),
	"EmrContainersStartJobRun__jsonpath_unsupported_token": pi(token),
	"EmrContainersStartJobRun__toplevel_jsonata_ctor_min":  pi(job),
}
