package validate

import (
	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/asl/template"
	"github.com/stepwise-go/stepwise/internal/integrations"
)

// cache remembers what texts mean. In a definition the same paths and resources come again and again.
type cache struct {
	paths     map[pathText]readPath
	exprs     map[string]readExpr
	queries   map[string]*query
	resources map[string]readResource
	known     map[string]knownIntegration
}

type pathText struct {
	text string
	rule jsonpath.Rule
}

type readPath struct {
	path *jsonpath.Path
	err  error
}

type readExpr struct {
	expr template.Expr
	err  error
}

type readResource struct {
	resource integrations.Resource
	err      error
}

type knownIntegration struct {
	integrations.Integration
	ok bool
}

func newCache() cache {
	return cache{map[pathText]readPath{}, map[string]readExpr{}, map[string]*query{}, map[string]readResource{}, map[string]knownIntegration{}}
}

// remembered returns what is in the map, and makes it if it is not.
func remembered[K comparable, V any](m map[K]V, key K, read func() V) V {
	v, ok := m[key]
	if !ok {
		v = read()
		m[key] = v
	}
	return v
}

func (c *cache) path(text string, rule jsonpath.Rule) (*jsonpath.Path, error) {
	got := remembered(c.paths, pathText{text, rule}, func() (p readPath) {
		p.path, p.err = jsonpath.Check(maskTokens(text), rule)
		return p
	})
	return got.path, got.err
}

func (c *cache) expr(text string) (template.Expr, error) {
	got := remembered(c.exprs, text, func() (e readExpr) {
		e.expr, e.err = template.ParseExpr(maskTokens(text))
		return e
	})
	return got.expr, got.err
}

func (c *cache) query(text string) *query {
	return remembered(c.queries, text, func() *query { return readQuery(text) })
}

// resource takes the Resource of a Task apart.
func (r *run) resource(text string) (integrations.Resource, error) {
	got := remembered(r.known.resources, text, func() (res readResource) {
		res.resource, res.err = integrations.Parse(maskTokens(text))
		return res
	})
	return got.resource, got.err
}

// integration returns what the table has of an optimised integration.
func (r *run) integration(res integrations.Resource) (integrations.Integration, bool) {
	got := remembered(r.known.known, res.Service+":"+res.Action, func() (k knownIntegration) {
		k.Integration, k.ok = integrations.Lookup(res.Service, res.Action)
		return k
	})
	return got.Integration, got.ok
}
