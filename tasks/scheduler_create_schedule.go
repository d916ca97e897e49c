package tasks

import (
	"fmt"
	"reflect"
	"time"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

var schedulerCreateSchedule = Descriptor{
	Name: "SchedulerCreateSchedule", Title: "creates a schedule of EventBridge Scheduler", Service: "aws-sdk:scheduler", Action: "createSchedule", Patterns: requestToken,
	Required: []string{"FlexibleTimeWindow", "Name", "ScheduleExpression", "Target"},
	Doc:      "https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge-scheduler.html",
	Grants: []Grant{
		{On: "schedule", Actions: []string{"scheduler:CreateSchedule"}, Why: "creates the schedule"},
		{On: "role", Actions: []string{"iam:PassRole"}, Why: "passes the schedule the role it calls its target with", PassedTo: []string{"scheduler.amazonaws.com"}},
	},
}

// SchedulerCreateSchedule creates a schedule of EventBridge Scheduler.
//
// https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
type SchedulerCreateSchedule struct {
	Pattern               sfn.Pattern
	Name                  sfn.Text // required
	NameScope             Scope    // the names an Expression can give
	Schedule              sfn.Text // required: ScheduleAt, ScheduleRate, ScheduleCron, or an expression as text
	Timezone              sfn.Text // IANA name; nil is UTC
	Target                ScheduleTarget
	GroupName             sfn.Text    // nil is "default"
	FlexibleTimeWindow    sfn.Seconds // whole minutes, 1 to 1,440; nil is exactly on time
	ActionAfterCompletion string      // NONE, DELETE
	Description           sfn.Text
	Disabled              bool
	StartDate, EndDate    sfn.Timestamp
	KMSKeyARN             sfn.Text
	ClientToken           sfn.Text
	Extra                 map[string]any
}

// ScheduleTarget is what a schedule calls.
type ScheduleTarget struct {
	ARN          sfn.Text           `aws:"Arn,required"`
	RoleARN      sfn.Text           `aws:"RoleArn,required"`
	RoleARNScope Scope              // the roles an Expression can give
	Input        sfn.Text           `aws:"Input"`
	Retry        ScheduleRetry      `aws:"RetryPolicy"`
	DeadLetter   ScheduleDeadLetter `aws:"DeadLetterConfig"`
}

// ScheduleRetry says how often and how long a schedule tries to call its target.
type ScheduleRetry struct {
	MaximumEventAge sfn.Seconds `aws:"MaximumEventAgeInSeconds,seconds"` // 60 s to a day
	MaximumAttempts sfn.Number  `aws:"MaximumRetryAttempts"`             // 0 to 185
}

// ScheduleDeadLetter is the queue for what could not be delivered.
type ScheduleDeadLetter struct {
	QueueARN sfn.Text `aws:"Arn"`
}

// ScheduleInstant is a schedule that happens once: see ScheduleAt.
type ScheduleInstant struct{ time time.Time }

// ScheduleAt is a schedule that happens once, at that instant, written in UTC: at(2030-01-31T12:00:00).
// The schedule has no Timezone then. For a wall clock somewhere write at(...) as text and set Timezone.
func ScheduleAt(t time.Time) ScheduleInstant { return ScheduleInstant{t} }

// String returns the expression of the schedule.
func (s ScheduleInstant) String() string {
	return "at(" + s.time.UTC().Format("2006-01-02T15:04:05") + ")"
}

// ScheduleRate is a schedule that repeats: rate(5 minutes). The interval is whole minutes, at least one.
func ScheduleRate(every time.Duration) string {
	n, unit := int64(every/time.Minute), "minute"
	switch {
	case every%(24*time.Hour) == 0 && every > 0:
		n, unit = int64(every/(24*time.Hour)), "day"
	case every%time.Hour == 0 && every > 0:
		n, unit = int64(every/time.Hour), "hour"
	}
	if n != 1 {
		unit += "s"
	}
	return fmt.Sprintf("rate(%d %s)", n, unit)
}

// ScheduleCron is a schedule by six fields: minutes, hours, day of the month, month, day of the week, year.
func ScheduleCron(expression string) string { return "cron(" + expression + ")" }

// Bind implements sfn.Integration.
func (t SchedulerCreateSchedule) Bind(c *sfn.TaskContext) sfn.Binding {
	b := schedulerCreateSchedule.bind(c, t.Pattern)
	b.set("ActionAfterCompletion", t.ActionAfterCompletion)
	b.set("ClientToken", t.ClientToken)
	b.set("Description", t.Description)
	b.set("EndDate", moment(t.EndDate))
	window := sfn.Fields{{Name: "Mode", Value: "OFF"}}
	if t.FlexibleTimeWindow != nil {
		window = sfn.Fields{{Name: "Mode", Value: "FLEXIBLE"}, {Name: "MaximumWindowInMinutes", Value: b.duration("FlexibleTimeWindow", t.FlexibleTimeWindow, time.Minute)}}
	}
	b.set("FlexibleTimeWindow", window)
	b.set("GroupName", t.GroupName)
	b.set("KmsKeyArn", t.KMSKeyARN)
	b.need("Name", t.Name)
	if at, ok := t.Schedule.(ScheduleInstant); ok {
		t.Schedule = at.String()
		if isSet(t.Timezone) {
			b.report(notAllowed("Timezone", "ScheduleAt is an instant, in UTC"))
		}
	}
	b.need("ScheduleExpression", t.Schedule, "Schedule")
	b.set("ScheduleExpressionTimezone", t.Timezone)
	b.set("StartDate", moment(t.StartDate))
	state := "ENABLED"
	if t.Disabled {
		state = "DISABLED"
	}
	b.set("State", state)
	b.need("Target", b.nested(reflect.ValueOf(t.Target)))
	group := "default"
	if isSet(t.GroupName) {
		if g, ok := literal(t.GroupName); ok {
			group = g
		} else {
			group = "*"
		}
	}
	b.on("schedule", b.named("Name", t.Name, t.NameScope, nameIn("scheduler", "schedule/"+group+"/"))...)
	b.on("role", b.roles("Target.RoleARN", t.Target.RoleARN, t.Target.RoleARNScope)...)
	return b.done(t.Extra)
}

// moment writes a time as RFC 3339; anything else is that, or an Expression, already.
func moment(v sfn.Timestamp) any {
	if t, ok := deref(v).(time.Time); ok {
		return t.UTC().Format("2006-01-02T15:04:05.000Z")
	}
	return v
}
