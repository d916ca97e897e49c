package jsonata_test

import (
	"fmt"
	"strings"
)

// picture makes a call of one of the functions that take pictures.
func (g *generator) picture() string {
	switch g.IntN(6) {
	case 0, 1:
		options := ""
		if g.IntN(4) == 0 {
			options = ", " + g.pick(`{"decimal-separator": ",", "grouping-separator": "."}`, `{"zero-digit": "٠"}`, `{"minus-sign": "~"}`,
				`{"percent": "pc"}`, `{"per-mille": "pm"}`, `{"digit": "@"}`, `{"pattern-separator": "|"}`, `{"exponent-separator": "E"}`, `{"zero-digit": "①"}`)
		}
		n := g.number()
		text := g.numberPicture()
		if strings.Contains(text, "e") || strings.Contains(options, `"E"`) { // the reference never ends for zero and negative numbers
			n = g.pick("1", "12345.678", "0.00012", "9.99e20", "1e-9")
		}
		return fmt.Sprintf("$formatNumber(%s, %q%s)", n, text, options)
	case 2:
		return fmt.Sprintf("$formatInteger(%s, %q)", g.pick("0", "1", "4", "11", "12", "13", "21", "99", "100", "101", "1000", "1999", "123456", "-5", "1e6", "1234567890", "3999", "26", "27", "702", "703", "2.5", "1e9", "1e15", fmt.Sprint(g.IntN(5000))), g.integerPicture())
	case 3:
		p := g.integerPicture()
		return fmt.Sprintf("$parseInteger($formatInteger(%s, %q), %q)", g.pick("0", "1", "12", "1999", "123456", "27", "1000000", fmt.Sprint(g.IntN(5000))), p, g.pick(p, p, p, "0", "w", "#,##0"))
	case 4:
		zone := ""
		if g.IntN(3) == 0 {
			zone = ", " + g.pick("'+0530'", "'-0500'", "'+0000'", "'0100'", "'-1130'", "'+14:00'", "'Z'", "''")
		}
		return fmt.Sprintf("$fromMillis(%s, %q%s)", g.millis(), g.datePicture(), zone)
	default:
		p := g.datePicture()
		return fmt.Sprintf("$toMillis($fromMillis(%s, %q), %q)", g.millis(), p, g.pick(p, p, p, p, g.datePicture()))
	}
}

func (g *generator) number() string {
	if g.IntN(2) == 0 {
		return g.pick("0", "1", "-1", "0.5", "1.5", "2.5", "-0.5", "1234.5678", "-1234.5", "1e21", "1e-7", "0.001", "99.995", "123456789", "0.045", "1/3", "1e100")
	}
	return fmt.Sprintf("%d.%0*d", g.IntN(100000)-20000, 1+g.IntN(5), g.IntN(10))
}

func (g *generator) numberPicture() string {
	part := func() string {
		var b strings.Builder
		b.WriteString(g.pick("", "", "", "$", "(", "x", "-", "%", "é"))
		for range g.IntN(6) {
			b.WriteString(g.pick("#", "#", "#,", "##", ",", "0,"))
		}
		b.WriteString(g.pick("0", "0", "00", "0,000", "9", ""))
		if g.IntN(2) == 0 {
			b.WriteString("." + g.pick("0", "00", "0#", "##", "", "000,0", "#0", "0,0"))
		}
		b.WriteString(g.pick("", "", "", "", "e0", "e00", "E0", "e"))
		b.WriteString(g.pick("", "", "", "%", "‰", ")", " x", "%%", "p"))
		return b.String()
	}
	if g.IntN(4) == 0 {
		return part() + ";" + part() + g.pick("", "", "", ";0")
	}
	return part()
}

func (g *generator) integerPicture() string {
	text := g.pick("0", "1", "9", "00", "000", "#,##0", "#0", "##0", "0,0", "1,234", "#,#0", "#.##0", "#,##0.0", "I", "i", "A", "a", "w", "W", "Ww", "٠", "०", "①", "*", "#", "", "0#", "##:##0", "#,###,##0", "000,000", "٠0", "α", "-0", ",0", "0,")
	return text + g.pick("", "", "", ";o", ";c", ";o(-en)", ";c(x)", ";t", ";")
}

func (g *generator) millis() string {
	if g.IntN(3) == 0 {
		return g.pick("0", "-1", "1e12", "1519921845678", "1709209845678", "-62135596800000", "253402300799999", "946684799999", "1230768000000", "1483228799000", "86400000", "1.5", "43200000", "46800000")
	}
	return fmt.Sprint(g.IntN(4_000_000_000_000) - 1_000_000_000_000)
}

func (g *generator) datePicture() string {
	var b strings.Builder
	for range 1 + g.IntN(5) {
		c := g.pick("Y", "Y", "M", "D", "d", "F", "W", "w", "H", "h", "P", "m", "s", "f", "Z", "z", "C", "E", "X", "x", "Y", "M", "D", "H", "m", "s")
		presentation := g.pick("", "", "", "1", "01", "001", "0001", "I", "i", "N", "n", "Nn", "w", "W", "Ww", "A", "a", "0", "#0", "9", "00:00", "1o", "wo", "Wwo", "0t", "t")
		width := g.pick("", "", "", "", ",2", ",*-2", ",2-4", ",3-3", ",1-*", ",*", ",4", ",2-2", ",1-1")
		b.WriteString("[" + g.pick("", "", "", "", " ") + c + presentation + width + "]")
		b.WriteString(g.pick("-", "-", "/", ":", " ", "T", "", ", ", "[[", "]]", ".", "é"))
	}
	return b.String()
}

// join makes a path whose steps bind, look up, sort, filter and group.
func (g *generator) join() string {
	var b strings.Builder
	b.WriteString(g.pick("Account.Order", "Account", "states.input.items", "states.input", "$", "(Account.Order)", "d", "mixed", "nested", "one", "Account.Order.Product", "states.input.single.items", "[c]"))
	field := func() string {
		return g.pick("Product", "Price", "Order", "Description", "Quantity", "OrderID", "opts", "n", "sku", "qty", "y", "z", "w", "k", "Colour", "items", "*", "%", "$", "%.%", "ProductID", "$v", "$i", "$$.Account.Order", "missing", "id")
	}
	test := func() string {
		return g.pick("0", "-1", "1", "Price > 30", "qty > 1", "$i = 0", "$i < 2", "$v.Price > 30", "%.OrderID = 'order103'", "$v = $", "$i", "Quantity", "[0, 1]", "true", "$exists(%)", "$v.qty > $i", "$u = $v", "%.%", "$count($) > 1")
	}
	for range 2 + g.IntN(5) {
		switch g.IntN(16) {
		case 0, 1, 2, 3, 4:
			b.WriteString("." + field())
		case 5, 6:
			b.WriteString("@$" + g.pick("v", "v", "u"))
		case 7, 8:
			b.WriteString("#$" + g.pick("i", "i", "j"))
		case 9, 10, 11:
			b.WriteString("[" + test() + "]")
		case 12:
			b.WriteString("^(" + g.pick("", ">", "<") + g.pick("Price", "Quantity", "$v.Price", "$i", "%.OrderID", "$", "qty", "$v", "Price, >Quantity", "sku", "%.Price") + ")")
		case 13:
			b.WriteString("[]")
		case 14:
			b.WriteString(".(" + g.pick("$v.Price * $i", "%.OrderID & $i", "$v", "$[0]", "Price; Quantity", "$i := 5", "%", "$sum(Price)", "{'v': $v, 'i': $i, 'p': %.OrderID}", "[%.OrderID, $i, $v.sku]", "$map($, function($x){$x})", "*") + ")")
		default:
			b.WriteString("." + g.pick("{'v': $v, 'i': $i}", "[$v, $i]", "{$string($i): $}", "[%.OrderID]", "$string($i)", "$v.$i", "`Product Name`", "{'n': $count($u)}"))
		}
	}
	if g.IntN(5) == 0 {
		b.WriteString("{" + g.pick("OrderID: Product", "sku: qty", "$string($i): $v", "'all': $", "$v.sku: $i", "Colour: %.Price", "'n': $count($)", "%.OrderID: $sum(Price)", "`Product Name`: Price") + "}")
	}
	return b.String()
}

var builtins = strings.Fields("abs append average base64decode base64encode boolean ceil contains count decodeUrl decodeUrlComponent distinct each " +
	"encodeUrl encodeUrlComponent error assert eval exists filter floor formatBase formatInteger formatNumber fromMillis join keys length " +
	"lookup lowercase map match max merge min not number pad parseInteger power reduce replace reverse round " +
	"sift single sort split spread sqrt string substring substringAfter substringBefore sum toMillis trim type uppercase zip clone")

// call makes a call of a built-in function with arguments that may or may not be what it takes.
func (g *generator) call() string {
	name := builtins[g.IntN(len(builtins))]
	args := make([]string, g.IntN(4))
	for i := range args {
		switch g.IntN(8) {
		case 0:
			args[i] = g.pick("function($v){$v}", "function($v, $i){$i}", "function($v, $i, $a){$count($a)}", "function($a, $b){$a & $b}", "function($a, $b){$a > $b}", "function(){1}", "function($v, $k, $o){$k}", "$substring(?, 1)", "$sum", "$uppercase", "/a/", "/(.)(.)/i", "function($m){$m.match}", "|$|{\"n\": 1}|", "$string ~> $length")
		case 1:
			args[i] = g.pick("missing", "null", "-1", "0", "1.5", `"é😀ß"`, `"\ud83d"`, "[[]]", "[null]", "{}", "[{}, 1]", "1e300", `"1e3"`, `" -0x1F "`, `"true"`, "[[1, 2], [3]]", `["a", 1]`)
		default:
			args[i] = g.leaf(g.kind("nsbaox"))
		}
	}
	if name == "formatNumber" && len(args) > 1 || name == "pad" && len(args) > 1 { // no endless picture, no huge text
		args[1] = g.pick(`"0.0"`, `"#"`, "5", "-4", "missing")
	}
	text := "$" + name + "(" + strings.Join(args, ", ") + ")"
	switch g.IntN(6) {
	case 0:
		return g.leaf(g.kind("nsbaox")) + "." + text
	case 1:
		return g.leaf(g.kind("nsbaox")) + " ~> " + text
	case 2:
		return g.leaf(g.kind("aox")) + "[" + text + "]"
	}
	return text
}
