package tasks

import (
	"maps"
	"slices"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/iam"
)

// call is one binding of an integration: the arguments, permissions and problems that its fields make.
type call struct {
	*sfn.TaskContext
	row     *Descriptor
	pattern sfn.Pattern
	args    sfn.Fields
	out     sfn.Binding
	needs   []need
}

// everything is the resource of an action that takes none.
var everything = []string{"*"}

// need is a parameter that must not be missing, and the field it comes from.
type need struct{ parameter, field string }

// bind begins the binding of an integration. It is short, so that the compiler keeps the call off the heap.
func (d *Descriptor) bind(c *sfn.TaskContext, p sfn.Pattern) *call {
	b := &call{TaskContext: c, row: d, pattern: p}
	b.begin()
	return b
}

func (b *call) begin() {
	d, p := b.row, b.pattern
	b.args = make(sfn.Fields, 0, len(d.Required)+1)
	if !d.Allows(p) {
		b.report(illegalPattern(d, p))
	}
	t := d.texts(p)
	b.out.Resource = t.resource
	b.out.Doc = d.Doc
	b.out.Errors = d.Errors
	b.out.Metrics = sfn.Metrics{Family: "ServiceIntegration", Dimension: "ServiceIntegrationResourceArn", ARN: t.metrics}
	b.on("*", everything...)
	if d.EventsRule != "" && p == RunJob {
		b.allow(iam.Allow("events:PutTargets", "events:PutRule", "events:DescribeRule").On(localARN("events", "rule/"+d.EventsRule)),
			"hears of the end of the job from EventBridge")
	}
}

func (b *call) report(p problem) { b.Problem(p.code, b.row.Name+": "+p.summary, p.fix) }

// need sets a parameter that AWS requires. The field is its name in Go, if it is another one.
func (b *call) need(parameter string, v any, field ...string) {
	if b.set(parameter, v) {
		return
	}
	name := parameter
	if len(field) > 0 {
		name = field[0]
	}
	b.require(parameter, name)
}

// require says that a parameter must be set in the end. The second name is that of the field.
func (b *call) require(names ...string) {
	b.needs = append(b.needs, need{names[0], names[len(names)-1]})
}

// set sets a parameter, unless the value is absent, and tells whether it did. An empty map that somebody gave is a value.
func (b *call) set(parameter string, v any) bool {
	m, ok := v.(map[string]any)
	there := ok && m != nil || !sfn.IsAbsent(v)
	if there {
		b.args = append(b.args, sfn.Field{Name: parameter, Value: v})
	}
	return there
}

// seconds sets a parameter that is a time in seconds.
func (b *call) seconds(parameter string, v sfn.Seconds) {
	b.set(parameter, b.duration(parameter, v, second))
}

// on adds the permissions that the row has for a kind of resource, as far as the pattern needs them.
// Empty ARNs are left out; without any there is no permission.
func (b *call) on(kind string, arns ...string) granted {
	from := len(b.out.Statements)
	if slices.Contains(arns, "") {
		arns = slices.DeleteFunc(slices.Clone(arns), func(s string) bool { return s == "" })
	}
	for i := range b.row.Grants {
		g := &b.row.Grants[i]
		if len(arns) == 0 || g.On != kind || !g.applies(b.pattern) {
			continue
		}
		s := iam.Statement{Actions: g.Actions, Resources: slices.Clip(arns)}
		if len(g.PassedTo) > 0 {
			s = s.If("StringEquals", "iam:PassedToService", g.PassedTo...)
		}
		b.allow(s, g.Why)
	}
	return granted{b.out.Statements[from:]}
}

// granted are the statements of one call of on.
type granted struct{ statements []iam.Statement }

// under adds a condition to the statements.
func (g granted) under(operator, key string, values ...string) granted {
	for i, s := range g.statements {
		g.statements[i] = s.If(operator, key, values...)
	}
	return g
}

// permission is a statement with its reason, in one piece of memory: most tasks have one.
type permission struct {
	statement [1]iam.Statement
	reason    [1]iam.Reason
}

func (b *call) allow(s iam.Statement, why string) {
	p := &permission{[1]iam.Statement{s}, [1]iam.Reason{{State: b.State, Why: why, Doc: b.row.Doc}}}
	p.statement[0].Reasons = p.reason[:]
	if b.out.Statements == nil {
		b.out.Statements = p.statement[:]
		return
	}
	b.out.Statements = append(b.out.Statements, p.statement[0])
}

// done ends the binding: it merges Extra and checks what is missing.
func (b *call) done(extra map[string]any) sfn.Binding {
	b.args = merged(b.args, extra)
	for _, n := range b.needs {
		if !b.has(n.parameter) {
			b.report(missing(n))
		}
	}
	if b.pattern == WaitForTaskToken && b.row.Allows(b.pattern) && !HasTaskToken(b.args) {
		b.report(noTaskToken())
	}
	b.out.Arguments = b.args
	return b.out
}

func (b *call) has(parameter string) bool {
	return slices.ContainsFunc(b.args, func(f sfn.Field) bool { return f.Name == parameter || f.Name == parameter+".$" })
}

// choose sets a parameter that is one of a few words.
func (b *call) choose(parameter string, v sfn.Text, legal ...string) {
	if word, ok := literal(v); ok && !sfn.HasToken(word) && !slices.Contains(legal, word) {
		b.report(notOneOf(parameter, word, legal))
	}
	b.set(parameter, v)
}

// within checks a number that is a literal.
func (b *call) within(field string, v any, low, high int64) {
	if n, ok := whole(v); ok && (n < low || n > high) {
		b.report(outOfRange(field, n, low, high))
	}
}

// scoped returns the ARNs for the permissions, and reports if there are none for something that is set.
func (b *call) scoped(field string, v any, arns []string) []string {
	if len(arns) == 0 && isSet(v) {
		if isExpression(v) {
			b.report(noScope(field))
		} else {
			b.report(noARN(field))
		}
	}
	return arns
}

// merged adds the members of Extra; they replace members of the same name.
func merged(f sfn.Fields, extra map[string]any) sfn.Fields {
	if len(extra) == 0 {
		return f
	}
	f = slices.Clone(f)
	for _, name := range slices.Sorted(maps.Keys(extra)) {
		if i := slices.IndexFunc(f, func(m sfn.Field) bool { return m.Name == name }); i >= 0 {
			f[i].Value = extra[name]
		} else {
			f = f.With(name, extra[name])
		}
	}
	return f
}
