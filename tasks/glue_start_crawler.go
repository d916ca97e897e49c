package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

var glueStartCrawler = Descriptor{
	Name: "GlueStartCrawler", Title: "starts a crawler of AWS Glue",
	Service: "aws-sdk:glue", Action: "startCrawler", Patterns: onlyRequest,
	Required: []string{"Name"},
	Grants:   []Grant{{On: "crawler", Actions: []string{"glue:StartCrawler"}, Why: "starts the crawler"}},
	Errors:   []string{"Glue.CrawlerRunningException", "Glue.EntityNotFoundException"},
	Doc:      "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html",
}

// GlueStartCrawler starts a crawler of AWS Glue. The service cannot wait for its end: poll it with
// the SDK action glue:getCrawler.
type GlueStartCrawler struct {
	CrawlerName      sfn.Text `aws:"Name,required"`
	CrawlerNameScope Scope    // the names an Expression can give
	Extra            map[string]any
}

// Bind implements sfn.Integration.
func (t GlueStartCrawler) Bind(c *sfn.TaskContext) sfn.Binding {
	b := glueStartCrawler.bind(c, RequestResponse)
	b.params(t)
	b.on("crawler", b.named("CrawlerName", t.CrawlerName, t.CrawlerNameScope, nameIn("glue", "crawler/"))...)
	return b.done(t.Extra)
}
