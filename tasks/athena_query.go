package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var athenaStopQueryExecution = Descriptor{
	Name: "AthenaStopQueryExecution", Title: "stops a query",
	Service: "athena", Action: "stopQueryExecution", Patterns: onlyRequest, Required: []string{"QueryExecutionId"}, Doc: athenaDoc,
	Grants: []Grant{{On: "workgroup", Actions: []string{"athena:StopQueryExecution"}, Why: "stops the query"}},
}

// AthenaStopQueryExecution stops a query of Athena.
type AthenaStopQueryExecution struct {
	QueryExecutionID sfn.Text `aws:"QueryExecutionId,required"`
	WorkGroups       Scope    // of the query, for the permissions; none is "primary"
	Extra            map[string]any
}

// Bind implements sfn.Integration.
func (t AthenaStopQueryExecution) Bind(c *sfn.TaskContext) sfn.Binding {
	b := athenaStopQueryExecution.bind(c, RequestResponse)
	b.params(t)
	b.on("workgroup", b.anyWorkGroup(t.WorkGroups)...)
	return b.done(t.Extra)
}

var athenaGetQueryExecution = Descriptor{
	Name: "AthenaGetQueryExecution", Title: "tells about a query",
	Service: "athena", Action: "getQueryExecution", Patterns: onlyRequest, Required: []string{"QueryExecutionId"}, Doc: athenaDoc,
	Grants: []Grant{{On: "workgroup", Actions: []string{"athena:GetQueryExecution"}, Why: "reads the state of the query"}},
}

// AthenaGetQueryExecution tells about a query of Athena: its state is QueryExecution.Status.State.
type AthenaGetQueryExecution struct {
	QueryExecutionID sfn.Text `aws:"QueryExecutionId,required"`
	WorkGroups       Scope    // of the query, for the permissions; none is "primary"
	Extra            map[string]any
}

// Bind implements sfn.Integration.
func (t AthenaGetQueryExecution) Bind(c *sfn.TaskContext) sfn.Binding {
	b := athenaGetQueryExecution.bind(c, RequestResponse)
	b.params(t)
	b.on("workgroup", b.anyWorkGroup(t.WorkGroups)...)
	return b.done(t.Extra)
}

var athenaGetQueryResults = Descriptor{
	Name: "AthenaGetQueryResults", Title: "reads the results of a query",
	Service: "athena", Action: "getQueryResults", Patterns: onlyRequest, Required: []string{"QueryExecutionId"}, Doc: athenaDoc,
	Grants: []Grant{
		{On: "workgroup", Actions: []string{"athena:GetQueryResults"}, Why: "reads the results"},
		{On: "results", Actions: []string{"s3:GetObject"}, Why: "reads the results", When: "Results is set"},
	},
}

// AthenaGetQueryResults reads the results of a query of Athena, up to 1,000 rows at a time. The first
// row has the names of the columns. Results of more than 256 KiB do not fit: read them from S3.
type AthenaGetQueryResults struct {
	QueryExecutionID sfn.Text   `aws:"QueryExecutionId,required"`
	NextToken        sfn.Text   `aws:"NextToken"`
	MaxResults       sfn.Number `aws:"MaxResults"` // 1 to 1,000; nil is 1,000
	WorkGroups       Scope      // of the query, for the permissions; none is "primary"
	// Results are the places the results were written to: "s3://bucket/prefix/". None is for
	// workgroups that keep the results themselves.
	Results []string
	Extra   map[string]any
}

// Bind implements sfn.Integration.
func (t AthenaGetQueryResults) Bind(c *sfn.TaskContext) sfn.Binding {
	b := athenaGetQueryResults.bind(c, RequestResponse)
	b.params(t)
	b.within("MaxResults", t.MaxResults, 1, 1000)
	b.on("workgroup", b.anyWorkGroup(t.WorkGroups)...)
	_, objects := b.places("Results", t.Results)
	b.on("results", objects...)
	return b.done(t.Extra)
}

func (b *call) anyWorkGroup(names Scope) []string {
	if len(names) == 0 {
		names = Scope{"primary"}
	}
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = nameIn("athena", "workgroup/")(n)
	}
	return out
}
