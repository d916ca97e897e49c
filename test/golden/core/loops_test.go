package core

import "github.com/stepwise-go/stepwise/constructs/sfn"

func item(p sfn.MapProps) workflow { return one(sfn.NewMap("Map", pass("Item"), p)) }

// loops are inline Maps.
var loops = map[string]workflow{
	"map_distributed_mode": one(sfn.NewDistributedMap("Map", pass("Item"), sfn.DistributedMapProps{MapProps: sfn.MapProps{
		MaxConcurrency: 1, ItemsPath: "$.inputForMap", ItemSelector: m{"item": at("$$.Map.Item.Value")}, ResultPath: "$.mapOutput",
	}})),
	"map_error_bad_jsonata_selector":     cannot("the delimiters of JSONata are added"),
	"map_error_distributed_without_type": cannot("a DistributedMap is Standard unless it says otherwise"),
	"map_error_fractional_concurrency":   item(sfn.MapProps{MaxConcurrency: 1.5}),
	"map_error_no_processor":             one(sfn.NewMap("Map", nil)),
	"map_error_parameters_and_selector":  cannot("there is one field for both"),
	"map_error_two_concurrency":          cannot("there is one field for both"),
	"map_error_two_selectors":            cannot("there is one field for both"),
	"map_iterator_deprecated": of(func() sfn.Chainable {
		return sfn.Patch(sfn.NewMap("Map", pass("Item"), sfn.MapProps{ItemSelector: m{"a": at("$$.Map.Item.Value")}}),
			sfn.Remove("/ItemProcessor/ProcessorConfig"), sfn.Move("/ItemProcessor", "/Iterator"), sfn.Move("/ItemSelector", "/Parameters"))
	}),
	"map_jsonata_array_items": one(sfn.NewJSONataMap("Map", passA("Item"), sfn.JSONataMapProps{Items: l{1, ata("$states.input.two"), m{"three": 3}}})),
	"map_jsonata_full": one(sfn.NewJSONataMap("Map", passA("Item"), sfn.JSONataMapProps{
		Comment: "c", Output: m{"r": ata("$states.result")}, Items: ata("$states.input.items"), MaxConcurrency: 2,
		ItemSelector: m{"id": ata("$states.context.Map.Item.Value.id"), "n": 1}, Assign: m{"a": ata("1")},
	})),
	"map_jsonpath_full": of(func() sfn.Chainable {
		return sfn.NewMap("Named", pass("I1").Next(pass("I2")), sfn.MapProps{
			Comment: "c", InputPath: "$.in", OutputPath: "$.out", ResultPath: "$.res", ResultSelector: m{"r": at("$[0]")}, ItemsPath: "$.items", MaxConcurrency: 3,
			ItemSelector: m{"v": sfn.MapItem(), "i": sfn.MapItemIndex(), "fixed": true}, Assign: m{"a": at("$.a")},
		}).Retry(sfn.RetryProps{Errors: []string{"E"}, Interval: sec}).Catch(pass("Handler"), sfn.CatchProps{Errors: []string{"E"}}).Next(pass("After"))
	}),
	"map_max_concurrency_number_token": item(sfn.MapProps{MaxConcurrency: at("$.max")}),
	"map_max_concurrency_path_token":   item(sfn.MapProps{MaxConcurrency: at("$.max")}),
	"map_max_concurrency_zero":         item(sfn.MapProps{MaxConcurrency: 0}),
	"map_task_policies":                one(sfn.NewMap("Map", publish("P", "${Topic.Ref}", "x"))),
}
