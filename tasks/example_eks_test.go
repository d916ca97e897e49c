package tasks_test

import (
	"github.com/stepwise-go/stepwise/tasks"
)

func ExampleEKSCall() {
	show(tasks.EKSCall{Cluster: tasks.EKSCluster{Name: "c", Endpoint: "https://c.gr7.us-east-1.eks.amazonaws.com", CertificateAuthority: "LS0t"}, Method: "GET", Path: "/api/v1/namespaces/default/pods"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::eks:call",
	//   "Parameters": {
	//     "ClusterName": "c",
	//     "CertificateAuthority": "LS0t",
	//     "Endpoint": "https://c.gr7.us-east-1.eks.amazonaws.com",
	//     "Method": "GET",
	//     "Path": "/api/v1/namespaces/default/pods"
	//   },
	//   "End": true
	// }
}

func ExampleEKSCreateCluster() {
	show(tasks.EKSCreateCluster{Name: "c", RoleARN: "arn:aws:iam::111122223333:role/job", VPC: map[string]any{"SubnetIds": []string{"s"}}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::eks:createCluster",
	//   "Parameters": {
	//     "Name": "c",
	//     "RoleArn": "arn:aws:iam::111122223333:role/job",
	//     "ResourcesVpcConfig": {
	//       "SubnetIds": [
	//         "s"
	//       ]
	//     }
	//   },
	//   "End": true
	// }
}

func ExampleEKSCreateFargateProfile() {
	show(tasks.EKSCreateFargateProfile{ClusterName: "c", FargateProfileName: "f", PodExecutionRoleARN: "arn:aws:iam::111122223333:role/job"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::eks:createFargateProfile",
	//   "Parameters": {
	//     "ClusterName": "c",
	//     "FargateProfileName": "f",
	//     "PodExecutionRoleArn": "arn:aws:iam::111122223333:role/job"
	//   },
	//   "End": true
	// }
}

func ExampleEKSCreateNodegroup() {
	show(tasks.EKSCreateNodegroup{ClusterName: "c", NodegroupName: "n", NodeRoleARN: "arn:aws:iam::111122223333:role/job", Subnets: []string{"s"}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::eks:createNodegroup",
	//   "Parameters": {
	//     "ClusterName": "c",
	//     "NodegroupName": "n",
	//     "NodeRole": "arn:aws:iam::111122223333:role/job",
	//     "Subnets": [
	//       "s"
	//     ]
	//   },
	//   "End": true
	// }
}

func ExampleEKSDeleteCluster() {
	show(tasks.EKSDeleteCluster{Name: "c"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::eks:deleteCluster",
	//   "Parameters": {
	//     "Name": "c"
	//   },
	//   "End": true
	// }
}

func ExampleEKSDeleteFargateProfile() {
	show(tasks.EKSDeleteFargateProfile{ClusterName: "c", FargateProfileName: "f"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::eks:deleteFargateProfile",
	//   "Parameters": {
	//     "ClusterName": "c",
	//     "FargateProfileName": "f"
	//   },
	//   "End": true
	// }
}

func ExampleEKSDeleteNodegroup() {
	show(tasks.EKSDeleteNodegroup{ClusterName: "c", NodegroupName: "n"})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::eks:deleteNodegroup",
	//   "Parameters": {
	//     "ClusterName": "c",
	//     "NodegroupName": "n"
	//   },
	//   "End": true
	// }
}

func ExampleEKSRunJob() {
	show(tasks.EKSRunJob{Cluster: tasks.EKSCluster{Name: "c", Endpoint: "https://c.gr7.us-east-1.eks.amazonaws.com", CertificateAuthority: "LS0t"}, Job: map[string]any{"kind": "Job"}})
	// Output:
	// {
	//   "Type": "Task",
	//   "Resource": "arn:aws:states:::eks:runJob",
	//   "Parameters": {
	//     "ClusterName": "c",
	//     "CertificateAuthority": "LS0t",
	//     "Endpoint": "https://c.gr7.us-east-1.eks.amazonaws.com",
	//     "Job": {
	//       "kind": "Job"
	//     }
	//   },
	//   "End": true
	// }
}
