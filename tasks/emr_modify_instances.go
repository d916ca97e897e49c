package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var emrModifyInstanceFleetByName = Descriptor{
	Name: "EMRModifyInstanceFleetByName", Title: "changes the capacity of an instance fleet", Service: "elasticmapreduce", Action: "modifyInstanceFleetByName",
	Patterns: onlyRequest, Required: []string{"ClusterId", "InstanceFleetName", "InstanceFleet"}, Doc: emrDoc,
	Grants: []Grant{{On: "cluster", Actions: []string{"elasticmapreduce:ModifyInstanceFleet", "elasticmapreduce:ListInstanceFleets"}, Why: "finds the fleet by its name and changes it"}},
}

// EMRModifyInstanceFleetByName changes the capacity of an instance fleet.
type EMRModifyInstanceFleetByName struct {
	ClusterID         sfn.Text            `aws:"ClusterId,required"`
	ClusterIDScope    Scope               // the clusters an Expression can give
	InstanceFleetName sfn.Text            `aws:"InstanceFleetName,required"`
	InstanceFleet     InstanceFleetChange `aws:"InstanceFleet,required"`
	Extra             map[string]any
}

// InstanceFleetChange is the new capacity of a fleet, in units.
type InstanceFleetChange struct {
	TargetOnDemandCapacity sfn.Number `aws:"TargetOnDemandCapacity"`
	TargetSpotCapacity     sfn.Number `aws:"TargetSpotCapacity"`
}

// Bind implements sfn.Integration.
func (t EMRModifyInstanceFleetByName) Bind(c *sfn.TaskContext) sfn.Binding {
	b := emrModifyInstanceFleetByName.bind(c, RequestResponse)
	b.params(t)
	b.on("cluster", b.emrCluster(t.ClusterID, t.ClusterIDScope)...)
	return b.done(t.Extra)
}

var emrModifyInstanceGroupByName = Descriptor{
	Name: "EMRModifyInstanceGroupByName", Title: "changes an instance group", Service: "elasticmapreduce", Action: "modifyInstanceGroupByName",
	Patterns: onlyRequest, Required: []string{"ClusterId", "InstanceGroupName", "InstanceGroup"}, Doc: emrDoc,
	Grants: []Grant{{On: "cluster", Actions: []string{"elasticmapreduce:ModifyInstanceGroups", "elasticmapreduce:ListInstanceGroups"}, Why: "finds the group by its name and changes it"}},
}

// EMRModifyInstanceGroupByName changes the size or the configuration of an instance group.
type EMRModifyInstanceGroupByName struct {
	ClusterID         sfn.Text            `aws:"ClusterId,required"`
	ClusterIDScope    Scope               // the clusters an Expression can give
	InstanceGroupName sfn.Text            `aws:"InstanceGroupName,required"`
	InstanceGroup     InstanceGroupChange `aws:"InstanceGroup,required"`
	Extra             map[string]any
}

// InstanceGroupChange is what becomes of an instance group.
type InstanceGroupChange struct {
	InstanceCount        sfn.Number         `aws:"InstanceCount"`
	Configurations       []EMRConfiguration `aws:"Configurations"`
	InstancesToTerminate []string           `aws:"EC2InstanceIdsToTerminate"`
	Shrink               ShrinkPolicy       `aws:"ShrinkPolicy"`
}

// ShrinkPolicy says how an instance group gets smaller.
type ShrinkPolicy struct {
	DecommissionTimeout sfn.Seconds          `aws:"DecommissionTimeout,seconds"`
	Resize              InstanceResizePolicy `aws:"InstanceResizePolicy"`
}

// InstanceResizePolicy says which instances go and which stay.
type InstanceResizePolicy struct {
	InstancesToProtect   []string    `aws:"InstancesToProtect"`
	InstancesToTerminate []string    `aws:"InstancesToTerminate"`
	TerminationTimeout   sfn.Seconds `aws:"InstanceTerminationTimeout,seconds"`
}

// Bind implements sfn.Integration.
func (t EMRModifyInstanceGroupByName) Bind(c *sfn.TaskContext) sfn.Binding {
	b := emrModifyInstanceGroupByName.bind(c, RequestResponse)
	b.params(t)
	b.on("cluster", b.emrCluster(t.ClusterID, t.ClusterIDScope)...)
	return b.done(t.Extra)
}
