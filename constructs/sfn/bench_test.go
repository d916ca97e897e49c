package sfn_test

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/stepwise-go/stepwise/constructs/sfn"
)

// bigMachine makes a machine of n states: tasks with retriers, catchers and payloads, choices that
// join again, and a Map now and then.
func bigMachine(n int) *sfn.Chain {
	failed := sfn.NewFail("Failed")
	chain := sfn.NewPass("Start").Next(sfn.NewPass("Go"))
	for i := 4; i < n; i += 4 {
		id := strconv.Itoa(i)
		task := sfn.NewTask("Task "+id, call{"arn:aws:states:::aws-sdk:demo:call", sfn.Fields{
			{"Id", sfn.At("$.order.id")}, {"Name", "order " + id}, {"Tags", []any{"a", sfn.At("$.tag")}},
		}}, sfn.TaskProps{ResultPath: "$.r" + id}).Retry(sfn.RetryTransient()).Catch(failed, sfn.CatchProps{ResultPath: "$.error"})
		choice := sfn.NewChoice("Choice "+id).
			When(sfn.Expr(`$.order.total > 100 && isPresent($.vip)`), sfn.NewPass("Rich "+id))
		if i%40 == 0 {
			chain = chain.Next(task).Next(sfn.NewMap("Map "+id, sfn.NewPass("Item "+id), sfn.MapProps{ItemsPath: "$.items", ResultPath: "$.r"}))
		} else {
			chain = chain.Next(task).Next(choice).Next(sfn.NewPass("Joined " + id))
		}
	}
	return chain
}

// BenchmarkBuild builds and renders a machine from nothing. It is to grow with the number of states
// and no faster.
func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{40, 400, 4000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d, err := sfn.Build(bigMachine(n))
				if err != nil {
					b.Fatal(err)
				}
				if _, err := d.Render(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/state")
		})
	}
}
