package jsonata

import (
	"math"
	"time"
)

const (
	millisPerDay = 86_400_000.0
	maxMillis    = 8.64e15 // what a JavaScript Date can hold
)

// timeClip is a time as a JavaScript Date holds it: whole milliseconds, NaN beyond its range.
func timeClip(ms float64) float64 {
	if !(math.Abs(ms) <= maxMillis) {
		return math.NaN()
	}
	return math.Trunc(ms) + 0
}

// utc is JavaScript's Date.UTC: parts that are too large carry over, and years to 99 mean the 20th century.
func utc(year, month, day, hour, minute, second, milli float64) float64 {
	year, month = math.Trunc(year), math.Trunc(month)
	if year >= 0 && year <= 99 {
		year += 1900
	}
	year += math.Floor(month / 12)
	month = math.Mod(math.Mod(month, 12)+12, 12)
	if !(math.Abs(year) < 400_000) || math.IsNaN(month) {
		return math.NaN()
	}
	start := time.Date(int(year), time.Month(int(month)+1), 1, 0, 0, 0, 0, time.UTC)
	ms := float64(start.UnixMilli()) + (math.Trunc(day)-1)*millisPerDay
	return timeClip(ms + math.Trunc(hour)*3_600_000 + math.Trunc(minute)*60_000 + math.Trunc(second)*1000 + math.Trunc(milli))
}

// firstWeek is the Monday of the first week of a month or, with month 0, of a year: the one with its first Thursday.
func firstWeek(year, month float64) float64 {
	first := utc(year, month, 1, 0, 0, 0, 0)
	weekday := float64(isoWeekday(first))
	if weekday > 4 {
		return first + (8-weekday)*millisPerDay
	}
	return first - (weekday-1)*millisPerDay
}

func isoWeekday(ms float64) int {
	day := int(time.UnixMilli(int64(ms)).UTC().Weekday())
	if day == 0 {
		return 7
	}
	return day
}

// weekOf is the number of the week that begins the given way: with the start of the period that the
// day lies in, of the next, and of the one before.
func weekOf(today, start, next, previous, longest float64) float64 {
	week := (today-start)/(7*millisPerDay) + 1
	switch {
	case week > longest && today >= next:
		return 1
	case week < 1:
		week = (today-previous)/(7*millisPerDay) + 1
	}
	return math.Floor(week)
}

// dateField is the value of a component of a date/time picture; named by the letters of pictures.
func dateField(ms float64, component byte) float64 {
	if math.IsNaN(ms) {
		return ms
	}
	t := time.UnixMilli(int64(ms)).UTC()
	year, month := float64(t.Year()), float64(t.Month()-1)
	today := utc(year, month, float64(t.Day()), 0, 0, 0, 0)
	switch component {
	case 'Y':
		return year
	case 'M':
		return month + 1
	case 'D':
		return float64(t.Day())
	case 'd':
		return (today-utc(year, 0, 1, 0, 0, 0, 0))/millisPerDay + 1
	case 'F':
		return float64(isoWeekday(ms))
	case 'W':
		return weekOf(today, firstWeek(year, 0), firstWeek(year+1, 0), firstWeek(year-1, 0), 52)
	case 'w':
		return weekOf(today, firstWeek(year, month), firstWeek(year, month+1), firstWeek(year, month-1), 4)
	case 'X':
		switch {
		case ms < firstWeek(year, 0):
			return year - 1
		case ms >= firstWeek(year+1, 0):
			return year + 1
		}
		return year
	case 'x':
		switch {
		case ms < firstWeek(year, month):
			return math.Mod(month+11, 12) + 1
		case ms >= firstWeek(year, month+1):
			return math.Mod(month+1, 12) + 1
		}
		return month + 1
	case 'H':
		return float64(t.Hour())
	case 'h':
		return float64((t.Hour()+11)%12 + 1)
	case 'P':
		return float64(t.Hour() / 12)
	case 'm':
		return float64(t.Minute())
	case 's':
		return float64(t.Second())
	case 'f':
		return float64(t.Nanosecond() / 1_000_000)
	}
	return math.NaN()
}
