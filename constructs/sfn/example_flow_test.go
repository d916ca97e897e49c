package sfn_test

import "github.com/stepwise-go/stepwise/constructs/sfn"

func ExampleChoice_Next() {
	// Next joins every way that is still open: that of the inner Choice, and the missing Otherwise.
	large := sfn.NewChoice("Known?").When(sfn.Expr("isPresent($.customer)"), sfn.NewPass("Discount"))
	order := sfn.NewChoice("Large?").When(sfn.Expr("$.total > 1000"), large)
	printDefinition(order.Next(sfn.NewPass("Ship")))
	// Output:
	// {"StartAt":"Large?","States":{"Large?":{"Type":"Choice","Choices":[{"Variable":"$.total","NumericGreaterThan":1000,"Next":"Known?"}],"Default":"Ship"},"Known?":{"Type":"Choice","Choices":[{"Variable":"$.customer","IsPresent":true,"Next":"Discount"}],"Default":"Ship"},"Discount":{"Type":"Pass","Next":"Ship"},"Ship":{"Type":"Pass","End":true}}}
}

func ExampleChoice_Afterwards() {
	risky := sfn.NewTask("Risky", call{arn: "arn:aws:states:::aws-sdk:demo:risky"}).Catch(sfn.NewPass("Repair"))
	choice := sfn.NewChoice("Try?").When(sfn.Expr("$.try"), risky).Otherwise(sfn.NewSucceed("Not today"))
	printDefinition(choice.Afterwards(sfn.AfterwardsProps{IncludeErrorHandlers: true}).Next(sfn.NewPass("Tell")))
	// Output:
	// {"StartAt":"Try?","States":{"Try?":{"Type":"Choice","Choices":[{"Variable":"$.try","BooleanEquals":true,"Next":"Risky"}],"Default":"Not today"},"Risky":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:demo:risky","Catch":[{"ErrorEquals":["States.ALL"],"Next":"Repair"}],"Next":"Tell"},"Repair":{"Type":"Pass","Next":"Tell"},"Not today":{"Type":"Succeed"},"Tell":{"Type":"Pass","End":true}}}
}

func ExampleGoto() {
	wait := sfn.NewWait("Wait", sfn.WaitProps{Seconds: 5})
	printDefinition(wait.Next(sfn.NewChoice("Ready?").When(sfn.Expr("$.ready"), sfn.NewSucceed("Done")).Otherwise(sfn.Goto("Wait"))))
	// Output:
	// {"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":5,"Next":"Ready?"},"Ready?":{"Type":"Choice","Choices":[{"Variable":"$.ready","BooleanEquals":true,"Next":"Done"}],"Default":"Wait"},"Done":{"Type":"Succeed"}}}
}

// Approval is a fragment: a type of its own that is a chain.
type Approval struct{ *sfn.Chain }

// NewApproval returns the part of a workflow that asks somebody.
func NewApproval(who string) Approval {
	ask := sfn.NewPass("Ask", sfn.PassProps{Parameters: map[string]any{"who": who}})
	return Approval{ask.Next(sfn.NewChoice("Approved?").When(sfn.Expr("!$.approved"), sfn.NewFail("Refused")))}
}

func ExamplePrefix() {
	twice := sfn.Prefix("Boss: ", NewApproval("boss")).Next(NewApproval("owner").PrefixStates("Owner: "))
	printDefinition(twice)
	// Output:
	// {"StartAt":"Boss: Ask","States":{"Boss: Ask":{"Type":"Pass","Parameters":{"who":"boss"},"Next":"Boss: Approved?"},"Boss: Approved?":{"Type":"Choice","Choices":[{"Not":{"Variable":"$.approved","BooleanEquals":true},"Next":"Boss: Refused"}],"Default":"Owner: Ask"},"Boss: Refused":{"Type":"Fail"},"Owner: Ask":{"Type":"Pass","Parameters":{"who":"owner"},"Next":"Owner: Approved?"},"Owner: Approved?":{"Type":"Choice","Choices":[{"Not":{"Variable":"$.approved","BooleanEquals":true},"Next":"Owner: Refused"}]},"Owner: Refused":{"Type":"Fail"}}}
}

func ExampleChain_ToSingleState() {
	both := sfn.NewPass("A").Next(sfn.NewPass("B")).ToSingleState("Both", sfn.ParallelProps{OutputPath: "$[0]"})
	printDefinition(both.Retry().Next(sfn.NewSucceed("Done")))
	// Output:
	// {"StartAt":"Both","States":{"Both":{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","End":true}}}],"OutputPath":"$[0]","Retry":[{"ErrorEquals":["States.ALL"]}],"Next":"Done"},"Done":{"Type":"Succeed"}}}
}

func ExampleParallel() {
	printDefinition(sfn.NewParallel("Both").Branch(sfn.NewPass("A"), sfn.NewPass("B")))
	// Output:
	// {"StartAt":"Both","States":{"Both":{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}},{"StartAt":"B","States":{"B":{"Type":"Pass","End":true}}}],"End":true}}}
}

func ExampleMap() {
	printDefinition(sfn.NewMap("Each Line", sfn.NewPass("Check"), sfn.MapProps{
		ItemsPath: "$.lines", ItemSelector: map[string]any{"line": sfn.MapItem(), "order": sfn.At("$.id")}, MaxConcurrency: 5,
	}))
	// Output:
	// {"StartAt":"Each Line","States":{"Each Line":{"Type":"Map","ItemsPath":"$.lines","ItemSelector":{"line.$":"$$.Map.Item.Value","order.$":"$.id"},"MaxConcurrency":5,"ItemProcessor":{"ProcessorConfig":{"Mode":"INLINE"},"StartAt":"Check","States":{"Check":{"Type":"Pass","End":true}}},"End":true}}}
}

func ExampleDistributedMap() {
	printDefinition(sfn.NewDistributedMap("Each Row", sfn.NewPass("Import"), sfn.DistributedMapProps{DistributedProps: sfn.DistributedProps{
		Label: "Rows", ExecutionType: sfn.Express, ToleratedFailurePercentage: 5,
		Reader:  sfn.S3CSV{Bucket: sfn.BucketNamed("inbox"), Key: sfn.Input("key")},
		Batcher: &sfn.ItemBatcher{MaxItems: 100},
		Writer:  &sfn.ResultWriter{Bucket: sfn.BucketNamed("outbox"), Prefix: "rows"},
	}}))
	// Output:
	// {"StartAt":"Each Row","States":{"Each Row":{"Type":"Map","ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"CSV","CSVHeaderLocation":"FIRST_ROW"},"Parameters":{"Bucket":"inbox","Key.$":"$.key"}},"ItemBatcher":{"MaxItemsPerBatch":100},"ToleratedFailurePercentage":5,"Label":"Rows","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},"StartAt":"Import","States":{"Import":{"Type":"Pass","End":true}}},"ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"outbox","Prefix":"rows"}},"End":true}}}
}

func ExampleSequence() {
	printDefinition(sfn.Sequence(sfn.NewPass("A"), sfn.NewPass("B"), sfn.NewSucceed("C")))
	// Output:
	// {"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Succeed"}}}
}
