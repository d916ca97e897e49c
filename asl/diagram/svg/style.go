package svg

import "strings"

// style is the sheet of a picture. Rules are plain and stand in a media query again for dark, without
// variables, which other programs than browsers do not know. All begin with .sfn, because a style
// reaches the whole page that a picture is put into.
func style(theme Theme) string {
	switch theme {
	case Light:
		return prefix(baseRules) + prefix(lightRules)
	case Dark:
		return prefix(baseRules) + prefix(darkRules)
	}
	return prefix(baseRules) + prefix(lightRules) + "@media (prefers-color-scheme:dark){" + prefix(darkRules) + "}"
}

// Style returns the rules of a theme, for pages that let the reader switch: each selector stands
// behind the scope given, such as `html[data-theme="dark"] `.
func Style(theme Theme, scope string) string {
	rules := lightRules
	if theme == Dark {
		rules = darkRules
	}
	return prefixWith(rules, scope+".sfn ")
}

func prefix(rules string) string { return prefixWith(rules, ".sfn ") }

// prefixWith puts every rule behind a selector. A line is one rule.
func prefixWith(rules, selector string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(strings.TrimSpace(rules), "\n") {
		selectors, body, _ := strings.Cut(line, "{")
		for i, s := range strings.Split(selectors, ",") {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(selector + strings.TrimSpace(s))
		}
		b.WriteString("{" + body + "\n")
	}
	return b.String()
}

// Lines that stand back have paler colours: where transparent ones run together, they would stand out.

// Rules of layout and of what is the same in both themes.
const baseRules = `
text{font-family:Arial,Helvetica,"Liberation Sans",sans-serif;font-size:11px}
.name{font-size:13px;font-weight:700}
.title{font-size:15px;font-weight:700}
.heading{font-size:13px;font-weight:700}
.chip text{font-size:10.5px;text-anchor:middle}
.chip.sign text{text-anchor:start}
.pill text,.edge-label text,.tile text{text-anchor:middle}
.edge-label.default text{font-style:italic}
.lane-title{font-style:italic}
.box{stroke-width:1.2}
.container .box{stroke-width:1.2;stroke-dasharray:6 4}
.lane{stroke-width:1}
.missing .box{stroke-dasharray:4 3}
.line{fill:none;stroke-width:1.5}
.catch .line{stroke-dasharray:5 4}
.tile text{fill:#fff;font-weight:700}
.glyph path,.glyph circle,.glyph rect{fill:none;stroke:#fff;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.chip.sign path{fill:none;stroke-width:1.3}
.compute{fill:#bb5900}
.database{fill:#c624ce}
.storage{fill:#607f11}
.integration{fill:#e01477}
.analytics,.network{fill:#894df9}
.learning{fill:#00846f}
.other{fill:#5a6b86}
.choice-tile{fill:#966d09}
.pass-tile{fill:#687078}
.wait-tile{fill:#4d72aa}
.succeed-tile{fill:#1d8102}
.fail-tile,.missing-tile{fill:#d13212}
.group-tile{fill:#5a6b86}
.mark path,.mark rect{fill:none;stroke:#fff;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.mark .stop{fill:#fff;stroke:none}
.is-good .mark circle,.mark.is-good circle{fill:#1d8102}
.is-warn .mark circle,.mark.is-warn circle{fill:#a56600}
.is-bad .mark circle,.mark.is-bad circle{fill:#d13212}
.is-busy .mark circle,.mark.is-busy circle{fill:#0073bb}
.is-stopped .mark circle,.mark.is-stopped circle{fill:#5f6b7a}
.is-good .box,.is-warn .box,.is-bad .box,.is-busy .box,.is-stopped .box{stroke-width:2.2}
.is-good .line,.is-warn .line,.is-busy .line{stroke-width:2.4}
.is-gone .box{stroke-dasharray:5 3}
.is-dotted .box,.is-dotted .line{stroke-dasharray:2 3}
.is-gone .line{stroke-dasharray:2 3}
.is-gone .name{text-decoration:line-through}
.node.is-faint{opacity:.45}
.node.is-same{opacity:.62}
.label.is-faint text,.label.is-same text{opacity:.55}
.label.is-faint rect,.label.is-same rect{stroke-opacity:.5}
`

const lightRules = `
.canvas{fill:#fff}
text{fill:#545b64}
.name,.title,.heading,.pill text{fill:#16191f}
.box{fill:#fff;stroke:#aab7b8}
.container .box{fill:#5a6b86;fill-opacity:.06;stroke:#7f8fa4}
.lane{fill:#5a6b86;fill-opacity:.035;stroke:#7f8fa4;stroke-opacity:.4}
.pill .box{stroke:#16191f}
.missing .box{stroke:#d13212}
.missing .name{fill:#b02a10}
.line{stroke:#545b64}
.tip{fill:#545b64}
.catch .line{stroke:#d13212}
.catch .tip{fill:#d13212}
.edge.is-faint .line{stroke:#b2b5b9}
.edge.is-faint .tip{fill:#b2b5b9}
.edge.catch.is-faint .line{stroke:#eaa394}
.edge.catch.is-faint .tip{fill:#eaa394}
.edge.is-same .line{stroke:#95999f}
.edge.is-same .tip{fill:#95999f}
.edge.catch.is-same .line{stroke:#e2806c}
.edge.catch.is-same .tip{fill:#e2806c}
.edge-label rect{fill:#fff;stroke:#d5dbdb}
.edge-label text{fill:#2a3340}
.edge-label.catch-label text{fill:#b02a10}
.chip rect{fill:#f2f3f3;stroke:#aab7b8}
.chip text{fill:#3c4550}
.chip.sign path{stroke:#3c4550}
.chip.run rect{fill:#16191f;stroke:#16191f}
.chip.run text{fill:#fff}
.mark circle{stroke:#fff}
.is-good .box{stroke:#1d8102;fill:#f1f9ef}
.is-warn .box{stroke:#a56600;fill:#fff8ea}
.is-bad .box{stroke:#d13212;fill:#fdf1ee}
.is-busy .box{stroke:#0073bb;fill:#eef6fc}
.is-stopped .box{stroke:#5f6b7a;fill:#f2f3f3}
.is-good .line{stroke:#1d8102}
.is-good .tip{fill:#1d8102}
.is-warn .line{stroke:#a56600}
.is-warn .tip{fill:#a56600}
.is-bad .line{stroke:#d13212}
.is-bad .tip{fill:#d13212}
.is-busy .line{stroke:#0073bb}
.is-busy .tip{fill:#0073bb}
.is-good .edge-label rect{stroke:#1d8102}
.is-warn .edge-label rect{stroke:#a56600}
.is-bad .edge-label rect{stroke:#d13212}
.is-busy .edge-label rect{stroke:#0073bb}
`

const darkRules = `
.canvas{fill:#0f141a}
text{fill:#a9b4c0}
.name,.title,.heading,.pill text{fill:#ebeef1}
.box{fill:#1a222c;stroke:#5f6f80}
.container .box{fill:#8fa5c4;fill-opacity:.07;stroke:#7488a0}
.lane{fill:#8fa5c4;fill-opacity:.04;stroke:#7488a0;stroke-opacity:.45}
.pill .box{stroke:#c6ced6}
.missing .box{stroke:#ff6b55}
.missing .name{fill:#ff8a78}
.line{stroke:#95a3b1}
.tip{fill:#95a3b1}
.catch .line{stroke:#ff6b55}
.catch .tip{fill:#ff6b55}
.edge.is-faint .line{stroke:#4b545e}
.edge.is-faint .tip{fill:#4b545e}
.edge.catch.is-faint .line{stroke:#7b3b35}
.edge.catch.is-faint .tip{fill:#7b3b35}
.edge.is-same .line{stroke:#626d78}
.edge.is-same .tip{fill:#626d78}
.edge.catch.is-same .line{stroke:#a44a3f}
.edge.catch.is-same .tip{fill:#a44a3f}
.edge-label rect{fill:#0f141a;stroke:#414d5a}
.edge-label text{fill:#ccd5dd}
.edge-label.catch-label text{fill:#ff9382}
.chip rect{fill:#2a3541;stroke:#5f6f80}
.chip text{fill:#d3dae0}
.chip.sign path{stroke:#d3dae0}
.chip.run rect{fill:#ebeef1;stroke:#ebeef1}
.chip.run text{fill:#16191f}
.mark circle{stroke:#0f141a}
.is-good .box{stroke:#4cb82e;fill:#142618}
.is-warn .box{stroke:#e2a030;fill:#2a2110}
.is-bad .box{stroke:#ff6b55;fill:#2e1815}
.is-busy .box{stroke:#4aa8f0;fill:#11222f}
.is-stopped .box{stroke:#9aa7b4;fill:#20272e}
.is-good .line{stroke:#4cb82e}
.is-good .tip{fill:#4cb82e}
.is-warn .line{stroke:#e2a030}
.is-warn .tip{fill:#e2a030}
.is-bad .line{stroke:#ff6b55}
.is-bad .tip{fill:#ff6b55}
.is-busy .line{stroke:#4aa8f0}
.is-busy .tip{fill:#4aa8f0}
.is-good .edge-label rect{stroke:#4cb82e}
.is-warn .edge-label rect{stroke:#e2a030}
.is-bad .edge-label rect{stroke:#ff6b55}
.is-busy .edge-label rect{stroke:#4aa8f0}
`
