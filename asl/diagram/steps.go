package diagram

// Step is an event of an execution with the state and the transition of the graph that it is about.
type Step struct {
	Event
	Node *Node // nil if it is about the execution itself
	Way  *Edge // the transition that led to it, nil if none did
}

// Steps returns the events of the execution with their places in a graph that was made with this
// overlay.
func (x *Execution) Steps(g *Graph) []Step {
	nodes := finder[*Node]{}
	edges := map[edgeKey][]*Edge{}
	g.Scopes(func(s *Scope) {
		for _, n := range s.Nodes {
			if n.IsState() {
				nodes[n.Pointer] = n
				if nodes[n.Name] == nil {
					nodes[n.Name] = n
				}
			}
		}
		for _, e := range s.Edges {
			for _, key := range e.keys() {
				edges[key] = append(edges[key], e)
			}
		}
	})
	steps := make([]Step, len(x.Events))
	for i, event := range x.Events {
		steps[i] = Step{Event: event, Node: nodes[event.State]}
		if run := event.Edge; run != nil {
			steps[i].Way = way(edges[edgeKey{run.From, run.To, run.Caught}], run)
		}
	}
	return steps
}

// way returns the one of several transitions between two states that an execution took.
func way(edges []*Edge, run *EdgeRun) *Edge {
	for _, e := range edges {
		if !run.Caught || run.Error == "" || e.catches(run.Error) {
			return e
		}
	}
	return nil
}
