package benchmarks_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsstepfunctions"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/tasks"
	"github.com/stepwise-go/stepwise/test/benchmarks/flow"
	"github.com/stepwise-go/stepwise/test/benchmarks/incumbent"
	"github.com/stepwise-go/stepwise/test/benchmarks/lambda"
)

func TestMain(m *testing.M) {
	os.Setenv("CDK_VALIDATION", "false")
	os.Setenv("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20")
	code := m.Run()
	jsii.Close()
	os.Exit(code)
}

// BenchmarkBuild builds, checks and renders the machine with Stepwise, builds and renders it through aws-cdk-go,
// which does not check it, and prints how many times faster the first is.
func BenchmarkBuild(b *testing.B) {
	for b.Loop() {
		start := time.Now()
		const rounds = 20
		for range rounds {
			d, err := sfn.Build(flow.Definition(tasks.FunctionAt("arn:aws:lambda:us-east-1:123456789012:function:f")))
			if err != nil {
				b.Fatal(err)
			}
			if _, err := d.Render(); err != nil {
				b.Fatal(err)
			}
		}
		ours := time.Since(start) / rounds

		stack := awscdk.NewStack(awscdk.NewApp(nil), jsii.String("Bench"), nil)
		f := lambda.NewFunction(stack)
		start = time.Now()
		m := incumbent.NewStateMachine(stack, f)
		stack.Resolve(m.Node().DefaultChild().(awsstepfunctions.CfnStateMachine).DefinitionString())
		theirs := time.Since(start)
		b.ReportMetric(float64(ours.Microseconds())/1000, "stepwise-ms")
		b.ReportMetric(float64(theirs.Microseconds())/1000, "aws-cdk-go-ms")
		b.ReportMetric(float64(theirs)/float64(ours), "times-faster")
	}
	b.ReportMetric(0, "ns/op")
}

// BenchmarkSynth runs whole apps, from the start of the program to its end: an empty one, one with the machine, and
// one with the same machine through aws-cdk-go. The best of some runs counts: the computer has other things to do.
func BenchmarkSynth(b *testing.B) {
	programs := map[string]string{}
	for _, app := range []string{"empty", "stepwise", "incumbent"} {
		programs[app] = filepath.Join(b.TempDir(), app)
		if out, err := exec.Command("go", "build", "-o", programs[app], "./apps/"+app).CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
	}
	for b.Loop() {
		took, size := map[string]time.Duration{}, map[string]int64{}
		for range 5 { // in turn, so that a busy moment does not meet one of them only
			for app, program := range programs {
				d, n := run(b, program)
				if took[app] == 0 || d < took[app] {
					took[app] = d
				}
				size[app] = n
			}
		}
		for app, d := range took {
			b.ReportMetric(d.Seconds(), app+"-s")
		}
		b.ReportMetric(took["stepwise"].Seconds()/took["empty"].Seconds(), "times-empty")
		b.ReportMetric(float64(size["stepwise"])/1024, "stepwise-KiB")
		b.ReportMetric(float64(size["incumbent"])/1024, "incumbent-KiB")
		b.ReportMetric(float64(size["stepwise"])/float64(size["incumbent"]), "template-ratio")
	}
	b.ReportMetric(0, "ns/op")
}

// run returns how long an app took, and the size of its template.
func run(b *testing.B, program string) (time.Duration, int64) {
	out := b.TempDir()
	c := exec.Command(program)
	c.Env = append(os.Environ(), "CDK_OUTDIR="+out)
	start := time.Now()
	if text, err := c.CombinedOutput(); err != nil {
		b.Fatalf("%s: %v\n%s", program, err, text)
	}
	took := time.Since(start)
	info, err := os.Stat(filepath.Join(out, "Bench.template.json"))
	if err != nil {
		b.Fatal(err)
	}
	return took, info.Size()
}
