// Package jsregexp matches regular expressions as JavaScript does without the u flag: over UTF-16 code
// units, with backtracking, look-around, back-references and named groups, and with the liberties that
// browsers take with syntax (ECMAScript 2023, 22.2 and Annex B.1.2).
//
// The number of steps is limited, so that no expression runs for ever.
package jsregexp
