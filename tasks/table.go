package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

// Table is a DynamoDB table.
type Table struct {
	Name   sfn.Text // text, a token, an ARN, or an Expression
	ARNs   []string // the table, or those an Expression may choose; none is that of the name in the stack's region and account
	KeyARN string   // the customer-managed key that encrypts it, "" if there is none
}

// TableOf returns the table of a CDK construct (awsdynamodb.ITable, ITableV2), its encryption key included.
func TableOf[K Key](t interface {
	TableName() *string
	TableArn() *string
	EncryptionKey() K
}) Table {
	if isNil(t) {
		return Table{}
	}
	return Table{Name: text(t.TableName()), ARNs: []string{text(t.TableArn())}, KeyARN: keyARN(t.EncryptionKey())}
}

// TableAt returns the table with that name or ARN. An Expression needs the ARNs it may choose from.
func TableAt(name sfn.Text, arns ...string) Table { return Table{Name: name, ARNs: arns} }

func (t Table) arns() []string { return namedARNs(t.Name, t.ARNs, "dynamodb", "table/") }

// namedARNs returns the ARNs for the permissions on something that the state names by its name or ARN.
func namedARNs(name sfn.Text, choices []string, service, kind string) []string {
	s, ok := literal(name)
	switch {
	case len(choices) > 0 || !ok:
		return choices
	case isARN(s):
		return []string{s}
	}
	return []string{localARN(service, kind+s)}
}
