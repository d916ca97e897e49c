package diff

import "strings"

// Markdown writes the difference as GitHub Flavored Markdown for a comment on a pull request: a
// summary and a table with a row for each state. Names and values cannot break out of it.
func (d *Diff) Markdown() string {
	var b strings.Builder
	b.WriteString("**" + d.Summary() + "**\n")
	if d.Empty() {
		return b.String()
	}
	b.WriteString("\n| | State | Changes |\n| --- | --- | --- |\n")
	for _, g := range d.groups() {
		b.WriteString("| " + markdownSign[g.sign] + " | " + markdownName(g) + " | " + markdownLines(g.lines) + " |\n")
	}
	return b.String()
}

var markdownSign = map[string]string{"+": "🟢 added", "-": "🔴 removed", "~": "🔵 changed"}

func markdownName(g *group) string {
	text := "**" + escape(oneLine(g.name)) + "**"
	if g.what != "" {
		text += "<br>" + escape(oneLine(g.what))
	}
	text += g.insideText()
	if g.in != "" {
		text += "<br>in " + escape(oneLine(g.in))
	}
	return text
}

func markdownLines(lines []line) string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = strings.ReplaceAll(l.sign, "-", "−") + " " + code(l.text)
	}
	return strings.Join(out, "<br>")
}

// code makes a code span that holds in a table cell, with a fence longer than any inside it.
func code(text string) string {
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if len(fence) > 1 {
		text = " " + text + " "
	}
	return fence + strings.ReplaceAll(text, "|", `\|`) + fence
}

var escaper = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;", "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, `\`, `\\`,
	"@", "@<!-- -->", "#", `\#`, "~", `\~`, "!", `\!`, "$", "&#36;",
)

func escape(text string) string { return escaper.Replace(text) }
