// Package jsonpath reads and evaluates JSONPath as AWS Step Functions does.
//
//	path, err := jsonpath.Parse("$.orders[?(@.total > 100)].id")
//	if err != nil {
//		return err
//	}
//	ids, err := path.Eval(jsonpath.Roots{Input: document})
//
// A path starts at one of three roots: $ is the document (the state's input or result),
// $$ the context object, $name a workflow variable. Values are those of package ordjson;
// a result shares its parts with the document, nothing is copied. A Path is immutable
// and may be used by many goroutines.
//
// # Definite and indefinite paths
//
// A path of names and single indexes is definite: it gives one value, and an error if
// the value is not there. A path with a wildcard, slice, union, filter or deep scan is
// indefinite: it gives a list, which may be empty.
//
// Eval reports what is missing, in the words that Step Functions uses in "Invalid path
// '...' : ...". Lookup is the lenient form that payload templates and choice rules use:
// there an indefinite path that leads nowhere gives an empty list.
//
// # What is accepted
//
// Step Functions evaluates paths with the Jayway library of Java, in an old version, and
// so does this package:
//
//	.name ['name'] ["name"] ['a','b']   members; a backslash in brackets is an ordinary
//	                                    character unless it stands before the closing quote
//	[0] [-1] [0,2] [1:3] [-2:] [:2]     elements; a step ([a:b:c]) is read and ignored
//	* [*] ..                            all members or elements; all levels
//	[?(@.a == 'x' && !(@.n < 3))]       filters
//
// Filters know == != === !== < <= > >= =~ in nin anyof noneof subsetof all size empty
// contains, the connectives && || ! and parentheses. As the developer guide says, @ stands
// for objects only: compared with a bare @, a scalar never matches. The guide also says
// that word operators, regular expressions and values of the document ($) in a filter are not
// supported; here they work as in Jayway, and Path.Notes tells of them.
//
// Functions such as length() do not exist in Step Functions: $.list.length() is read as a
// member of that name, which is then not found. Notes tells of them too.
//
// # Reference paths
//
// ParseReference accepts only names and single indexes. Set puts a value into a document at
// such a path, as ResultPath does, without changing the document.
//
// Sources: https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html,
// https://states-language.net/spec.html#path, https://github.com/json-path/JsonPath
package jsonpath
