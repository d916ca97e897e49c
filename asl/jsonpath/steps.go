package jsonpath

// Step is one step of a path made of names and single indexes.
type Step struct {
	Name    string
	Index   int  // may be negative: counted from the end
	IsIndex bool // whether the step is the index, and not the name
}

// Steps returns the steps of a path that is made of names and single indexes only, and whether it is.
func (p *Path) Steps() (steps []Step, ok bool) {
	for i := range p.tokens {
		switch t := &p.tokens[i]; t.kind {
		case tokenName:
			steps = append(steps, Step{Name: t.name})
		case tokenIndex:
			steps = append(steps, Step{Index: t.index, IsIndex: true})
		default:
			return nil, false
		}
	}
	return steps, true
}
