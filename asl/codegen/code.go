package codegen

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// width is where lines are broken, tab the width of an indentation.
const (
	width = 110
	tab   = 4
)

// code is a piece of Go source that knows how it may be broken into lines.
type code struct {
	open, close string
	items       []code
	layout      layout
}

type layout uint8

const (
	leaf    layout = iota // text
	group                 // a composite literal: on one line, or one line an item
	hug                   // a call: its items stay on the line and break inside
	methods               // a chain of calls: on one line, or one line a call
	flow                  // a chain of calls: on one line, or on as few as fit
)

func text(s string) code { return code{open: s} }

func quoted(s string) code { return text(quote(s)) }

// composite is a composite literal of that type.
func composite(typ string, items ...code) code {
	return code{open: typ + "{", items: items, close: "}", layout: group}
}

// call is a call of that function.
func call(function string, args ...code) code {
	return code{open: function + "(", items: args, close: ")", layout: hug}
}

// chained is a chain of method calls.
func chained(receiver string, calls ...code) code {
	return code{open: receiver, items: calls, layout: methods}
}

// pair is a keyed element.
func pair(key string, value code) code { return prefixed(key+": ", value) }

// prefixed puts a text before the code.
func prefixed(before string, c code) code {
	if c.open == "" && (c.layout == flow || c.layout == methods) {
		c.items = append([]code{prefixed(before, c.items[0])}, c.items[1:]...)
		return c
	}
	c.open = before + c.open
	return c
}

// flatTo writes the code on one line.
func (c code) flatTo(b *strings.Builder) {
	b.WriteString(c.open)
	for i, item := range c.items {
		switch {
		case c.layout == methods, c.layout == flow:
			if i > 0 || c.open != "" {
				b.WriteByte('.')
			}
		case i > 0:
			b.WriteString(", ")
		}
		item.flatTo(b)
	}
	b.WriteString(c.close)
}

// fits tells whether the code fits on a line from a column, without building it when it is large.
func (c code) fits(column int) bool {
	rest := width - column
	return c.measure(&rest)
}

func (c code) measure(rest *int) bool {
	if strings.Contains(c.open, "\n") {
		return false
	}
	*rest -= utf8.RuneCountInString(c.open) + len(c.close)
	for i := range c.items {
		*rest -= 2
		if *rest < 0 || !c.items[i].measure(rest) {
			return false
		}
	}
	return *rest >= 0
}

// print writes the code from a column of a line that is indented by depth tabs.
func (c code) print(b *strings.Builder, depth, column int) {
	switch {
	case len(c.items) == 0, c.fits(column) && (c.layout != methods || len(c.items) < 3):
		c.flatTo(b)
	case c.layout == hug:
		b.WriteString(c.open)
		column += utf8.RuneCountInString(c.open)
		for i, item := range c.items {
			if i > 0 {
				b.WriteString(", ")
				column += 2
			}
			from := b.Len()
			item.print(b, depth, column)
			column = after(b.String()[from:], column)
		}
		b.WriteString(c.close)
	case c.layout == flow, c.layout == methods && len(c.items) == 1:
		b.WriteString(c.open)
		column += utf8.RuneCountInString(c.open)
		for i, item := range c.items {
			if i > 0 || c.open != "" {
				b.WriteByte('.')
				column++
				if next := tab * (depth + 1); !item.fits(column) && item.fits(next) {
					b.WriteString("\n" + strings.Repeat("\t", depth+1))
					column = next
				}
			}
			from := b.Len()
			item.print(b, depth, column)
			column = after(b.String()[from:], column)
		}
	case c.layout == methods:
		b.WriteString(c.open)
		for _, item := range c.items {
			b.WriteString(".\n" + strings.Repeat("\t", depth+1))
			item.print(b, depth+1, tab*(depth+1))
		}
	default:
		b.WriteString(c.open)
		for _, item := range c.items {
			b.WriteString("\n" + strings.Repeat("\t", depth+1))
			item.print(b, depth+1, tab*(depth+1))
			b.WriteByte(',')
		}
		b.WriteString("\n" + strings.Repeat("\t", depth) + c.close)
	}
}

// after returns the column after a text that was written from a column.
func after(s string, column int) int {
	if i := strings.LastIndexByte(s, '\n'); i >= 0 {
		tabs := strings.Count(s[i+1:], "\t")
		return utf8.RuneCountInString(s[i+1:]) + tabs*(tab-1)
	}
	return column + utf8.RuneCountInString(s)
}

// quote writes a string as the Go literal that reads best.
func quote(s string) string {
	plain := strconv.Quote(s)
	if len(plain) == len(s)+2 || !canBackquote(s) {
		return plain
	}
	return "`" + s + "`"
}

// canBackquote tells whether a string can stand between back quotes as it is; new lines may.
func canBackquote(s string) bool {
	for _, line := range strings.Split(s, "\n") {
		if !strconv.CanBackquote(line) {
			return false
		}
	}
	return true
}
