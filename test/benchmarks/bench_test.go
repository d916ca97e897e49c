package benchmarks_test

import (
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsstepfunctions"
	"github.com/aws/jsii-runtime-go"

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

// BenchmarkBuild builds, checks and renders the machine with Stepwise, in a program of its own that does not link the
// CDK, as a unit test of a workflow does. Then it builds and renders the machine through aws-cdk-go, which does not
// check it, and prints how many times faster the first is. The best of some rounds counts on both sides, which take turns.
func BenchmarkBuild(b *testing.B) {
	native := build(b, "native")
	for b.Loop() {
		ours, theirs := math.Inf(1), math.Inf(1)
		for range 3 {
			ours = min(ours, microseconds(b, native))
			stack := awscdk.NewStack(awscdk.NewApp(nil), jsii.String("Bench"), nil)
			f := lambda.NewFunction(stack)
			start := time.Now()
			m := incumbent.NewStateMachine(stack, f)
			stack.Resolve(m.Node().DefaultChild().(awsstepfunctions.CfnStateMachine).DefinitionString())
			theirs = min(theirs, float64(time.Since(start).Microseconds()))
		}
		b.ReportMetric(ours/1000, "stepwise-ms")
		b.ReportMetric(theirs/1000, "aws-cdk-go-ms")
		b.ReportMetric(theirs/ours, "times-faster")
	}
	b.ReportMetric(0, "ns/op")
}

// microseconds runs a program that prints a number of them.
func microseconds(b *testing.B, program string) float64 {
	out, err := exec.Command(program).Output()
	if err != nil {
		b.Fatal(err)
	}
	n, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// build compiles one of the apps and returns the program.
func build(b *testing.B, app string) string {
	program := filepath.Join(b.TempDir(), app)
	if out, err := exec.Command("go", "build", "-o", program, "./apps/"+app).CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return program
}

// BenchmarkSynth runs whole apps, from the start of the program to its end: an empty one, one with the machine, and
// one with the same machine through aws-cdk-go. The best of some runs counts: the computer has other things to do.
func BenchmarkSynth(b *testing.B) {
	programs := map[string]string{}
	for _, app := range []string{"empty", "stepwise", "incumbent"} {
		programs[app] = build(b, app)
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
