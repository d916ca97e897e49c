package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

// EMRInstances are the machines of an EMR cluster: groups, fleets, or a number of one type.
//
// https://docs.aws.amazon.com/emr/latest/APIReference/API_JobFlowInstancesConfig.html
type EMRInstances struct {
	InstanceCount                  sfn.Number      `aws:"InstanceCount"`
	MasterInstanceType             sfn.Text        `aws:"MasterInstanceType"`
	SlaveInstanceType              sfn.Text        `aws:"SlaveInstanceType"`
	InstanceGroups                 []InstanceGroup `aws:"InstanceGroups"`
	InstanceFleets                 []InstanceFleet `aws:"InstanceFleets"`
	KeepJobFlowAliveWhenNoSteps    sfn.Bool        `aws:"KeepJobFlowAliveWhenNoSteps"` // needed to add steps later
	TerminationProtected           sfn.Bool        `aws:"TerminationProtected"`
	EC2KeyName                     sfn.Text        `aws:"Ec2KeyName"`
	EC2SubnetID                    sfn.Text        `aws:"Ec2SubnetId"`
	EC2SubnetIDs                   sfn.Value       `aws:"Ec2SubnetIds"`
	EMRManagedMasterSecurityGroup  sfn.Text        `aws:"EmrManagedMasterSecurityGroup"`
	EMRManagedSlaveSecurityGroup   sfn.Text        `aws:"EmrManagedSlaveSecurityGroup"`
	AdditionalMasterSecurityGroups []string        `aws:"AdditionalMasterSecurityGroups"`
	AdditionalSlaveSecurityGroups  []string        `aws:"AdditionalSlaveSecurityGroups"`
	ServiceAccessSecurityGroup     sfn.Text        `aws:"ServiceAccessSecurityGroup"`
	HadoopVersion                  sfn.Text        `aws:"HadoopVersion"`
	Placement                      sfn.Value       `aws:"Placement"` // {"AvailabilityZone": ...}
}

// InstanceGroup is a group of equal instances.
type InstanceGroup struct {
	Name              sfn.Text           `aws:"Name"`
	InstanceRole      string             `aws:"InstanceRole,required"` // MASTER, CORE, TASK
	InstanceType      sfn.Text           `aws:"InstanceType,required"`
	InstanceCount     sfn.Number         `aws:"InstanceCount,required"`
	Market            string             `aws:"Market"` // ON_DEMAND, SPOT
	BidPrice          sfn.Text           `aws:"BidPrice"`
	Configurations    []EMRConfiguration `aws:"Configurations"`
	EBS               EBSConfiguration   `aws:"EbsConfiguration"`
	AutoScalingPolicy sfn.Value          `aws:"AutoScalingPolicy"`
}

// EBSConfiguration are the volumes of an instance.
type EBSConfiguration struct {
	Devices   []EBSBlockDevice `aws:"EbsBlockDeviceConfigs"`
	Optimized sfn.Bool         `aws:"EbsOptimized"`
}

// EBSBlockDevice is a number of equal volumes.
type EBSBlockDevice struct {
	Volume             EBSVolume  `aws:"VolumeSpecification,required"`
	VolumesPerInstance sfn.Number `aws:"VolumesPerInstance"`
}

// EBSVolume is a volume.
type EBSVolume struct {
	SizeInGB   sfn.Number `aws:"SizeInGB,required"`
	VolumeType string     `aws:"VolumeType,required"` // gp3, gp2, io1, st1, sc1, standard
	IOPS       sfn.Number `aws:"Iops"`
	Throughput sfn.Number `aws:"Throughput"` // MiB/s
}

// InstanceFleet is a capacity, filled from several instance types.
type InstanceFleet struct {
	Name                   sfn.Text            `aws:"Name"`
	InstanceFleetType      string              `aws:"InstanceFleetType,required"` // MASTER, CORE, TASK
	TargetOnDemandCapacity sfn.Number          `aws:"TargetOnDemandCapacity"`
	TargetSpotCapacity     sfn.Number          `aws:"TargetSpotCapacity"`
	InstanceTypes          []FleetInstanceType `aws:"InstanceTypeConfigs"`
	LaunchSpecifications   sfn.Value           `aws:"LaunchSpecifications"`
}

// FleetInstanceType is an instance type of a fleet.
type FleetInstanceType struct {
	InstanceType       sfn.Text           `aws:"InstanceType,required"`
	WeightedCapacity   sfn.Number         `aws:"WeightedCapacity"`
	BidPrice           sfn.Text           `aws:"BidPrice"`
	BidPricePercentage sfn.Number         `aws:"BidPriceAsPercentageOfOnDemandPrice"`
	Priority           sfn.Number         `aws:"Priority"`
	Configurations     []EMRConfiguration `aws:"Configurations"`
	EBS                EBSConfiguration   `aws:"EbsConfiguration"`
}
