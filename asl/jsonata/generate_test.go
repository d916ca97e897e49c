package jsonata_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// documents are the inputs of the differential tests.
var documents = []string{
	`{"Account":{"Account Name":"Firefly","Order":[
		{"OrderID":"order103","Product":[
			{"Product Name":"Bowler Hat","ProductID":858383,"SKU":"0406654608","Description":{"Colour":"Purple","Width":300,"Height":200,"Weight":0.75},"Price":34.45,"Quantity":2},
			{"Product Name":"Trilby hat","ProductID":858236,"SKU":"0406634348","Description":{"Colour":"Orange","Width":300,"Weight":0.6},"Price":21.67,"Quantity":1}]},
		{"OrderID":"order104","Product":[
			{"Product Name":"Bowler Hat","ProductID":858383,"SKU":"040657863","Description":{"Colour":"Purple","Width":300,"Height":200,"Weight":0.75},"Price":34.45,"Quantity":4},
			{"ProductID":345664,"SKU":"0406654603","Product Name":"Cloak","Description":{"Colour":"Black","Width":30,"Height":20,"Weight":2},"Price":107.99,"Quantity":1}]}]},
		"a":1,"b":"text","c":[1,2,3],"d":{"x":1,"y":{"z":[{"w":1},{"w":[2,3]}]}},"e":null,"f":true,"g":[],"h":{},"one":[{"k":"v"}],"nested":[[1,[2]],[3]],
		"s":["b","a","C","a"],"2":"two","1":"one","mixed":[1,"a",null,true,{"x":5},[6]]}`,
	`{"states":{"input":{"orderId":"A-17","customer":{"name":"Zoë","email":"zoe@example.com","tags":["gold","new"]},
		"items":[{"sku":"x1","qty":2,"price":9.5,"opts":[]},{"sku":"x2","qty":1,"price":100,"opts":[{"n":1}]},{"sku":"x3","qty":10,"price":0.333,"opts":[{"n":2},{"n":3}]}],
		"total":122.33,"approved":false,"date":"2024-02-29T12:30:45.678Z","note":null,"single":[{"items":[{"id":7}]}]},
		"result":{"StatusCode":200,"Payload":{"ok":true,"list":[3,1,2],"text":"a,b;c"}},
		"context":{"Execution":{"Name":"run-1","StartTime":"2024-01-01T00:00:00Z"},"State":{"RetryCount":0}}},
		"a":"str","b":12.5,"c":["p","q"],"d":{"x":[1],"y":{"z":"deep"}},"e":0,"f":"","g":[[]],"h":{"10":"j","9":"i"},"one":[5],"nested":[[[1]]],"s":"a-b-c","mixed":[[],{},""]}`,
	`[{"a":1,"b":"x","c":[{"w":1}],"d":{"x":2}},{"a":2,"b":"y","c":[{"w":2},{"w":3}],"d":{"x":[3,4]}},{"b":"z","a":3,"e":null}]`,
	`{"a":-1.5,"b":"ünï 😀 text","c":[3,1,2,1],"d":{"x":"2","y":{"z":1}},"e":1e21,"f":0.1,"g":"0x1F","s":"The Quick  brown fox","one":[[1,2]],"nested":{"a":{"a":{"a":1}}},"mixed":[1,2.5,-3,1e-7]}`,
}

// generator makes random expressions that are mostly meaningful.
type generator struct {
	*rand.Rand
	vars []string
}

func (g *generator) pick(options ...string) string { return options[g.IntN(len(options))] }

// expr makes an expression of a kind: n number, s string, b boolean, a array, o object, f function, x anything.
func (g *generator) expr(kind byte, depth int) string {
	if depth <= 0 {
		return g.leaf(kind)
	}
	if g.IntN(40) == 0 {
		kind = "nsbaox"[g.IntN(6)]
	}
	switch kind {
	case 'n':
		return g.num(depth - 1)
	case 's':
		return g.str(depth - 1)
	case 'b':
		return g.boolean(depth - 1)
	case 'a':
		return g.arr(depth - 1)
	case 'o':
		return g.obj(depth - 1)
	case 'f':
		return g.fn(depth - 1)
	}
	return g.anything(depth - 1)
}

func (g *generator) leaf(kind byte) string {
	if len(g.vars) > 0 && g.IntN(4) == 0 {
		return "$" + g.vars[g.IntN(len(g.vars))]
	}
	switch kind {
	case 'n':
		return g.pick("0", "1", "2", "-1", "3.5", "10", "100", "0.1", "a", "b", "d.x", "e", "states.input.total", "1e3", "-2.5", "$count(c)")
	case 's':
		return g.pick(`"x"`, `"abc"`, `""`, `"a-b"`, `'Hello World'`, "b", "s", `"1.5"`, "states.input.orderId", `"2024-02-29"`, `"é😀"`, "states.input.customer.name")
	case 'b':
		return g.pick("true", "false", "f", "states.input.approved", "a = 1", "$exists(q)")
	case 'a':
		return g.pick("c", "[1,2,3]", "[]", "s", "g", "one", "nested", "mixed", "Account.Order", "states.input.items", "[1..5]", `["b","a"]`, "Account.Order.Product", "c[]", "*")
	case 'o':
		return g.pick("d", "h", `{"a":1}`, "{}", "Account", "states.input", "states.input.customer", "$", "$$", `{"b":2,"1":3}`, "d.y", "Account.Order[0]")
	case 'f':
		return g.pick("$string", "$uppercase", "$sum", "$length", "$number", "$not", "$boolean", "$count")
	}
	return g.pick("$", "a", "b", "c", "d", "null", "missing", "*", "**", "%", "$$", "e", "true", "one", "`Account Name`", "mixed", `"t"`, "5", "d.y.z", "Account.Order.Product.Price")
}

func (g *generator) num(d int) string {
	e := func(k byte) string { return g.expr(k, d) }
	switch g.IntN(17) {
	case 0, 1, 2:
		return fmt.Sprintf("(%s %s %s)", e('n'), g.pick("+", "-", "*", "/", "%"), e('n'))
	case 3:
		return fmt.Sprintf("$%s(%s)", g.pick("sum", "max", "min", "average", "count"), e('a'))
	case 4:
		return fmt.Sprintf("$%s(%s)", g.pick("abs", "floor", "ceil", "sqrt", "round"), e('n'))
	case 5:
		return fmt.Sprintf("$round(%s, %s)", e('n'), g.pick("0", "1", "2", "-1", "-2", "3"))
	case 6:
		return fmt.Sprintf("$power(%s, %s)", e('n'), g.pick("0", "1", "2", "-1", "0.5", "3"))
	case 7:
		return fmt.Sprintf("$length(%s)", e('s'))
	case 8:
		return fmt.Sprintf("$number(%s)", e(g.kind("snb")))
	case 9:
		return "-" + e('n')
	case 10:
		return fmt.Sprintf("%s[%s]", e('a'), g.pick("0", "-1", "1", "2", "1.5"))
	case 11:
		return fmt.Sprintf("(%s ? %s : %s)", e('b'), e('n'), e('n'))
	case 12:
		return fmt.Sprintf("$reduce(%s, function($i,$j){$i %s $j}%s)", e('a'), g.pick("+", "*", "-", "&"), g.pick("", ", 0", ", 1"))
	case 13:
		return fmt.Sprintf("$parseInteger(%s, %s)", g.pick(`"12"`, `"1,234"`, `"XIV"`, `"twelve"`, `"ab"`, `"3rd"`), g.pick("'0'", "'#,##0'", "'I'", "'w'", "'a'", "'0;o'", "'A'"))
	case 14:
		return fmt.Sprintf("$toMillis(%s%s)", g.pick(`"2024-02-29T12:30:45.678Z"`, `"2024-02-29"`, `"2024"`, `"2018-05-01T10:00:00+01:00"`, `"x"`, "states.input.date", `"12/31/2018"`),
			g.pick("", "", ", '[M]/[D]/[Y]'", ", '[Y0001]-[M01]-[D01]'", ", '[Y]-[M]'"))
	default:
		return g.leaf('n')
	}
}

func (g *generator) kind(kinds string) byte { return kinds[g.IntN(len(kinds))] }

func (g *generator) str(d int) string {
	e := func(k byte) string { return g.expr(k, d) }
	switch g.IntN(24) {
	case 0, 1:
		return fmt.Sprintf("(%s & %s)", e(g.kind("snbax")), e(g.kind("snbox")))
	case 2:
		return fmt.Sprintf("$string(%s%s)", e('x'), g.pick("", "", ", true"))
	case 3:
		return fmt.Sprintf("$substring(%s, %s%s)", e('s'), g.pick("0", "1", "-2", "3", "1.7", "-10"), g.pick("", ", 1", ", 2", ", 0", ", -1", ", 10"))
	case 4:
		return fmt.Sprintf("$%s(%s, %s)", g.pick("substringBefore", "substringAfter"), e('s'), g.pick(`"-"`, `"o"`, `" "`, `""`, "e"))
	case 5:
		return fmt.Sprintf("$%s(%s)", g.pick("uppercase", "lowercase", "trim", "base64encode", "base64decode", "encodeUrlComponent", "encodeUrl", "decodeUrl", "decodeUrlComponent"), e('s'))
	case 6:
		return fmt.Sprintf("$pad(%s, %s%s)", e('s'), g.pick("5", "-5", "10", "-10", "0"), g.pick("", `, "*"`, `, "ab"`, `, ""`))
	case 7:
		return fmt.Sprintf("$join(%s%s)", e('a'), g.pick("", `, ","`, `, "-"`))
	case 8:
		limit := g.pick("", "", ", 1", ", 0", ", 2")
		if g.IntN(4) == 0 {
			return fmt.Sprintf("$replace(%s, %s, %s%s)", e('s'), g.pick("/a/", "/[a-z]+/", `/(\w)(\w)/`, "/(b)|(a)/"),
				g.pick("function($m){$m.match & '!'}", "function($m){$m.groups[0]}", "$string", "function($m){$m.start}"), limit)
		}
		return fmt.Sprintf("$replace(%s, %s, %s%s)", e('s'), g.regexOrText(), g.pick(`"_"`, `""`, `"[$1$0]"`, `"$$"`), limit)
	case 9:
		return fmt.Sprintf("$formatNumber(%s, %s)", e('n'), g.pick(`"#,##0.00"`, `"0"`, `"00.0"`, `"#0.###"`, `"#,##0.00;(#,##0.00)"`, `"01%"`, `"#.##"`, `"9,999.99"`, `"0.00‰"`, `"$#0.0"`, `"#,###,00.0"`, `"0.000,0"`))
	case 10:
		if g.IntN(6) == 0 { // the reference never ends for zero and negative numbers
			return fmt.Sprintf("$formatNumber(%s, %s)", g.pick("1234.5", "0.00012", "1", "99999"), g.pick(`"0.0e0"`, `"00.000e00"`, `"#.##e0"`))
		}
		return fmt.Sprintf("$formatInteger(%s, %s)", e('n'), g.pick(`"0"`, `"000"`, `"#,##0"`, `"I"`, `"i"`, `"w"`, `"W"`, `"Ww"`, `"A"`, `"a"`, `"w;o"`, `"0;o"`, `"##,##,##0"`, `"#:##0,00"`))
	case 11:
		return fmt.Sprintf("$formatBase(%s%s)", e('n'), g.pick("", ", 2", ", 16", ", 36", ", 1"))
	case 12:
		return fmt.Sprintf("$fromMillis(%s%s)", g.pick("0", "1519921845678", "-1", "1709209845678", "1e12", e('n')), g.pick("", "", ", '[Y]-[M01]-[D01]'", ", '[H]:[m]:[s]'",
			", '[FNn], [D1o] [MNn] [Y]'", ", '[h]:[m] [P]'", ", '[W] [w] [X] [x] [d]'", ", '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01][Z]', '+0530'", ", '[MN,*-3] [F] [FNn,3-3] [f001]'", ", '[z]', '-0500'", ", '[Dw] [YI]'", ", '[[x]] [Y,2-2]'"))
	case 13:
		return fmt.Sprintf("$type(%s)", e('x'))
	case 14:
		return fmt.Sprintf("(%s ? %s : %s)", e('b'), e('s'), e('s'))
	case 15:
		return fmt.Sprintf("%s ~> $%s", e('s'), g.pick("uppercase", "lowercase", "trim", "length", "string", `contains("a")`, "substring(1)", `split("-")`))
	case 16:
		return fmt.Sprintf("%s[%s]", e('a'), e('n'))
	default:
		return g.leaf('s')
	}
}

func (g *generator) regexOrText() string {
	return g.pick(`"a"`, `"-"`, `" "`, `""`, "/a/", "/[a-z]+/", "/o/i", `/(\w)(\w)/`, `/\s+/`, "/(b)|(a)/", "/x*/", `/^./`, `/(?=o)/`, `/\d+/`, "/[^,;]+/", `/(l)\1/`, `/e$/m`)
}

func (g *generator) boolean(d int) string {
	e := func(k byte) string { return g.expr(k, d) }
	switch g.IntN(13) {
	case 0, 1:
		return fmt.Sprintf("(%s %s %s)", e('x'), g.pick("=", "!="), e('x'))
	case 2, 3:
		return fmt.Sprintf("(%s %s %s)", e('n'), g.pick("<", "<=", ">", ">=", "="), e('n'))
	case 4:
		return fmt.Sprintf("(%s %s %s)", e('s'), g.pick("<", "<=", ">", ">=", "="), e('s'))
	case 5:
		return fmt.Sprintf("(%s %s %s)", e(g.kind("bx")), g.pick("and", "or"), e(g.kind("bx")))
	case 6:
		return fmt.Sprintf("(%s in %s)", e(g.kind("nsx")), e('a'))
	case 7:
		return fmt.Sprintf("$%s(%s)", g.pick("not", "boolean", "exists"), e('x'))
	case 8:
		return fmt.Sprintf("$contains(%s, %s)", e('s'), g.regexOrText())
	case 9:
		return fmt.Sprintf("(%s ? %s : %s)", e('x'), e('b'), e('b'))
	default:
		return g.leaf('b')
	}
}

func (g *generator) with(names ...string) func() {
	old := g.vars
	g.vars = append(append([]string(nil), old...), names...)
	return func() { g.vars = old }
}

func (g *generator) lambda(d int, kind byte, params ...string) string {
	restore := g.with(params...)
	defer restore()
	return fmt.Sprintf("function($%s){%s}", strings.Join(params, ", $"), g.expr(kind, d))
}

func (g *generator) fn(d int) string {
	switch g.IntN(6) {
	case 0:
		return g.lambda(d, 'x', "v", "i", "w")
	case 1:
		return g.lambda(d, 'n', "v", "i")
	case 2:
		return g.lambda(d, 'b', "v")
	case 3:
		return g.pick("$append(?, 1)", "$lookup(?, 'x')", "function($a, $b){[$a, $b]}(?, 1)", "function($a, $b){$b}(1, ?)")
	case 4:
		return "(" + g.leaf('f') + " ~> " + g.leaf('f') + ")"
	}
	return g.leaf('f')
}

func (g *generator) arr(d int) string {
	e := func(k byte) string { return g.expr(k, d) }
	switch g.IntN(24) {
	case 0, 1:
		return fmt.Sprintf("[%s, %s]", e('x'), e('x'))
	case 2:
		return fmt.Sprintf("[%s..%s]", g.pick("0", "1", "-1", "a"), g.pick("0", "3", "1", "-2", "$count(c)"))
	case 3:
		return fmt.Sprintf("$map(%s, %s)", e('a'), e('f'))
	case 4:
		return fmt.Sprintf("$filter(%s, %s)", e('a'), g.lambda(d, 'b', "v", "i"))
	case 5:
		return fmt.Sprintf("$append(%s, %s)", e(g.kind("anx")), e(g.kind("aox")))
	case 6:
		return fmt.Sprintf("$%s(%s)", g.pick("reverse", "distinct", "sort"), e('a'))
	case 7:
		return fmt.Sprintf("$sort(%s, function($l,$r){%s})", e('a'), g.pick("$l > $r", "$l < $r", "$l.a > $r.a", "$l.Price < $r.Price", "$string($l) > $string($r)"))
	case 8:
		return fmt.Sprintf("$zip(%s, %s)", e('a'), e('a'))
	case 9:
		return fmt.Sprintf("$keys(%s)", e(g.kind("oax")))
	case 10:
		return fmt.Sprintf("$spread(%s)", e(g.kind("oax")))
	case 11:
		return fmt.Sprintf("$each(%s, function($v,$k){%s})", e('o'), g.pick("$k & ':' & $string($v)", "$k", "$v", "$type($v)", "{$k: $v}", "[$v]"))
	case 12:
		return fmt.Sprintf("$split(%s, %s%s)", e('s'), g.regexOrText(), g.pick("", "", ", 2", ", 0"))
	case 13:
		return fmt.Sprintf("$match(%s, %s%s)", e('s'), g.pick("/a/", "/[a-z]+/", "/o/i", `/(\w)(\w)/`, `/\s+/`, "/(b)|(a)/", "/./", `/(?<!l)o/`), g.pick("", "", ", 1", ", 0"))
	case 14, 15, 16:
		return g.path(d)
	case 17:
		return fmt.Sprintf("%s[]", e('a'))
	case 18:
		return fmt.Sprintf("%s[[%s]]", e('a'), g.pick("0..1", "0", "1,2", "-1", "0,0"))
	case 19:
		return fmt.Sprintf("%s^(%s)", e('a'), g.pick("$", ">$", "a", ">Price", "<Quantity, >Price", "$.b", "$string($)", "Price", "qty"))
	case 20:
		return fmt.Sprintf("(%s).%s", e('a'), e('x'))
	case 21:
		return fmt.Sprintf("%s.[%s]", e('a'), e('x'))
	default:
		return g.leaf('a')
	}
}

// path makes a location with everything that can hang on a step.
func (g *generator) path(d int) string {
	var b strings.Builder
	b.WriteString(g.pick("Account.Order", "Account", "states.input.items", "states.input", "$", "d", "c", "one", "states.input.single", "mixed", "nested", "$$", "Account.Order.Product", "s", "(a)", "**", "states.*"))
	for range 1 + g.IntN(4) {
		switch g.IntN(22) {
		case 0, 1, 2, 3, 4:
			b.WriteString("." + g.pick("Product", "Price", "Description", "Quantity", "OrderID", "items", "sku", "qty", "opts", "n", "x", "y", "z", "w", "k", "id", "Colour", "`Product Name`", "a", "b"))
		case 5:
			b.WriteString("." + g.pick("*", "**", "%", "%.OrderID", "$", "%.%"))
		case 6, 7:
			b.WriteString("[" + g.pick("0", "-1", "1", "Price > 30", "qty > 1", "$ > 1", "a = 1", "Quantity", "x", "true", "$exists(x)", "%.OrderID = 'order103'", g.expr('b', d), g.expr('n', d)) + "]")
		case 8:
			b.WriteString("[]")
		case 9:
			b.WriteString("#$i" + g.pick("", "[$i = 0]", "[$i < 2]", ".$i", ".{'i': $i, 'v': $}", ".[$i, $]", "[1]"))
		case 10:
			b.WriteString("@$v" + g.pick(".$v", ".{'v': $v}", ".[$v.Price]", "[$v.Price > 30]", ".c", ".$v.Product", ".Account", "[0]"))
		case 11:
			b.WriteString("^(" + g.pick("Price", ">Price", "$", ">$", "qty", "sku", ">Quantity, Price", "%.OrderID", "a") + ")")
		case 12:
			b.WriteString(".(" + g.expr('x', d) + ")")
		case 13:
			b.WriteString(".{" + g.pick("'a': $", "'k': Price", "sku: qty", "$string(ProductID): Price", "`Product Name`: Quantity", "'p': %.OrderID", "'x': x, 'y': y") + "}")
		case 14:
			b.WriteString("." + g.pick("$sum(Price)", "$string()", "$count(c)", "$keys()", "(Price * Quantity)", "$uppercase(sku)", "$length(b)", "$type($)", "$number(x)"))
		case 15:
			b.WriteString(".[" + g.pick("Price", "Price, Quantity", "sku", "$", "x", "a, b") + "]")
		case 16:
			return b.String() + "{" + g.pick("OrderID: Product", "sku: qty", "`Product Name`: Price", "'all': $", "$string($): $", "b: a", "Colour: $sum(Width)", "'n': $count($)") + "}"
		case 17:
			return b.String() + " ~> $" + g.pick("sum", "count", "string", "sort", "reverse", "distinct", "map(function($x){$x})", "filter(function($x){$x > 1})", "keys", "max", "join(',')")
		default:
			b.WriteString("." + g.pick("a", "b", "c", "x", "Price"))
		}
	}
	return b.String()
}

func (g *generator) obj(d int) string {
	e := func(k byte) string { return g.expr(k, d) }
	switch g.IntN(13) {
	case 0, 1, 2:
		return fmt.Sprintf("{%s: %s, %s: %s}", g.pick(`"k"`, `"a"`, `"1"`, e('s')), e('x'), g.pick(`"m"`, `"b"`, `"0"`), e('x'))
	case 3:
		return fmt.Sprintf("$merge([%s, %s])", e('o'), e('o'))
	case 4:
		return fmt.Sprintf("$sift(%s, function($v,$k){%s})", e('o'), g.pick("$k = 'a'", "$type($v) = 'number'", "$v", "true", "$v > 1"))
	case 5:
		return fmt.Sprintf("%s ~> |%s|{%s: %s}%s|", e('o'), g.pick("$", "Order", "Account.Order.Product", "*", "d", "**", "items", "Order.Product"), g.pick(`"new"`, `"Price"`, `"x"`), e('x'), g.pick("", "", ", 'x'", ", ['Price','sku']", ", missing"))
	case 6:
		return fmt.Sprintf("%s{%s: %s}", e('a'), g.pick("$string($)", "'k'", "b", "sku", "OrderID", "$type($)"), e('x'))
	case 7:
		return fmt.Sprintf("$lookup(%s, %s)", e('o'), g.pick(`"x"`, `"a"`, `"items"`, `"Order"`))
	case 8:
		return fmt.Sprintf("$clone(%s)", e('o'))
	case 9:
		return fmt.Sprintf("$single(%s, function($v){%s})", e('a'), g.pick("$v = 1", "$v.sku = 'x1'", "$v.Price > 100", "true", "false"))
	default:
		return g.leaf('o')
	}
}

func (g *generator) anything(d int) string {
	switch g.IntN(19) {
	case 0:
		name := g.pick("x", "y", "t")
		value := g.expr('x', d)
		restore := g.with(name)
		defer restore()
		return fmt.Sprintf("($%s := %s; %s)", name, value, g.expr('x', d))
	case 1:
		name := g.pick("fa", "fb")
		if g.IntN(3) == 0 { // partial application of a built-in function: the reference does not check its arguments
			return g.pick(`($p := $substring(?, 0, 2); $p("xyz"))`, "($p := $append(?, 1); $p(c))", "($p := $power(2, ?); $p(3))",
				`["bar", "foo"].$contains(?, "a")($)`, `["p", "q"] ~> $join(?, "+")`, "d ~> $lookup(?, 'x')", "$map([1, 2], $append(?, 0))", "$map(['ab', 'c'], $substring(?, 1))")
		}
		return fmt.Sprintf("($%s := %s; $%s(%s, %s))", name, g.fn(d), name, g.expr('x', d), g.expr('n', d))
	case 2:
		return fmt.Sprintf("$eval(%s)", g.pick(`"1+1"`, `"a"`, `"["`, `"$sum(c)"`, `"$x"`, g.expr('s', d)))
	case 3:
		return fmt.Sprintf("($f := function($n){$n <= 0 ? %s : $f($n - 1)}; $f(%s))", g.expr('x', d), g.pick("0", "3", "20"))
	case 4:
		return fmt.Sprintf("(%s)[%s]", g.expr('a', d), g.expr('x', d))
	case 5:
		return fmt.Sprintf("%s(%s)", g.lambda(d, 'x', "p"), g.expr('x', d))
	case 6:
		return fmt.Sprintf("function($p)%s{$p}(%s)", g.pick("<s:x>", "<n:n>", "<a:a>", "<a<n>:n>", "<(sn):x>", "<x?:x>", "<o:o>", "<s-:s>"), g.expr('x', d))
	case 7:
		return fmt.Sprintf("$%s(%s)", g.pick("error", "assert"), g.expr('x', d))
	}
	return g.expr("nsbaoaao"[g.IntN(8)], d)
}
