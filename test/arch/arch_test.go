package arch_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/stepwise-go/stepwise"

type pkg struct {
	ImportPath string
	Dir        string
	Name       string
	Imports    []string
	Deps       []string
	GoFiles    []string
}

func packages(t *testing.T) []pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-e", "-json=ImportPath,Dir,Name,Imports,Deps,GoFiles", "./...")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []pkg
	for dec := json.NewDecoder(bytes.NewReader(out)); dec.More(); {
		var p pkg
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	return all
}

// floors are the rooms of the house by floor, the lowest first. The longest prefix counts.
var floors = map[string]int{
	"ordjson": 10, "diag": 11, "iam": 11, "internal": 11, "diag/report": 12,
	"asl/jsonpath": 20, "asl/jsonata": 20, "asl/intrinsic": 21, "asl/template": 22, "asl": 23,
	"asl/load": 24, "asl/diagram/words": 24, "asl/validate": 24, "asl/diff": 24, "asl/codegen": 24, "asl/diagram": 25,
	"constructs": 29, "constructs/sfn": 30, "sim": 30, "sim/simtest": 32, "sim/services": 31, "sim/coverage": 31, "sim/explore": 31,
	"tasks": 40, "tasks/sdk": 40, "constructs/sfncdk": 41,
	"fragments": 50, "cmd": 51,
	"test": 60, "examples": 60, "": 61,
}

func floorOf(path string) int {
	room := strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
	for {
		if f, ok := floors[room]; ok {
			return f
		}
		i := strings.LastIndexByte(room, '/')
		if i < 0 {
			return floors[""]
		}
		room = room[:i]
	}
}

func TestImportsPointDown(t *testing.T) {
	for _, p := range packages(t) {
		for _, imp := range p.Imports {
			if !strings.HasPrefix(imp, module) {
				continue
			}
			from, to := floorOf(p.ImportPath), floorOf(imp)
			if to > from || to == from && from/10 == 3 && room(p.ImportPath) != room(imp) {
				t.Errorf("%s imports %s, which is not below it", p.ImportPath, imp)
			}
		}
	}
}

// room is the top folder of a package, two levels under constructs.
func room(path string) string {
	parts := strings.Split(strings.TrimPrefix(path, module+"/"), "/")
	if parts[0] == "constructs" && len(parts) > 1 {
		return parts[0] + "/" + parts[1]
	}
	return parts[0]
}

// behindTheWall may reach the CDK; nothing else may.
func behindTheWall(path string) bool {
	r := strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
	return r == "" || r == "constructs/sfncdk" || strings.HasPrefix(r, "examples") || strings.HasPrefix(r, "test/cdk")
}

func TestPurePackagesDoNotReachTheCDK(t *testing.T) {
	for _, p := range packages(t) {
		if behindTheWall(p.ImportPath) {
			continue
		}
		for _, dep := range p.Deps {
			for _, cdk := range []string{"github.com/aws/aws-cdk-go", "github.com/aws/constructs-go", "github.com/aws/jsii-runtime-go"} {
				if strings.HasPrefix(dep, cdk) {
					t.Errorf("%s reaches %s", p.ImportPath, dep)
				}
			}
		}
	}
}

// reach says who may reach a dependency that others should not be burdened with.
var reach = map[string][]string{
	"github.com/d2lang/elk-go":                                  {"asl/diagram/svg", "asl/diagram/html", "cmd", "test", "examples"}, // EPL-2.0
	"github.com/hashicorp/hcl/v2":                               {"asl/load", "cmd", "test"},                                        // MPL-2.0
	"github.com/aws/aws-cdk-go/awscdk/v2/awsstepfunctionstasks": {},                                                                 // minutes to compile
	module + "/tasks/sdk":                                       {"tasks/awssdk", "tasks/sdk", "cmd", "test", "examples"},           // half a megabyte
}

func TestHeavyDependenciesStayWhereTheyAre(t *testing.T) {
	for _, p := range packages(t) {
		rel := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "/")
		for heavy, allowed := range reach {
			ok := slices.ContainsFunc(allowed, func(a string) bool { return rel == a || strings.HasPrefix(rel, a+"/") })
			if !ok && (slices.Contains(p.Deps, heavy) || slices.ContainsFunc(p.Deps, func(d string) bool { return strings.HasPrefix(d, heavy+"/") })) {
				t.Errorf("%s reaches %s", p.ImportPath, heavy)
			}
		}
	}
}

func TestEveryPackageHasADocFile(t *testing.T) {
	for _, p := range packages(t) {
		if p.Name == "main" || len(p.GoFiles) == 0 || strings.Contains(p.ImportPath, "/internal/") {
			continue
		}
		if !slices.Contains(p.GoFiles, "doc.go") {
			t.Errorf("%s has no doc.go", p.ImportPath)
		}
	}
}

const (
	longestFile = 500
	p90File     = 300
	medianFile  = 100
)

func TestFileBudget(t *testing.T) {
	var sizes []int
	for _, p := range packages(t) {
		for _, f := range p.GoFiles {
			n, generated := lines(t, filepath.Join(p.Dir, f))
			if generated {
				continue
			}
			sizes = append(sizes, n)
			if n > longestFile {
				t.Errorf("%s/%s has %d lines, the limit is %d", p.ImportPath, f, n, longestFile)
			}
		}
	}
	slices.Sort(sizes)
	median, p90 := sizes[len(sizes)/2], sizes[len(sizes)*9/10]
	t.Logf("%d files: median %d lines, 90 %% at most %d, longest %d", len(sizes), median, p90, sizes[len(sizes)-1])
	if median > medianFile || p90 > p90File {
		t.Errorf("median %d lines (limit %d), 90 %% at most %d (limit %d)", median, medianFile, p90, p90File)
	}
}

func lines(t *testing.T, path string) (n int, generated bool) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<22)
	for s.Scan() {
		if n == 0 && strings.HasPrefix(s.Text(), "// Code generated") {
			generated = true
		}
		n++
	}
	return n, generated
}
