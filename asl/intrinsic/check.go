package intrinsic

import (
	"fmt"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// check compares the arguments of a call with the parameters of its function.
func (p *parser) check(c *Call) *SyntaxError {
	least, most := c.fn.arity()
	if n := len(c.args); n < least || most >= 0 && n > most {
		return p.fail(c.column-1, msgCount, c.fn.Name, countText(least, most), n)
	}
	for i, arg := range c.args {
		if err := p.checkArg(c, i, arg); err != nil {
			return err
		}
	}
	if c.fn.Name == "States.Format" && c.pieces != nil && len(c.pieces) != len(c.args) {
		p.note(c.column-1, notePlaces, len(c.pieces)-1, len(c.args)-1)
	}
	return nil
}

func (p *parser) checkArg(c *Call, i int, arg Arg) *SyntaxError {
	param := c.fn.param(i)
	switch {
	case arg.Path != nil:
		return nil
	case arg.Call != nil:
		result := arg.Call.fn.Result
		if param.Type != Any && result != Any && param.Type != result {
			return p.fail(arg.Column-1, msgType, param.Name, c.fn.Name, param.Type, result)
		}
		return nil
	case !param.Type.takes(arg.Value):
		return p.fail(arg.Column-1, msgType, param.Name, c.fn.Name, param.Type, kindText(arg.Value))
	}
	switch {
	case c.fn.Name == "States.JsonMerge" && arg.Value == true:
		return p.fail(arg.Column-1, msgDeepMerge)
	case c.fn.Name == "States.Hash" && param.Name == "algorithm" && newHash(arg.Value.(string)) == nil:
		return p.fail(arg.Column-1, msgAlgorithm, arg.Value)
	}
	return nil
}

func kindText(v any) string {
	switch kind := ordjson.Kind(v); kind {
	case "null":
		return kind
	case "array", "object":
		return "an " + kind
	default:
		return "a " + kind
	}
}

func countText(least, most int) string {
	noun := "arguments"
	switch {
	case most < 0:
		if least == 1 {
			noun = "argument"
		}
		return fmt.Sprintf("at least %d %s", least, noun)
	case least != most:
		return fmt.Sprintf("%d to %d %s", least, most, noun)
	case most == 0:
		return "no " + noun
	case most == 1:
		noun = "argument"
	}
	return fmt.Sprintf("%d %s", most, noun)
}

// unknown makes the error of a name that is no function, with the nearest one if there is one.
func (p *parser) unknown(pos int, name string) *SyntaxError {
	for i := range functions {
		if strings.EqualFold(functions[i].Name, name) {
			return p.fail(pos, msgSuggest, name, functions[i].Name)
		}
	}
	best, distance := "", 4
	for i := range functions {
		if d := editDistance(functions[i].Name, name); d < distance {
			best, distance = functions[i].Name, d
		}
	}
	if best != "" {
		return p.fail(pos, msgSuggest, name, best)
	}
	return p.fail(pos, msgUnknown, name)
}

// editDistance counts the insertions, deletions and replacements between two texts.
func editDistance(a, b string) int {
	if len(b) > 2*len(a) {
		return len(b)
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			next := diagonal
			if a[i] != b[j] {
				next = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], next
		}
	}
	return row[len(b)]
}
