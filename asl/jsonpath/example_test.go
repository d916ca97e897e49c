package jsonpath_test

import (
	"fmt"

	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/ordjson"
)

func Example() {
	document, err := ordjson.DecodeString(`{"orders": [{"id": 1, "total": 80}, {"id": 2, "total": 120}]}`)
	if err != nil {
		fmt.Println(err)
		return
	}
	path, err := jsonpath.Parse("$.orders[?(@.total > 100)].id")
	if err != nil {
		fmt.Println(err)
		return
	}
	ids, err := path.Eval(jsonpath.Roots{Input: document})
	fmt.Println(ordjson.String(ids), err)
	// Output: [2] <nil>
}

func ExampleParse_error() {
	_, err := jsonpath.Parse("$.orders[")
	fmt.Println(err)
	// Output: column 10: the bracket is not closed: expected ]
}

func ExamplePath_Eval_missing() {
	_, err := jsonpath.MustParse("$.no.such.path").Eval(jsonpath.Roots{Input: ordjson.NewObject()})
	fmt.Println(err)
	// Output: Invalid path '$.no.such.path' : Missing property in path $['no']
}

func ExamplePath_Set() {
	input := ordjson.NewObject(ordjson.Member{Key: "id", Value: 7.0})
	output, err := jsonpath.MustParse("$.result.status").Set(input, "done")
	fmt.Println(ordjson.String(output), err)
	fmt.Println(ordjson.String(input))
	// Output:
	// {"id":7,"result":{"status":"done"}} <nil>
	// {"id":7}
}

func ExampleCheck() {
	_, err := jsonpath.Check("$.items[*]", jsonpath.ReferencePath)
	fmt.Println(err)
	// Output: column 8: a reference path names one place: the wildcard * cannot stand in it
}
