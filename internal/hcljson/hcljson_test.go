package hcljson_test

import (
	"testing"

	"github.com/stepwise-go/stepwise/internal/hcljson"
	"github.com/stepwise-go/stepwise/ordjson"
)

func TestDecode(t *testing.T) {
	for text, want := range map[string]string{
		`{ A = 1, "b c": "x\n\"${var.y["k"]}\" $${z}" }, more`:                                                     `{"A":1,"b c":"x\n\"${var.y.k}\" ${z}"}`,
		"{\n  # a comment\n  A = true // another\n  B = [1, -2.5, null,\n]\n /* and\n one */ \"P.$\" = \"$.x\"\n}": `{"A":true,"B":[1,-2.5,null],"P.$":"$.x"}`,
		"{\n A = aws_lambda_function.f[\"a\"].arn\n B = var.x ? {\n a = 1 } : null\n (local.k) = 3\n}":             `{"A":"${aws_lambda_function.f.a.arn}","B":"${var.x.a.1.:.null}","${local.k}":3}`,
		"{ A = [for x in var.l : x.id], B = merge({a = 1}, local.b), C = 1 + 2 }":                                  `{"A":"${for.x.in.var.l.:.x.id}","B":"${merge.a.1.local.b}","C":"${1.2}"}`,
		"{ A = <<-EOT\n   one ${x}\n   two\n  EOT\n  B = \"\\u00e9\" }":                                            `{"A":"   one ${x}\n   two\n","B":"é"}`,
		"{ A = var.a ==\n  var.b ? 1 :\n  2\n  B = 1 }":                                                            `{"A":"${var.a.var.b.1.:.2}","B":1}`,
		"local.definition\n}": `"${local.definition}"`,
	} {
		v, _, err := hcljson.Decode(text)
		if err != nil || ordjson.String(v) != want {
			t.Errorf("%s\ngot  %s, %v\nwant %s", text, ordjson.String(v), err, want)
		}
	}
}

func TestTemplate(t *testing.T) {
	const text = `{"A": "${f["x"].arn}", "B": ${jsonencode({a = "}"})}, "C": "${d}", "D": "$.x", "E": "${open`
	const want = `{"A": "${f.x.arn}", "B": ${jsonencode.a}, "C": "${d}", "D": "$.x", "E": "${open}`
	if got := hcljson.Template(text); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestErrors(t *testing.T) {
	for _, text := range []string{"", "{", `{A 1}`, `{A = "x}`, "{A = <<E\n", "{= 1}", "[\"a\nb\"]", "{A = }"} {
		if v, _, err := hcljson.Decode(text); err == nil {
			t.Errorf("%q was read: %s", text, ordjson.String(v))
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"{A = 1}", `[for x in y : "${x}"]`, "{A = <<E\nE\n}", `{(a) = "\u12"}`, "a(\"b\")\n", "{A = 1 /*"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, n, err := hcljson.Decode(text)
		if n < 0 || n > len(text) {
			t.Errorf("length %d of %d", n, len(text))
		}
		if err == nil {
			_ = ordjson.String(v)
		}
	})
}
