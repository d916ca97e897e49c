package coverage

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
)

// WriteText writes how much was exercised, and what was not, one line each.
func (p *Profile) WriteText(w io.Writer) error {
	missed := p.Missed()
	if _, err := fmt.Fprintf(w, "%s: %.1f%% of %d points\n", p.Name, p.Percent(), len(p.Points())); err != nil {
		return err
	}
	for _, m := range missed {
		if _, err := fmt.Fprintf(w, "  not exercised: %s (%s)\n", m.What, m.Kind); err != nil {
			return err
		}
	}
	return nil
}

// ASL returns the workflow of the profile.
func (p *Profile) ASL() *asl.Machine { return p.machine }

// saved is a profile in a file.
type saved struct {
	Name   string         `json:"name"`
	Counts map[string]int `json:"counts"`
}

// Save writes the counts to a folder, in a file of this process, for Load.
func (p *Profile) Save(dir string) error {
	s := saved{p.Name, map[string]int{}}
	for _, point := range p.Points() {
		if point.Count > 0 {
			s.Counts[point.Pointer] = point.Count
		}
	}
	text, err := json.Marshal(s)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, "stepwise-"+strconv.Itoa(os.Getpid())+"-*.cover.json")
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = f.Write(text)
	return err
}

// Load adds the counts that other processes saved in a folder for a profile of the same name. Counts of
// parts that the workflow does not have any more are left out.
func (p *Profile) Load(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "stepwise-*.cover.json"))
	if err != nil {
		return err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		var s saved
		if err := json.Unmarshal(text, &s); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if s.Name == p.Name {
			p.merge(s.Counts)
		}
	}
	return nil
}

func (p *Profile) reset() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i := range p.points {
		p.points[i].Count = 0
	}
}

func (p *Profile) merge(counts map[string]int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for pointer, n := range counts {
		if i, ok := p.index[pointer]; ok {
			p.points[i].Count += n
		}
	}
}

// Report is what is done with profiles after the tests of a package.
type Report struct {
	Profiles  []*Profile
	Out       io.Writer // for the text; nil writes none
	Threshold float64   // the percentage that each profile has to reach, or Run does not return 0; not asked for if -run or -skip chose tests
	SaveTo    string    // a folder for Save; "" saves nothing
	LoadFrom  string    // a folder for Load before anything is reported: what other processes saved; "" loads nothing
	HTML      string    // a folder for a page of each profile, NAME.html; "" writes none
	// Picture draws a profile for its page, see Profile.WriteHTML; nil draws none.
	Picture func(*Profile) string
}

// NoTests is for Run where the tests ran already, in other processes.
var NoTests noTests

type noTests struct{}

func (noTests) Run() int { return 0 }

// Run runs the tests, usually those of a *testing.M, then reports. It returns the code to exit with.
func (r Report) Run(m interface{ Run() int }) int {
	code, some := m.Run(), someTests(m)
	check := func(err error) {
		if err != nil {
			r.say("%v\n", err)
			code = max(code, 1)
		}
	}
	for _, p := range r.Profiles {
		if r.SaveTo != "" {
			check(p.Save(r.SaveTo))
		}
		if r.LoadFrom != "" {
			if r.LoadFrom == r.SaveTo {
				p.reset() // its own counts are there now
			}
			check(p.Load(r.LoadFrom))
		}
		if r.HTML != "" {
			check(r.writePage(p))
		}
		if r.Out != nil {
			_ = p.WriteText(r.Out)
		}
		if got := p.Percent(); got < r.Threshold && some {
			r.say("%s: the threshold of %.1f%% is not asked for, as only some of the tests ran\n", p.Name, r.Threshold)
		} else if got < r.Threshold {
			r.say("%s: %.1f%% is less than the threshold of %.1f%%\n", p.Name, got, r.Threshold)
			code = max(code, 1)
		}
	}
	return code
}

// someTests tells whether flags of go test left out tests of a package.
func someTests(m any) bool {
	if _, ok := m.(*testing.M); !ok {
		return false
	}
	for _, name := range []string{"test.run", "test.skip", "test.list"} {
		if f := flag.Lookup(name); f != nil && f.Value.String() != "" {
			return true
		}
	}
	return false
}

func (r Report) say(format string, args ...any) {
	if r.Out != nil {
		fmt.Fprintf(r.Out, format, args...)
	}
}
