package golden

import (
	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

var managed = map[string]string{"for-use-with-amazon-emr-managed-policies": "true"}

// newCluster has the roles that aws-cdk-lib makes by itself.
func newCluster(name any, p sfn.Pattern, change func(*tasks.EMRCreateCluster)) tasks.EMRCreateCluster {
	t := tasks.EMRCreateCluster{
		Name: name, Instances: tasks.EMRInstances{KeepJobFlowAliveWhenNoSteps: true}, JobFlowRole: "${Task/InstanceRole.Ref}",
		InstanceRoleARNs: tasks.Scope{"${Task/InstanceRole.Arn}"}, ServiceRole: "${Task/ServiceRole.Arn}", AutoScalingRole: "${Task/AutoScalingRole.Arn}",
		Tags: managed, VisibleToAllUsers: true, Pattern: p,
	}
	if change != nil {
		change(&t)
	}
	return t
}

func withFleets(t *tasks.EMRCreateCluster, fleets ...tasks.InstanceFleet) {
	t.AutoScalingRole, t.Instances.InstanceFleets = nil, fleets
}

func fullCluster(name any) tasks.EMRCreateCluster {
	return tasks.EMRCreateCluster{
		Name: name, JobFlowRole: "cluster-role", ServiceRole: "${ServiceRole.Arn}", AutoScalingRole: "${AutoScalingRole.Arn}", AdditionalInfo: "AdditionalInfo",
		Applications:     []tasks.EMRApplication{{Name: "Hive", Args: l{"a"}, Version: "1", AdditionalInfo: m{"k": "v"}}},
		BootstrapActions: []tasks.BootstrapAction{{Name: "Bootstrap", Script: tasks.BootstrapScript{Path: "s3://null", Args: l{"Arg"}}}},
		Configurations:   []tasks.EMRConfiguration{{Classification: "hive-site", Properties: m{"Key": "Value"}}},
		CustomAMIID:      "ami-123", EBSRootVolumeSize: 20, EBSRootVolumeIOPS: 4000, EBSRootVolumeThroughput: 200,
		Kerberos: tasks.KerberosAttributes{Realm: "realm", KDCAdminPassword: "p3", CrossRealmTrustPassword: "p2", ADDomainJoinUser: "user", ADDomainJoinPassword: "p1"},
		LogURI:   "s3://log", ReleaseLabel: "emr-7.9.0", ScaleDownBehavior: "TERMINATE_AT_TASK_COMPLETION", SecurityConfiguration: "sec", StepConcurrencyLevel: 10,
		VisibleToAllUsers: false, AutoTermination: tasks.AutoTermination{IdleTimeout: 100},
		Tags: map[string]string{"key": "value", "for-use-with-amazon-emr-managed-policies": "true"},
		Instances: tasks.EMRInstances{
			AdditionalMasterSecurityGroups: []string{"sg-1"}, AdditionalSlaveSecurityGroups: []string{"sg-2"}, EC2KeyName: "key", EC2SubnetID: "subnet-1",
			EMRManagedMasterSecurityGroup: "sg-3", EMRManagedSlaveSecurityGroup: "sg-4", HadoopVersion: "2.8", InstanceCount: 3, KeepJobFlowAliveWhenNoSteps: true,
			MasterInstanceType: "m5.xlarge", SlaveInstanceType: "m5.large", Placement: m{"AvailabilityZone": "us-east-1a"}, ServiceAccessSecurityGroup: "sg-5",
			TerminationProtected: true, InstanceGroups: []tasks.InstanceGroup{fullGroup},
		},
	}
}

var fullGroup = tasks.InstanceGroup{
	Name: "Main", InstanceRole: "MASTER", InstanceType: "m5.xlarge", InstanceCount: 1, Market: "ON_DEMAND", BidPrice: "1",
	Configurations: []tasks.EMRConfiguration{{
		Classification: "c", Properties: m{"k": "v"}, Configurations: []tasks.EMRConfiguration{{Classification: "inner", Properties: m{"a": "b"}}},
	}},
	EBS: tasks.EBSConfiguration{
		Devices: []tasks.EBSBlockDevice{{Volume: tasks.EBSVolume{SizeInGB: 1, VolumeType: "gp3", IOPS: 1}, VolumesPerInstance: 1}}, Optimized: true,
	},
	AutoScalingPolicy: m{"Constraints": m{"MaxCapacity": 2, "MinCapacity": 1}, "Rules": l{m{
		"Action":      m{"Market": "ON_DEMAND", "SimpleScalingPolicyConfiguration": m{"AdjustmentType": "EXACT_CAPACITY", "CoolDown": 1, "ScalingAdjustment": 1}},
		"Description": "Description", "Name": "Name", "Trigger": m{"CloudWatchAlarmDefinition": m{
			"ComparisonOperator": "GREATER_THAN", "Dimensions": l{m{"Key": "Key", "Value": "Value"}}, "EvaluationPeriods": 1, "MetricName": "Name",
			"Namespace": "Namespace", "Period": 300, "Statistic": "AVERAGE", "Threshold": 1, "Unit": "NONE",
		}},
	}}},
}

var xlarge = []tasks.FleetInstanceType{{InstanceType: "m5.xlarge"}}

var emrClusters = cases{
	"EmrCreateCluster__jsonata_min":     newCluster("Cluster", job, nil),
	"EmrCreateCluster__jsonata_rr_full": fullCluster(in("ClusterName")),
	"EmrCreateCluster__jsonpath_autoscaling_role_with_fleets": newCluster("Cluster", job, func(t *tasks.EMRCreateCluster) {
		t.Instances.InstanceFleets = []tasks.InstanceFleet{{InstanceFleetType: "CORE"}}
	}),
	"EmrCreateCluster__jsonpath_bad_release_label": newCluster("Cluster", job, func(t *tasks.EMRCreateCluster) { t.ReleaseLabel = "emr-xyz" }),
	"EmrCreateCluster__jsonpath_flags_none":        newCluster("Cluster", job, func(t *tasks.EMRCreateCluster) { t.Tags = nil }),
	"EmrCreateCluster__jsonpath_fleets_on_demand_spot": newCluster("Cluster", job, func(t *tasks.EMRCreateCluster) {
		t.Instances.EC2SubnetIDs, t.Instances.Placement = l{"subnet-1", "subnet-2"}, m{"AvailabilityZones": l{"us-east-1a"}}
		withFleets(t, tasks.InstanceFleet{
			Name: "master", InstanceFleetType: "MASTER", InstanceTypes: xlarge, TargetOnDemandCapacity: 1,
			LaunchSpecifications: m{"OnDemandSpecification": m{"AllocationStrategy": "lowest-price"}},
		}, tasks.InstanceFleet{
			InstanceFleetType: "CORE", TargetSpotCapacity: 2, LaunchSpecifications: m{"SpotSpecification": m{
				"AllocationStrategy": "capacity-optimized", "BlockDurationMinutes": 60, "TimeoutAction": "TERMINATE_CLUSTER", "TimeoutDurationMinutes": 5,
			}},
			InstanceTypes: []tasks.FleetInstanceType{{
				InstanceType: "m5.xlarge", BidPricePercentage: 50, WeightedCapacity: 1, Configurations: []tasks.EMRConfiguration{{Classification: "c", Properties: m{"k": "v"}}},
				EBS: tasks.EBSConfiguration{Devices: []tasks.EBSBlockDevice{{Volume: tasks.EBSVolume{SizeInGB: 10, VolumeType: "gp2"}}}},
			}},
		})
	}),
	"EmrCreateCluster__jsonpath_fleets_timeout_minutes": newCluster("Cluster", job, func(t *tasks.EMRCreateCluster) {
		withFleets(t, tasks.InstanceFleet{
			InstanceFleetType: "TASK", TargetSpotCapacity: 1, InstanceTypes: []tasks.FleetInstanceType{{InstanceType: "m5.xlarge", BidPrice: "0.5"}},
			LaunchSpecifications: m{"SpotSpecification": m{"TimeoutAction": "SWITCH_TO_ON_DEMAND", "TimeoutDurationMinutes": 10}},
		})
	}),
	"EmrCreateCluster__jsonpath_idle_timeout_short": newCluster("Cluster", job, func(t *tasks.EMRCreateCluster) { t.AutoTermination.IdleTimeout = 59 }),
	"EmrCreateCluster__jsonpath_managed_scaling": newCluster("ClusterName", job, func(t *tasks.EMRCreateCluster) {
		withFleets(t, tasks.InstanceFleet{InstanceFleetType: "CORE", TargetOnDemandCapacity: 1, InstanceTypes: xlarge})
		t.ReleaseLabel = "emr-7.9.0"
		t.ManagedScaling = m{"ComputeLimits": m{
			"UnitType": "InstanceFleetUnits", "MinimumCapacityUnits": 1, "MaximumCapacityUnits": 4, "MaximumOnDemandCapacityUnits": 4, "MaximumCoreCapacityUnits": 2,
		}}
	}),
	"EmrCreateCluster__jsonpath_min":     newCluster("Cluster", job, nil),
	"EmrCreateCluster__jsonpath_rr_full": fullCluster(at("$.ClusterName")),
	"EmrCreateCluster__jsonpath_rr_min":  newCluster("Cluster", "", nil),
	"EmrCreateCluster__jsonpath_step_concurrency_old_release": newCluster("Cluster", job, func(t *tasks.EMRCreateCluster) {
		t.ReleaseLabel, t.StepConcurrencyLevel = "emr-5.14.0", 2
	}),
	"EmrCreateCluster__jsonpath_unsupported_token": newCluster("Cluster", token, nil),
	"EmrCreateCluster__toplevel_jsonata_ctor_min":  newCluster("Cluster", job, nil),
	"EmrCreateCluster__toplevel_jsonata_min":       newCluster("Cluster", job, nil),
}
