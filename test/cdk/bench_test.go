package cdk_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsstepfunctions"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/constructs/sfncdk"
	"github.com/stepwise-go/stepwise/tasks"
)

// A machine of 4,000 Lambda tasks in branches: one chain that long is too deep for the CDK's library.
const (
	branches = 40
	steps    = 100
)

func stepwiseDefinition(f tasks.Function) sfn.Chainable {
	all := sfn.NewParallel("All")
	for b := range branches {
		var chain *sfn.Chain
		for i := range steps {
			task := sfn.NewTask(fmt.Sprintf("Step %d of %d", i, b), tasks.LambdaInvoke{Function: f, NoRetry: true}, sfn.TaskProps{ResultPath: "$.result", Retry: []sfn.RetryProps{{}}})
			if chain == nil {
				chain = sfn.Sequence(task)
			} else {
				chain = chain.Next(task)
			}
		}
		all.Branch(chain)
	}
	return all
}

func incumbentDefinition(stack awscdk.Stack, f awslambda.IFunction) awsstepfunctions.IChainable {
	all := awsstepfunctions.NewParallel(stack, jsii.String("All"), nil)
	resource, arn := "arn:"+*stack.Partition()+":states:::lambda:invoke", f.FunctionArn()
	for b := range branches {
		var chain awsstepfunctions.Chain
		for i := range steps {
			task := awsstepfunctions.NewCustomState(stack, jsii.String(fmt.Sprintf("Step %d of %d", i, b)), &awsstepfunctions.CustomStateProps{StateJson: &map[string]any{
				"Type": "Task", "Resource": resource, "ResultPath": "$.result",
				"Parameters": map[string]any{"FunctionName": arn, "Payload.$": "$"},
				"Retry":      []any{map[string]any{"ErrorEquals": jsii.Strings("States.ALL")}},
			}})
			if chain == nil {
				chain = awsstepfunctions.Chain_Start(task)
			} else {
				chain = chain.Next(task)
			}
		}
		all.Branch(chain)
	}
	return all
}

// BenchmarkBuild builds and renders the machine, here and through the CDK's library, and prints how
// many times faster it is here.
func BenchmarkBuild(b *testing.B) {
	for b.Loop() {
		start := time.Now()
		const rounds = 5
		for range rounds {
			d, err := sfn.Build(stepwiseDefinition(tasks.FunctionAt("arn:aws:lambda:us-east-1:123456789012:function:f")))
			if err != nil {
				b.Fatal(err)
			}
			if _, err := d.Render(); err != nil {
				b.Fatal(err)
			}
		}
		ours := time.Since(start) / rounds

		stack := newStack()
		f := newFunction(stack, "Worker")
		start = time.Now()
		m := awsstepfunctions.NewStateMachine(stack, jsii.String("Machine"), &awsstepfunctions.StateMachineProps{
			DefinitionBody: awsstepfunctions.DefinitionBody_FromChainable(incumbentDefinition(stack, f)),
		})
		stack.Resolve(m.Node().DefaultChild().(awsstepfunctions.CfnStateMachine).DefinitionString())
		theirs := time.Since(start)
		b.ReportMetric(float64(ours.Microseconds())/1000, "stepwise-ms")
		b.ReportMetric(float64(theirs.Microseconds())/1000, "aws-cdk-go-ms")
		b.ReportMetric(float64(theirs)/float64(ours), "times-faster")
	}
	b.ReportMetric(0, "ns/op")
}

// synthEnv makes the test program an app: what it holds is which.
const synthEnv = "STEPWISE_BENCHMARK_APP"

var benchmarkApps = map[string]func(awscdk.Stack){
	"empty": func(awscdk.Stack) {},
	"stepwise": func(stack awscdk.Stack) {
		sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: stepwiseDefinition(newFunction(stack, "Worker"))})
	},
	"aws-cdk-go": func(stack awscdk.Stack) {
		awsstepfunctions.NewStateMachine(stack, jsii.String("Machine"), &awsstepfunctions.StateMachineProps{
			DefinitionBody: awsstepfunctions.DefinitionBody_FromChainable(incumbentDefinition(stack, newFunction(stack, "Worker"))),
		})
	},
}

func synthesizeBenchmarkApp(which string) {
	app := awscdk.NewApp(&awscdk.AppProps{AnalyticsReporting: jsii.Bool(false), TreeMetadata: jsii.Bool(false)})
	benchmarkApps[which](awscdk.NewStack(app, jsii.String("Bench"), nil))
	app.Synth(nil)
	jsii.Close()
}

// BenchmarkSynth runs whole apps, from the start of the program to the end: an empty one, one with the
// machine, and one with the same through the CDK's library.
func BenchmarkSynth(b *testing.B) {
	for b.Loop() {
		took, size := map[string]time.Duration{}, map[string]int64{}
		for app := range benchmarkApps {
			for range 3 { // the best of three: the machine has other things to do
				d, n := runApp(b, app)
				if took[app] == 0 || d < took[app] {
					took[app] = d
				}
				size[app] = n
			}
			b.ReportMetric(took[app].Seconds(), app+"-s")
		}
		b.ReportMetric(took["stepwise"].Seconds()/took["empty"].Seconds(), "times-empty")
		b.ReportMetric(float64(size["stepwise"])/1024, "stepwise-KiB")
		b.ReportMetric(float64(size["aws-cdk-go"])/1024, "aws-cdk-go-KiB")
		b.ReportMetric(float64(size["stepwise"])/float64(size["aws-cdk-go"]), "template-ratio")
	}
	b.ReportMetric(0, "ns/op")
}

func runApp(b *testing.B, app string) (time.Duration, int64) {
	out := b.TempDir()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), synthEnv+"="+app, "CDK_OUTDIR="+out)
	start := time.Now()
	if text, err := c.CombinedOutput(); err != nil {
		b.Fatalf("%s: %v\n%s", app, err, text)
	}
	took := time.Since(start)
	info, err := os.Stat(filepath.Join(out, "Bench.template.json"))
	if err != nil {
		b.Fatal(err)
	}
	return took, info.Size()
}
