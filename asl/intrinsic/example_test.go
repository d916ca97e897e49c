package intrinsic_test

import (
	"fmt"

	"github.com/stepwise-go/stepwise/asl/intrinsic"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/ordjson"
)

func Example() {
	document := ordjson.NewObject(ordjson.Member{Key: "name", Value: "Ann"})
	call, err := intrinsic.Parse("States.Format('Hello {}', $.name)")
	if err != nil {
		fmt.Println(err)
		return
	}
	greeting, err := call.Eval(&intrinsic.Env{Roots: jsonpath.Roots{Input: document}})
	fmt.Println(greeting, err)
	// Output: Hello Ann <nil>
}

func ExampleParse_error() {
	_, err := intrinsic.Parse("States.ArrayLenght($.items)")
	fmt.Println(err)
	// Output: column 1: States.ArrayLenght is no intrinsic function: did you mean States.ArrayLength?
}

func ExampleCall_Eval_failure() {
	_, err := intrinsic.MustParse("States.Format('{}', $.nope)").Eval(&intrinsic.Env{
		Roots: jsonpath.Roots{Input: ordjson.NewObject()},
	})
	fmt.Println(err)
	// Output: The function 'States.Format('{}', $.nope)' had the following error: The JsonPath argument for the field '$.nope' could not be found in the input '{}'
}

func ExampleFunctions() {
	for _, f := range intrinsic.Functions()[:3] {
		fmt.Printf("%s gives %s: %s\n", f.Signature(), f.Result, f.Doc)
	}
	// Output:
	// States.Array(values...) gives an array: an array of its arguments
	// States.ArrayPartition(array, size) gives an array: the array cut into arrays of size elements; the last may be shorter
	// States.ArrayContains(array, value) gives a boolean: whether an element of the array equals the value
}
