package tasks

import (
	"reflect"
	"strings"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

const athenaDoc = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html"

var athenaStartQueryExecution = Descriptor{
	Name: "AthenaStartQueryExecution", Title: "runs a query on Athena",
	Service: "athena", Action: "startQueryExecution", Patterns: requestJob,
	Required: []string{"QueryString"},
	Grants: []Grant{
		{On: "workgroup", Actions: []string{"athena:StartQueryExecution"}, Why: "runs the query"},
		{On: "workgroup", Actions: []string{"athena:GetQueryExecution", "athena:StopQueryExecution"}, Why: "waits for the query, and stops it with the execution", Patterns: forJob},
		{On: "catalog", Actions: []string{"athena:GetDataCatalog"}, Why: "finds the catalog of the query"},
		{On: "schema", Actions: athenaReadsSchema, Why: "reads the schema of the tables"},
		{On: "changed schema", Actions: athenaWritesSchema, Why: "changes tables", When: "Writes is true"},
		{On: "result bucket", Actions: []string{"s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"}, Why: "writes the results", When: "it is known where the results go"},
		{On: "results", Actions: athenaWritesObjects, Why: "writes the results", When: "it is known where the results go"},
		{On: "data bucket", Actions: []string{"s3:GetBucketLocation", "s3:ListBucket"}, Why: "reads the data", When: "Data is set"},
		{On: "data", Actions: []string{"s3:GetObject"}, Why: "reads the data", When: "Data is set"},
		{On: "changed data", Actions: athenaWritesObjects, Why: "writes the data", When: "Data is set, and Writes is true"},
		{On: "key", Actions: []string{"kms:Decrypt", "kms:GenerateDataKey"}, Why: "encrypts the results", When: "KMSKeyARN is set"},
		{On: "*", Actions: []string{"lakeformation:GetDataAccess"}, Why: "reads data that Lake Formation guards"},
	},
	Errors: []string{"Athena.TooManyRequestsException", "Athena.InvalidRequestException"},
	Doc:    athenaDoc,
}

var (
	athenaReadsSchema = []string{
		"glue:BatchGetPartition", "glue:GetDatabase", "glue:GetDatabases", "glue:GetPartition", "glue:GetPartitions", "glue:GetTable", "glue:GetTables",
	}
	athenaWritesSchema = []string{
		"glue:BatchCreatePartition", "glue:BatchDeletePartition", "glue:BatchDeleteTable", "glue:CreateDatabase", "glue:CreatePartition",
		"glue:CreateTable", "glue:DeleteDatabase", "glue:DeletePartition", "glue:DeleteTable", "glue:UpdateDatabase", "glue:UpdatePartition", "glue:UpdateTable",
	}
	athenaWritesObjects = []string{"s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"}
)

// AthenaStartQueryExecution runs a query on Athena. With RunJob it waits for the query, and fails if
// the query does; what it found is read with AthenaGetQueryResults.
//
// A query acts with the permissions of the machine's role, so it says what it reads and writes:
// Database, Data, Writes and the place of the results. The guide's own policy allows all of S3:
// https://docs.aws.amazon.com/step-functions/latest/dg/athena-iam.html
type AthenaStartQueryExecution struct {
	QueryString sfn.Text `aws:"QueryString,required"`
	// Database and Catalog are where tables without a qualifier are looked for; nil is "default" and "AwsDataCatalog".
	Database, Catalog sfn.Text
	WorkGroup         sfn.Text `aws:"WorkGroup"` // nil is "primary"
	WorkGroupScope    Scope    // the workgroups an Expression can give
	// Databases are those the query reads, in place of Database: for tables with a qualifier, or if an
	// Expression gives Database.
	Databases Scope
	Tables    Scope // those the query uses; none is every table of the databases
	// Data are the places of the data that the query reads: "s3://bucket/prefix/". None is for data
	// that Lake Formation guards.
	Data   []string
	Writes bool // the query makes or changes tables: CREATE TABLE AS, INSERT, DROP
	// OutputLocation is where the results go: "s3://bucket/prefix/". nil is where the workgroup says.
	OutputLocation sfn.Text
	// OutputLocations are the places that the workgroup or an Expression says, for the permissions.
	OutputLocations []string
	Encryption      sfn.Text // of the results: "SSE_S3", "SSE_KMS" or "CSE_KMS"
	KMSKeyARN       sfn.Text // for SSE_KMS and CSE_KMS
	// ExecutionParameters are the values of the ? in the query, in order: a list of texts.
	ExecutionParameters sfn.Value `aws:"ExecutionParameters"`
	ClientRequestToken  sfn.Text  `aws:"ClientRequestToken"`
	// ReuseResults uses results of the same query that are not older, in whole minutes up to a week.
	ReuseResults sfn.Seconds
	Pattern      sfn.Pattern // RequestResponse or RunJob
	Extra        map[string]any
}

// Bind implements sfn.Integration.
func (t AthenaStartQueryExecution) Bind(c *sfn.TaskContext) sfn.Binding {
	b := athenaStartQueryExecution.bind(c, t.Pattern)
	b.params(t)
	if r := reflect.ValueOf(t.ExecutionParameters); r.Kind() == reflect.Slice && r.Len() == 0 {
		b.report(wrongShape("ExecutionParameters", "a list with values in it"))
	}
	b.set("QueryExecutionContext", sfn.Fields{}.Maybe("Catalog", t.Catalog).Maybe("Database", t.Database))
	if isSet(t.KMSKeyARN) && !isSet(t.Encryption) {
		b.report(needsOther("KMSKeyARN", "Encryption"))
	}
	encryption := sfn.Fields{}.Maybe("EncryptionOption", t.Encryption).Maybe("KmsKey", t.KMSKeyARN)
	b.set("ResultConfiguration", sfn.Fields{}.Maybe("EncryptionConfiguration", encryption).Maybe("OutputLocation", t.OutputLocation))
	if t.ReuseResults != nil {
		age := b.duration("ReuseResults", t.ReuseResults, minute)
		b.within("ReuseResults in minutes", age, 1, 10080)
		b.set("ResultReuseConfiguration", sfn.Fields{{Name: "ResultReuseByAgeConfiguration", Value: sfn.Fields{
			{Name: "Enabled", Value: true}, {Name: "MaxAgeInMinutes", Value: age},
		}}})
	}
	t.permissions(b)
	return b.done(t.Extra)
}

func (t AthenaStartQueryExecution) permissions(b *call) {
	b.on("workgroup", b.workGroups(t.WorkGroup, t.WorkGroupScope)...)
	catalog, ok := literal(t.Catalog)
	if !ok {
		catalog = "AwsDataCatalog"
	}
	if isExpression(t.Catalog) {
		catalog = "*"
	}
	b.on("catalog", localARN("athena", "datacatalog/"+catalog))
	schema := t.schema(b)
	b.on("schema", schema...)
	results := t.OutputLocations
	if s, ok := literal(t.OutputLocation); ok {
		results = []string{s}
	} else if isExpression(t.OutputLocation) && len(results) == 0 {
		b.report(problem{"SWT05", "OutputLocation is known only when the state runs, so the role cannot be allowed to write there", "say in OutputLocations which places it can be"})
	}
	buckets, objects := b.places("OutputLocation", results)
	b.on("result bucket", buckets...)
	b.on("results", objects...)
	buckets, objects = b.places("Data", t.Data)
	b.on("data bucket", buckets...)
	b.on("data", objects...)
	if t.Writes {
		for _, arn := range schema {
			if tables, ok := strings.CutSuffix(arn, "/*"); ok {
				schema = append(schema, strings.Replace(tables, ":table/", ":userDefinedFunction/", 1)+"/*")
			}
		}
		b.on("changed schema", schema...)
		b.on("changed data", objects...)
	}
	b.on("key", arnsOf(t.KMSKeyARN, nil)...)
}

// schema returns the ARNs of the databases and tables in the Glue catalog.
func (t AthenaStartQueryExecution) schema(b *call) []string {
	databases := t.Databases
	if len(databases) == 0 {
		switch name, ok := literal(t.Database); {
		case ok:
			databases = Scope{name}
		case isExpression(t.Database):
			b.report(problem{"SWT05", "Database is known only when the state runs, so the role cannot be allowed to read it", "say in Databases which it can be"})
		default:
			databases = Scope{"default"}
		}
	}
	tables := t.Tables
	if len(tables) == 0 {
		tables = Scope{"*"}
	}
	out := []string{localARN("glue", "catalog")}
	for _, d := range databases {
		out = append(out, localARN("glue", "database/"+d))
		for _, name := range tables {
			out = append(out, localARN("glue", "table/"+d+"/"+name))
		}
	}
	return out
}

// workGroups returns the ARNs of the workgroups that a field can be.
func (b *call) workGroups(name sfn.Text, scope Scope) []string {
	if !isSet(name) {
		name = "primary"
	}
	return b.named("WorkGroup", name, scope, nameIn("athena", "workgroup/"))
}

// places returns the ARNs of buckets and of the objects under their prefixes.
func (b *call) places(field string, urls []string) (buckets, objects []string) {
	for _, url := range urls {
		rest, ok := strings.CutPrefix(url, "s3://")
		if !ok && !sfn.HasToken(url) {
			b.report(wrongShape(field, "an S3 URL: "+url))
			continue
		}
		bucket, prefix, _ := strings.Cut(rest, "/")
		arn := "arn:${AWS::Partition}:s3:::" + bucket
		buckets, objects = append(buckets, arn), append(objects, arn+"/"+prefix+"*")
	}
	return buckets, objects
}
