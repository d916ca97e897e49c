package load_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl/load"
)

// TestTerraformPlaces asks where the values of a definition stand: at the key, as everywhere.
func TestTerraformPlaces(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write("flow.tftpl", "{\"States\": {\n  \"A\": ${\n    var.a},  \"B\": 1}}\n")
	main := write("main.tf", `
resource "aws_sfn_state_machine" "encoded" {
  definition = jsonencode({
    States = { A = 1,
      "B" = [
        2] }
  })
}
resource "aws_sfn_state_machine" "heredoc" {
  definition = <<EOF
{"States": {"Ä": ${var.a}, "B": "${
    var.b
  }", "C": 1,
   "D": [1]}}
EOF
}
resource "aws_sfn_state_machine" "indented" {
  definition = <<-EOF
    {
      "States": {"A": "${var.a}", "B": 1},

      "C": $${x}
    }
  EOF
}
resource "aws_sfn_state_machine" "doubled" {
  definition = <<-EOF
    {"States": {"A": 1,
      "A": 2}}
  EOF
}
resource "aws_sfn_state_machine" "quoted" {
  definition = "{\"States\": {\"A\": 1}}"
}
resource "aws_sfn_state_machine" "template" {
  definition = templatefile("flow.tftpl", {})
}
`)
	machines, err := load.Path(main)
	const fault = "invalid character '$' looking for beginning of value\n  on main.tf:22:12, in state machine indented"
	if err == nil || !strings.Contains(strings.ReplaceAll(err.Error(), dir+string(filepath.Separator), ""), fault) {
		t.Errorf("got  %v\nwant %s", err, fault)
	}
	byName := map[string]load.Machine{}
	for _, m := range machines {
		byName[m.Name] = m
	}
	for _, c := range []struct{ name, pointer, want string }{
		{"encoded", "", "main.tf:3:27"}, {"encoded", "/States/A", "main.tf:4:16"}, {"encoded", "/States/B", "main.tf:5:7"},
		{"encoded", "/States/B/0", "main.tf:6:9"}, {"encoded", "/States/B/0/none", "main.tf:6:9"},
		{"heredoc", "/States", "main.tf:11:2"}, {"heredoc", "/States/Ä", "main.tf:11:13"}, {"heredoc", "/States/B", "main.tf:11:28"},
		{"heredoc", "/States/C", "main.tf:13:7"}, {"heredoc", "/States/D", "main.tf:14:4"}, {"heredoc", "/States/D/0", "main.tf:14:10"},
		{"doubled", "/States", "main.tf:28:6"}, {"doubled", "/States/A", "main.tf:29:7"},
		{"quoted", "/States/A", "main.tf:33:16"},
		{"template", "/States/A", "flow.tftpl:2:3"}, {"template", "/States/B", "flow.tftpl:3:14"},
	} {
		m, ok := byName[c.name]
		if !ok {
			t.Fatalf("%s is not read", c.name)
		}
		p, _ := m.Document.Source.PlaceOf(c.pointer)
		p.File = filepath.Base(p.File)
		if got := p.String(); got != c.want {
			t.Errorf("%s %s is on %s, want %s", c.name, c.pointer, got, c.want)
		}
	}
	problems := byName["doubled"].Document.Problems
	if len(problems) != 1 || problems[0].Place.Line != 29 || problems[0].Related[0].Place.Line != 28 {
		t.Errorf("a key that comes twice: %+v", problems)
	}
}

// TestTerraformNesting gives texts that would use up the stack or the time of who reads them without care.
func TestTerraformNesting(t *testing.T) {
	const before = "resource \"aws_sfn_state_machine\" \"m\" {\n definition = "
	for _, c := range []struct{ before, again, after, want string }{
		{before, "[", "", "nested deeper than 1000 levels"},
		{before + "jsonencode({a = ", "{a = ", "", "nested deeper than 1000 levels"},
		{before, "f(", "", "nested deeper than 1000 levels"},
		{before, `"${`, "", "nested deeper than 1000 levels"},
		{before, "(}", "", "nested deeper than 1000 levels"},
		{"", "a {\n", "", "nested deeper than 1000 levels"},
		{before, "!", "x\n}\n", "more than 10000 operators"},
		{before, "-", "1\n}\n", "more than 10000 operators"},
		{before, "a ? b : ", "c\n}\n", "more than 10000 operators"},
		{before + "a", "[*]", "\n}\n", "more than 10000 operators"},
		{before + "a", "::a", "()\n}\n", "more than 10000 operators"},
		{before + "\"", "%{if a}", "\"\n}\n", "more than 10000 operators"},
		{before + "<<E\n", "a\n", "E\n}\n", "a text has too many lines"},
		{before, "\x00", "\n}\n", "not readable as Terraform"},
		{before + "x", "[0]", "\n}\n", "known only at deployment"},
	} {
		_, err := load.Text("main.tf", []byte(c.before+strings.Repeat(c.again, 30_000)+c.after))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("30,000 %q: got %.200v, want %s", c.again, err, c.want)
			continue
		}
		if n := len(err.Error()); n > 1_000_000 {
			t.Errorf("30,000 %q: the error has %d bytes", c.again, n)
		}
	}
	fine := before + "jsonencode({StartAt = \"A\", States = " + strings.Repeat("[", 900) + strings.Repeat("]", 900) + "})\n}\n"
	if machines, err := load.Text("main.tf", []byte(fine)); err != nil || len(machines) != 1 {
		t.Errorf("900 levels: %v", err)
	}
}
