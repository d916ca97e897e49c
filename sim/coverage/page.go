package coverage

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"os"
	"path/filepath"
	"strings"
)

const pageStyle = `:root{color-scheme:light dark;--hit:#1a7f37;--miss:#cf222e;--line:#8884}
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}
h1{font-size:1.4rem;margin:0}p{margin:.2rem 0 1rem}figure{margin:1rem 0;overflow-x:auto}
.bar{height:.6rem;background:var(--miss);border-radius:.3rem;overflow:hidden}.bar i{display:block;height:100%;background:var(--hit)}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.25rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
td.n,th:last-child{text-align:right;font-variant-numeric:tabular-nums}tr.miss td{color:var(--miss)}tr.miss td:first-child::before{content:"✗ "}tr.hit td:first-child::before{content:"✓ ";color:var(--hit)}
@media(prefers-color-scheme:dark){:root{--hit:#3fb950;--miss:#f85149}}`

// WriteHTML writes a page of its own, without scripts, that lists what was exercised and how often, and what
// was not. The picture is put above the list as it is; it may be "". This package does not draw, so give it
//
//	svg.Render(profile, svg.Options{Overlay: profile.Overlay()})
func (p *Profile) WriteHTML(w io.Writer, picture string) error {
	var b bytes.Buffer
	points := p.Points()
	name, percent := html.EscapeString(p.Name), p.Percent()
	fmt.Fprintf(&b, "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>%s: %.1f%%</title>\n<style>%s</style>\n", name, percent, pageStyle)
	fmt.Fprintf(&b, "<h1>%s</h1>\n<p>%.1f%% of %d points exercised, %d not</p>\n<div class=\"bar\"><i style=\"width:%.1f%%\"></i></div>\n", name, percent, len(points), len(p.Missed()), percent)
	if picture != "" {
		fmt.Fprintf(&b, "<figure>%s</figure>\n", picture)
	}
	b.WriteString("<table><tr><th>point<th>kind<th>times\n")
	for _, point := range points {
		class := "hit"
		if point.Count == 0 {
			class = "miss"
		}
		fmt.Fprintf(&b, "<tr class=\"%s\" id=\"%s\"><td>%s<td>%s<td class=\"n\">%d\n", class, html.EscapeString(point.Pointer), html.EscapeString(point.What), point.Kind, point.Count)
	}
	b.WriteString("</table>\n</html>\n")
	_, err := w.Write(b.Bytes())
	return err
}

func (r Report) writePage(p *Profile) error {
	if err := os.MkdirAll(r.HTML, 0o755); err != nil {
		return err
	}
	picture := ""
	if r.Picture != nil {
		picture = r.Picture(p)
	}
	var page bytes.Buffer
	if err := p.WriteHTML(&page, picture); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(r.HTML, strings.ReplaceAll(p.Name, string(filepath.Separator), "-")+".html"), page.Bytes(), 0o644)
}
