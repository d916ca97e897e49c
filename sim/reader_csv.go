package sim

import (
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

var delimiters = map[string]byte{"": ',', "COMMA": ',', "PIPE": '|', "SEMICOLON": ';', "SPACE": ' ', "TAB": '\t'}

// csv reads rows as objects: the names of the members are those of the first row or the given ones.
// What a row lacks is an empty text, what it has too much is dropped.
func (r *itemReader) csv(body []byte) ([]mapItem, *fault) {
	rows := splitCSV(string(body), delimiters[strings.ToUpper(r.config.CSVDelimiter)])
	headers := r.config.CSVHeaders
	if r.config.CSVHeaderLocation != "GIVEN" {
		if len(rows) == 0 {
			return nil, nil
		}
		headers, rows = rows[0], rows[1:]
	}
	seen := map[string]bool{}
	for _, h := range headers {
		if seen[h] {
			return nil, unreadable(msgDuplicateHeaders)
		}
		seen[h] = true
	}
	return csvItems(headers, rows), nil
}

func csvItems(headers []string, rows [][]string) []mapItem {
	items := make([]mapItem, len(rows))
	for i, row := range rows {
		members := make([]ordjson.Member, len(headers))
		for j, h := range headers {
			cell := ""
			if j < len(row) {
				cell = row[j]
			}
			members[j] = ordjson.Member{Key: h, Value: cell}
		}
		items[i] = mapItem{index: i, value: ordjson.NewObject(members...)}
	}
	return items
}

// splitCSV reads rows as RFC 4180 says, but for any delimiter and with lines that end in LF or CRLF.
// Empty lines are no rows. A quote in the middle of a cell is an ordinary character.
func splitCSV(text string, delimiter byte) [][]string {
	text = strings.TrimPrefix(text, "\ufeff")
	var rows [][]string
	var row []string
	var cell strings.Builder
	quoted, wasQuoted := false, false
	endCell := func() {
		row = append(row, cell.String())
		cell.Reset()
		wasQuoted = false
	}
	endRow := func() {
		if len(row) > 0 || cell.Len() > 0 || wasQuoted {
			endCell()
			rows = append(rows, row)
		}
		row = nil
	}
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case quoted && c == '"' && i+1 < len(text) && text[i+1] == '"':
			cell.WriteByte('"')
			i++
		case quoted && c == '"':
			quoted = false
		case quoted:
			cell.WriteByte(c)
		case c == '"' && cell.Len() == 0 && !wasQuoted:
			quoted, wasQuoted = true, true
		case c == delimiter:
			endCell()
		case c == '\n':
			endRow()
		case c == '\r' && i+1 < len(text) && text[i+1] == '\n':
		default:
			cell.WriteByte(c)
		}
	}
	endRow()
	return rows
}
