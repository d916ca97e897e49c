package deploy_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/test/deploy/fakeaws"
)

const cli = "aws-cdk@2.1148.1"

// cdkCLI installs the CDK's command for the test and returns its folder. Without Node the test is
// skipped, but not in CI.
func cdkCLI(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("npm"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("npm is needed in CI: ", err)
		}
		t.Skip("no npm on this machine")
	}
	dir := t.TempDir()
	cmd := exec.Command("npm", "install", "--prefix", dir, "--no-audit", "--no-fund", "--silent", "--prefer-offline", cli)
	if out, err := cmd.CombinedOutput(); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("npm install %s: %v\n%s", cli, err, out)
		}
		t.Skipf("%s cannot be installed: %v", cli, err)
	}
	return filepath.Join(dir, "node_modules")
}

type cdk struct {
	t       *testing.T
	modules string
	app     string
	server  *fakeaws.Server
	dir     string
}

func newCDK(t *testing.T, pkg string) *cdk {
	modules := cdkCLI(t)
	app := filepath.Join(t.TempDir(), "app")
	build := exec.Command("go", "build", "-o", app, pkg)
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	schema, err := fakeaws.ReadSchema(filepath.Join(modules, "aws-cdk", "db.json.gz"))
	if err != nil {
		t.Fatal(err)
	}
	server := fakeaws.Start(schema)
	t.Cleanup(server.Close)
	return &cdk{t, modules, app, server, t.TempDir()}
}

func (c *cdk) run(args ...string) (string, error) {
	cmd := exec.Command(filepath.Join(c.modules, ".bin", "cdk"), append(args, "--app", c.app, "--no-notices", "--ci", "--output", filepath.Join(c.dir, "cdk.out"))...)
	cmd.Dir = c.dir
	cmd.Env = append(os.Environ(),
		"AWS_ENDPOINT_URL="+c.server.URL(), "AWS_REGION="+fakeaws.Region, "AWS_ACCESS_KEY_ID=test", "AWS_SECRET_ACCESS_KEY=test", "AWS_EC2_METADATA_DISABLED=true",
		"CDK_VALIDATION=false", "CDK_DISABLE_CLI_TELEMETRY=true", "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=1")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func TestDeployAndDestroyTheJobPoller(t *testing.T) {
	if testing.Short() {
		t.Skip("starts Node and installs the CDK's command")
	}
	c := newCDK(t, ".")
	out, err := c.run("deploy", "--all", "--require-approval", "never")
	if err != nil {
		t.Fatalf("%v\n%s\ncalls: %v", err, out, c.server.Calls())
	}
	machines := c.server.Machines()
	if len(machines) != 1 {
		t.Fatalf("%d state machines were deployed, want 1\n%s", len(machines), out)
	}
	for arn, m := range machines {
		doc, err := asl.Parse(arn, []byte(m.Definition))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(m.Definition, "${") || doc.Machine.States.Len() != 6 {
			t.Errorf("deployed definition:\n%s", m.Definition)
		}
		asl.Walk(doc.Machine, func(p *asl.Place) {
			if task, ok := p.State.(*asl.Task); ok && !strings.HasPrefix(task.Resource, "arn:aws:lambda:"+fakeaws.Region+":"+fakeaws.Account+":function:JobPoller-") {
				t.Errorf("%s has the resource %s", p.Name, task.Resource)
			}
		})
	}
	if again, err := c.run("deploy", "--all", "--require-approval", "never"); err != nil || !strings.Contains(again, "no changes") {
		t.Errorf("a second deployment should change nothing: %v\n%s", err, again)
	}
	if out, err := c.run("destroy", "--all", "--force"); err != nil || len(c.server.Machines()) != 0 {
		t.Errorf("destroy: %v, %d machines left\n%s", err, len(c.server.Machines()), out)
	}
}
