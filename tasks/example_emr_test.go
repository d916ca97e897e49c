package tasks_test

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

func ExampleEMRAddStep() {
	show(tasks.EMRAddStep{ClusterID: sfn.ExecutionName(), ClusterIDScope: tasks.Scope{"*"}, ExecutionRoleARN: "arn:aws:iam::111122223333:role/job",
		Step: tasks.EMRStep{Name: "step", Jar: tasks.HadoopJar{Jar: "command-runner.jar", Args: []string{"a"}}},
	})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::elasticmapreduce:addStep",
	//   "Parameters": {
	//     "ClusterId.$": "$$.Execution.Name",
	//     "ExecutionRoleArn": "arn:aws:iam::111122223333:role/job",
	//     "Step": {
	//       "Name": "step",
	//       "HadoopJarStep": {
	//         "Jar": "command-runner.jar",
	//         "Args": [
	//           "a"
	//         ]
	//       }
	//     }
	//   },
	//   "End": true
	// }
}

func ExampleEMRCancelStep() {
	show(tasks.EMRCancelStep{ClusterID: "j-1", StepID: "s-1"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::elasticmapreduce:cancelStep",
	//   "Parameters": {
	//     "ClusterId": "j-1",
	//     "StepId": "s-1"
	//   },
	//   "End": true
	// }
}

func ExampleEMRContainersCreateVirtualCluster() {
	show(tasks.EMRContainersCreateVirtualCluster{Name: "v", EKSCluster: "c"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::emr-containers:createVirtualCluster",
	//   "Parameters": {
	//     "Name": "v",
	//     "ContainerProvider": {
	//       "Id": "c",
	//       "Info": {
	//         "EksInfo": {
	//           "Namespace": "default"
	//         }
	//       },
	//       "Type": "EKS"
	//     }
	//   },
	//   "End": true
	// }
}

func ExampleEMRContainersDeleteVirtualCluster() {
	show(tasks.EMRContainersDeleteVirtualCluster{VirtualClusterID: "v1"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::emr-containers:deleteVirtualCluster",
	//   "Parameters": {
	//     "Id": "v1"
	//   },
	//   "End": true
	// }
}

func ExampleEMRContainersStartJobRun() {
	show(tasks.EMRContainersStartJobRun{VirtualClusterID: "v1", ExecutionRoleARN: "arn:aws:iam::111122223333:role/job", ReleaseLabel: "emr-7.0.0-latest",
		Driver: tasks.JobDriver{SparkSubmit: tasks.SparkSubmit{EntryPoint: "local:///pi.py"}},
	})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::emr-containers:startJobRun",
	//   "Parameters": {
	//     "VirtualClusterId": "v1",
	//     "ExecutionRoleArn": "arn:aws:iam::111122223333:role/job",
	//     "ReleaseLabel": "emr-7.0.0-latest",
	//     "JobDriver": {
	//       "SparkSubmitJobDriver": {
	//         "EntryPoint": "local:///pi.py"
	//       }
	//     }
	//   },
	//   "End": true
	// }
}

func ExampleEMRCreateCluster() {
	show(tasks.EMRCreateCluster{Name: "cluster", Instances: tasks.EMRInstances{InstanceCount: 1, KeepJobFlowAliveWhenNoSteps: true}, ServiceRole: "arn:aws:iam::111122223333:role/job", JobFlowRole: "EMR_EC2_DefaultRole",
		AutoScalingRole: "arn:aws:iam::111122223333:role/job", Tags: map[string]string{"team": "data"},
	})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::elasticmapreduce:createCluster",
	//   "Parameters": {
	//     "Name": "cluster",
	//     "Instances": {
	//       "InstanceCount": 1,
	//       "KeepJobFlowAliveWhenNoSteps": true
	//     },
	//     "ServiceRole": "arn:aws:iam::111122223333:role/job",
	//     "JobFlowRole": "EMR_EC2_DefaultRole",
	//     "AutoScalingRole": "arn:aws:iam::111122223333:role/job",
	//     "Tags": [
	//       {
	//         "Key": "team",
	//         "Value": "data"
	//       }
	//     ]
	//   },
	//   "End": true
	// }
}

func ExampleEMRModifyInstanceFleetByName() {
	show(tasks.EMRModifyInstanceFleetByName{ClusterID: "j-1", InstanceFleetName: "f", InstanceFleet: tasks.InstanceFleetChange{TargetSpotCapacity: 2}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::elasticmapreduce:modifyInstanceFleetByName",
	//   "Parameters": {
	//     "ClusterId": "j-1",
	//     "InstanceFleetName": "f",
	//     "InstanceFleet": {
	//       "TargetSpotCapacity": 2
	//     }
	//   },
	//   "End": true
	// }
}

func ExampleEMRModifyInstanceGroupByName() {
	show(tasks.EMRModifyInstanceGroupByName{ClusterID: "j-1", InstanceGroupName: "g", InstanceGroup: tasks.InstanceGroupChange{InstanceCount: 2}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::elasticmapreduce:modifyInstanceGroupByName",
	//   "Parameters": {
	//     "ClusterId": "j-1",
	//     "InstanceGroupName": "g",
	//     "InstanceGroup": {
	//       "InstanceCount": 2
	//     }
	//   },
	//   "End": true
	// }
}

func ExampleEMRSetClusterTerminationProtection() {
	show(tasks.EMRSetClusterTerminationProtection{ClusterID: "j-1", TerminationProtected: false})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::elasticmapreduce:setClusterTerminationProtection",
	//   "Parameters": {
	//     "ClusterId": "j-1",
	//     "TerminationProtected": false
	//   },
	//   "End": true
	// }
}

func ExampleEMRTerminateCluster() {
	show(tasks.EMRTerminateCluster{ClusterID: "j-1"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::elasticmapreduce:terminateCluster",
	//   "Parameters": {
	//     "ClusterId": "j-1"
	//   },
	//   "End": true
	// }
}
