package sfncdk

import (
	"slices"
	"strings"

	"github.com/aws/aws-cdk-go/awscdk/v2"
)

// waitsFor is the list of what a machine waits for, without the policies of its role.
type waitsFor struct{ machine *StateMachine }

func (w waitsFor) lazy() awscdk.IResolvable { return awscdk.Lazy_UncachedAny(&w, nil) }

// Produce implements awscdk.IAnyProducer. A list that is nil takes DependsOn out of the template.
func (w *waitsFor) Produce(awscdk.IResolveContext) any {
	role := pathOf(w.machine.role)
	var ids []string
	for _, d := range *w.machine.cfn.ObtainDependencies() {
		r, ok := d.(awscdk.CfnResource)
		if !ok || !*r.ShouldSynthesize() || strings.HasPrefix(pathOf(r), role+"/") || r.Stack() != w.machine.stack {
			continue
		}
		ids = append(ids, value(r.LogicalId()))
	}
	if len(ids) == 0 {
		return nil
	}
	slices.Sort(ids)
	return &ids
}
