// Package ordjson holds JSON as Go values that keep what encoding/json loses:
// the order of object members and the text of numbers.
//
// It is the one representation of JSON used throughout Stepwise: the States
// Language document, the data languages and the simulator all read and write it.
// It is not a replacement for encoding/json in programs that decode into structs.
//
//	v, err := ordjson.Decode([]byte(`{"b": 1, "a": [true, null]}`))
//	...
//	text := ordjson.String(v) // {"b":1,"a":[true,null]}
//
// A value is one of
//
//	nil             null
//	bool            true or false
//	string          a string
//	float64         a number whose shortest text is the text that was read
//	json.Number     any other number: 1.0, 1e3, 12345678901234567890
//	[]any           an array
//	*Object         an object, members in order
//
// From brings any other Go value into that form.
package ordjson
