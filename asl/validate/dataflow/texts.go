package dataflow

import (
	"github.com/stepwise-go/stepwise/asl/intrinsic"
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/asl/template"
)

// texts remembers what paths and expressions mean: a definition has the same ones again and again.
type texts struct {
	paths      map[string]route
	references map[string][]string
	exprs      map[string]computed
}

// route is a path; steps are nil if it cannot be followed.
type route struct {
	path  *jsonpath.Path // nil if the text is none
	steps []step
}

func newTexts() texts {
	return texts{map[string]route{}, map[string][]string{}, map[string]computed{}}
}

func (t *texts) route(text string) route {
	r, ok := t.paths[text]
	if !ok {
		if p, err := jsonpath.Parse(text); err == nil {
			r = routeOf(p)
		}
		t.paths[text] = r
	}
	return r
}

func routeOf(p *jsonpath.Path) route {
	r := route{path: p}
	if p.Definite() {
		if steps, ok := stepsOf(p.Normal()); ok {
			r.steps = steps
		}
	}
	return r
}

// reference returns the names of a reference path, and whether it is one.
func (t *texts) reference(text string) ([]string, bool) {
	names, ok := t.references[text]
	if !ok {
		if p, err := jsonpath.ParseReference(text); err == nil {
			if names, ok = p.Names(); ok && names == nil {
				names = []string{}
			}
		}
		t.references[text] = names
	}
	return names, names != nil
}

// computed is what stands under a member that ends in .$: a path, or a call with paths among its arguments. Of a
// text that is neither there are none.
type computed struct {
	call   *intrinsic.Call
	routes []route
}

func (t *texts) expr(text string) computed {
	c, ok := t.exprs[text]
	if !ok {
		if e, err := template.ParseExpr(text); err == nil {
			c.call = e.Call()
			for _, p := range e.Paths() {
				c.routes = append(c.routes, routeOf(p))
			}
		}
		t.exprs[text] = c
	}
	return c
}
