package validate

import (
	"strings"

	"github.com/stepwise-go/stepwise/asl/jsonpath"
	"github.com/stepwise-go/stepwise/asl/template"
	"github.com/stepwise-go/stepwise/internal/integrations"
)

// cache remembers what texts mean. In a definition the same paths and resources come again and again.
type cache struct {
	readings []*reading
	paths    map[pathText]*reading
	exprs    map[string]*reading
	queries  map[string]*reading
	calls    map[string]*called
	actions  map[action]*knownIntegration
}

type pathText struct {
	text string
	rule jsonpath.Rule
}

type action struct{ service, name string }

// knownIntegration is what the tables have of an optimised integration.
type knownIntegration struct {
	integrations.Integration
	required   [][]string // of the names of one parameter one is enough
	parameters []string   // the names of all; nil if they are not known
}

func newCache() cache {
	return cache{nil, map[pathText]*reading{}, map[string]*reading{}, map[string]*reading{}, map[string]*called{}, map[action]*knownIntegration{}}
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

// add takes up one more text.
func (c *cache) add(t *reading) *reading {
	t.number = len(c.readings)
	t.readVariables()
	c.readings = append(c.readings, t)
	return t
}

func (c *cache) path(text string, rule jsonpath.Rule) *reading {
	return remembered(c.paths, pathText{text, rule}, func() *reading {
		t := &reading{text: text, rule: rule}
		t.path, t.err = jsonpath.Check(maskTokens(text), rule)
		return c.add(t)
	})
}

func (c *cache) expr(text string) *reading {
	return remembered(c.exprs, text, func() *reading {
		t := &reading{text: text}
		t.expr, t.err = template.ParseExpr(maskTokens(text))
		return c.add(t)
	})
}

// member reads what stands under a name that ends in .$.
func (c *cache) member(v any) *reading {
	if text, ok := v.(string); ok {
		return c.expr(text)
	}
	return c.add(&reading{err: errNotText})
}

func (c *cache) query(text string) *reading {
	return remembered(c.queries, text, func() *reading {
		t := &reading{text: text, query: readQuery(text)}
		t.err = t.query.err
		return c.add(t)
	})
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
