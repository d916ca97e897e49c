package sfncdk

import (
	"regexp"
	"strings"
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscloudwatch"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsstepfunctions"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
)

// Version is an unchanging state of a machine. A new definition makes a new version with each
// deployment; the old ones stay, up to 1,000.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-state-machine-version.html
type Version struct {
	machine *StateMachine
	cfn     awsstepfunctions.CfnStateMachineVersion
}

// NewVersion publishes a version of the machine whenever the machine changes.
func (m *StateMachine) NewVersion(id, description string) *Version {
	props := &awsstepfunctions.CfnStateMachineVersionProps{StateMachineArn: m.cfn.Ref(), StateMachineRevisionId: m.cfn.AttrStateMachineRevisionId()}
	if description != "" {
		props.Description = jsii.String(description)
	}
	v := &Version{m, awsstepfunctions.NewCfnStateMachineVersion(m, jsii.String(id), props)}
	v.cfn.ApplyRemovalPolicy(awscdk.RemovalPolicy_RETAIN, nil)
	return v
}

// ARN returns the ARN of the version: that of the machine and a number.
func (v *Version) ARN() *string { return v.cfn.AttrArn() }

// Machine returns what tasks.StartExecution takes to start this version.
func (v *Version) Machine() tasks.MachineRef { return v.machine.reference(v.ARN()) }

// AliasProps say which versions an alias points to.
type AliasProps struct {
	Description string
	// Version is what the alias points to.
	Version *Version
	// Shift says how a new version takes over. The zero Shift is all at once.
	Shift Shift
}

// Shift is a gradual deployment of a new version.
//
// https://docs.aws.amazon.com/step-functions/latest/dg/version-rolling-deployment.html
type Shift struct {
	Percent  int           // of the executions in each step, 1 to 99; 0 is all at once
	Linear   bool          // the same step again and again; otherwise one step, and then the rest
	Interval time.Duration // between steps, whole minutes up to 35 h; 0 is 5 minutes
	Alarms   []awscloudwatch.IAlarm
}

// Alias is a name for one version of a machine, which the next version takes over.
type Alias struct {
	machine *StateMachine
	cfn     awsstepfunctions.CfnStateMachineAlias
	name    string
}

// NewAlias returns an alias of the machine. The name is 1 to 80 letters, digits, "_", "." and "-", and
// not a number, which would be a version.
func (m *StateMachine) NewAlias(name string, p AliasProps) *Alias {
	id := m.ids.next("Alias" + identifier(name))
	if !sfn.HasToken(name) && (!aliasName.MatchString(name) || strings.Trim(name, "0123456789") == "") {
		m.reportAt(badAliasName(name))
	}
	if m.aliases[name] {
		m.reportAt(aliasTwice(name))
	}
	m.aliases[name] = true
	if p.Version == nil {
		m.reportAt(aliasWithoutVersion(name))
		p.Version = m.NewVersion("VersionOf"+id, "")
	}
	preference := &awsstepfunctions.CfnStateMachineAlias_DeploymentPreferenceProperty{StateMachineVersionArn: p.Version.ARN(), Type: jsii.String("ALL_AT_ONCE")}
	if s := p.Shift; s.Percent != 0 {
		preference.Type = jsii.String("CANARY")
		if s.Linear {
			preference.Type = jsii.String("LINEAR")
		}
		if s.Interval == 0 {
			s.Interval = 5 * time.Minute
		}
		if s.Percent < 1 || s.Percent > 99 || s.Interval%time.Minute != 0 || s.Interval < time.Minute || s.Interval > 35*time.Hour {
			m.reportAt(badShift(s.Percent, s.Interval))
		}
		preference.Percentage, preference.Interval = jsii.Number(float64(s.Percent)), jsii.Number(s.Interval.Minutes())
	}
	if len(p.Shift.Alarms) > 0 {
		var names []*string
		for _, a := range p.Shift.Alarms {
			names = append(names, a.AlarmName())
		}
		preference.Alarms = &names
	}
	props := &awsstepfunctions.CfnStateMachineAliasProps{Name: jsii.String(name), DeploymentPreference: preference}
	if p.Description != "" {
		props.Description = jsii.String(p.Description)
	}
	return &Alias{m, awsstepfunctions.NewCfnStateMachineAlias(m, jsii.String(id), props), name}
}

// https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachineAlias.html
var aliasName = regexp.MustCompile(`^[a-zA-Z0-9_.-]{1,80}$`)

// ARN returns the ARN of the alias: that of the machine and the name.
func (a *Alias) ARN() *string { return a.cfn.AttrArn() }

// Machine returns what tasks.StartExecution takes to start the alias.
func (a *Alias) Machine() tasks.MachineRef {
	r := a.machine.reference(a.ARN())
	r.Qualifier = a.name
	return r
}

// reference is what StartExecution knows of to a version or alias. Permissions are on the machine itself.
func (m *StateMachine) reference(arn *string) tasks.MachineRef {
	return tasks.MachineAt(value(arn), value(m.cfn.Ref()))
}

// ImportStateMachine returns a machine that exists already, by its ARN.
func ImportStateMachine(scope constructs.Construct, id, arn string) awsstepfunctions.IStateMachine {
	return awsstepfunctions.StateMachine_FromStateMachineArn(scope, jsii.String(id), jsii.String(arn))
}
