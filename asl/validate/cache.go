package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/asl/template"
	"github.com/stepwise-go/stepwise/internal/integrations"
)

// cache remembers what texts mean. In a definition the same paths and resources come again and again.
type cache struct {
	paths   map[pathText]readPath
	exprs   map[string]readExpr
	queries map[string]*query
	calls   map[string]*called
	actions map[action]*knownIntegration
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

type action struct{ service, name string }

// knownIntegration is what the tables have of an optimised integration.
type knownIntegration struct {
	integrations.Integration
	required   [][]string // of the names of one parameter one is enough
	parameters []string   // the names of all; nil if they are not known
}

func newCache() cache {
	return cache{map[pathText]readPath{}, map[string]readExpr{}, map[string]*query{}, map[string]*called{}, map[action]*knownIntegration{}}
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

// integration returns what is known of an optimised integration, nil if the table does not have it.
func (r *run) integration(res integrations.Resource) *knownIntegration {
	return remembered(r.known.actions, action{res.Service, res.Action}, func() *knownIntegration {
		known, ok := integrations.Lookup(res.Service, res.Action)
		if !ok {
			return nil
		}
		k := &knownIntegration{Integration: known, parameters: integrations.Parameters(res.Service, res.Action)}
		for _, names := range known.Required {
			k.required = append(k.required, strings.Split(names, "|"))
		}
		return k
	})
}
