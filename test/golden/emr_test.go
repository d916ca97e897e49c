package golden

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

var (
	anyCluster = tasks.Scope{"*"}
	terminate  = tasks.EMRTerminateCluster{ClusterID: "ClusterId", Pattern: job}
	protect    = tasks.EMRSetClusterTerminationProtection{ClusterID: "ClusterId", TerminationProtected: false}
	fleet      = tasks.EMRModifyInstanceFleetByName{
		ClusterID: "ClusterId", InstanceFleetName: "InstanceFleetName", InstanceFleet: tasks.InstanceFleetChange{TargetOnDemandCapacity: 2, TargetSpotCapacity: 0},
	}
	group = tasks.EMRModifyInstanceGroupByName{ClusterID: "ClusterId", InstanceGroupName: "InstanceGroupName", InstanceGroup: tasks.InstanceGroupChange{InstanceCount: 1}}
)

func step(p sfn.Pattern) tasks.EMRAddStep {
	return tasks.EMRAddStep{
		ClusterID: "ClusterId", Step: tasks.EMRStep{Name: "StepName", ActionOnFailure: "CONTINUE", Jar: tasks.HadoopJar{Jar: "Jar"}}, Pattern: p,
	}
}

func fullStep(p sfn.Pattern) tasks.EMRAddStep {
	return tasks.EMRAddStep{
		ClusterID: at("$.ClusterId"), ClusterIDScope: anyCluster, ExecutionRoleARN: "${RuntimeRole.Arn}", Pattern: p,
		Step: tasks.EMRStep{Name: at("$.StepName"), ActionOnFailure: "TERMINATE_CLUSTER", Jar: tasks.HadoopJar{
			Jar: "s3://b/j.jar", MainClass: "MainClass", Args: []string{"Arg1", "Arg2"}, Properties: []tasks.KeyValue{{Key: "PropertyKey", Value: "PropertyValue"}},
		}},
	}
}

func terminateAt(id any, p sfn.Pattern) tasks.EMRTerminateCluster {
	return tasks.EMRTerminateCluster{ClusterID: id, ClusterIDScope: anyCluster, Pattern: p}
}

func protectAt(id any) tasks.EMRSetClusterTerminationProtection {
	return tasks.EMRSetClusterTerminationProtection{ClusterID: id, ClusterIDScope: anyCluster, TerminationProtected: true}
}

var emrSteps = cases{
	"EmrAddStep__jsonata_rr_min":                step(""),
	"EmrAddStep__jsonpath_job_full":             fullStep(job),
	"EmrAddStep__jsonpath_min":                  step(job),
	"EmrAddStep__jsonpath_rr_full":              fullStep(""),
	"EmrAddStep__jsonpath_unsupported_token":    step(token),
	"EmrCancelStep__jsonata_min":                tasks.EMRCancelStep{ClusterID: "ClusterId", StepID: "StepId"},
	"EmrCancelStep__jsonpath_min":               tasks.EMRCancelStep{ClusterID: "ClusterId", StepID: "StepId"},
	"EmrCancelStep__jsonpath_rr_full":           tasks.EMRCancelStep{ClusterID: at("$.ClusterId"), ClusterIDScope: anyCluster, StepID: at("$.StepId")},
	"EmrCancelStep__jsonpath_unsupported_token": noPattern,

	"EmrSetClusterTerminationProtection__jsonata_min":                protect,
	"EmrSetClusterTerminationProtection__jsonata_rr_full":            protectAt(in("ClusterId")),
	"EmrSetClusterTerminationProtection__jsonpath_min":               protect,
	"EmrSetClusterTerminationProtection__jsonpath_rr_full":           protectAt(at("$.ClusterId")),
	"EmrSetClusterTerminationProtection__jsonpath_unsupported_job":   noPattern,
	"EmrSetClusterTerminationProtection__jsonpath_unsupported_token": noPattern,
	"EmrSetClusterTerminationProtection__toplevel_jsonata_ctor_min":  protect,
	"EmrSetClusterTerminationProtection__toplevel_jsonata_min":       protect,

	"EmrTerminateCluster__jsonata_rr_full":      terminateAt(in("ClusterId"), ""),
	"EmrTerminateCluster__jsonata_rr_min":       tasks.EMRTerminateCluster{ClusterID: "ClusterId"},
	"EmrTerminateCluster__jsonpath_job_full":    terminateAt(at("$.ClusterId"), job),
	"EmrTerminateCluster__jsonpath_min":         terminate,
	"EmrTerminateCluster__jsonpath_rr_min":      tasks.EMRTerminateCluster{ClusterID: "ClusterId"},
	"EmrTerminateCluster__toplevel_jsonata_min": terminate,

	"EmrModifyInstanceFleetByName__jsonata_rr_full": tasks.EMRModifyInstanceFleetByName{
		ClusterID: in("ClusterId"), ClusterIDScope: anyCluster, InstanceFleetName: in("Fleet"), InstanceFleet: tasks.InstanceFleetChange{TargetOnDemandCapacity: 3, TargetSpotCapacity: 4},
	},
	"EmrModifyInstanceFleetByName__jsonpath_min":               fleet,
	"EmrModifyInstanceFleetByName__jsonpath_unsupported_job":   noPattern,
	"EmrModifyInstanceFleetByName__jsonpath_unsupported_token": noPattern,
	"EmrModifyInstanceFleetByName__toplevel_jsonata_ctor_min":  fleet,
	"EmrModifyInstanceGroupByName__jsonpath_rr_full": tasks.EMRModifyInstanceGroupByName{
		ClusterID: at("$.ClusterId"), ClusterIDScope: anyCluster, InstanceGroupName: at("$.Group"), InstanceGroup: tasks.InstanceGroupChange{
			Configurations:       []tasks.EMRConfiguration{{Classification: "Classification", Properties: m{"Key": "Value"}}},
			InstancesToTerminate: []string{"InstanceToTerminate"}, InstanceCount: at("$.count"),
			Shrink: tasks.ShrinkPolicy{DecommissionTimeout: 1, Resize: tasks.InstanceResizePolicy{
				InstancesToProtect: []string{"InstanceToProtect"}, InstancesToTerminate: []string{"InstanceToTerminate"}, TerminationTimeout: 1,
			}},
		},
	},
	"EmrModifyInstanceGroupByName__jsonpath_unsupported_token": noPattern,
	"EmrModifyInstanceGroupByName__toplevel_jsonata_ctor_min":  group,
	"EmrModifyInstanceGroupByName__toplevel_jsonata_min":       group,
}
