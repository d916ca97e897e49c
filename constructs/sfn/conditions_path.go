package sfn

// The path twins compare the value at a path with the value at another one.

// StringEqualsPath holds if the strings at both paths are equal.
func StringEqualsPath(path, other string) Condition { return comparePath(path, "StringEquals", other) }

// StringLessThanPath holds if the string at path sorts before that at other.
func StringLessThanPath(path, other string) Condition {
	return comparePath(path, "StringLessThan", other)
}

// StringLessThanEqualsPath holds if the string at path sorts before that at other or equals it.
func StringLessThanEqualsPath(path, other string) Condition {
	return comparePath(path, "StringLessThanEquals", other)
}

// StringGreaterThanPath holds if the string at path sorts after that at other.
func StringGreaterThanPath(path, other string) Condition {
	return comparePath(path, "StringGreaterThan", other)
}

// StringGreaterThanEqualsPath holds if the string at path sorts after that at other or equals it.
func StringGreaterThanEqualsPath(path, other string) Condition {
	return comparePath(path, "StringGreaterThanEquals", other)
}

// NumberEqualsPath holds if the numbers at both paths are equal.
func NumberEqualsPath(path, other string) Condition { return comparePath(path, "NumericEquals", other) }

// NumberLessThanPath holds if the number at path is less than that at other.
func NumberLessThanPath(path, other string) Condition {
	return comparePath(path, "NumericLessThan", other)
}

// NumberLessThanEqualsPath holds if the number at path is at most that at other.
func NumberLessThanEqualsPath(path, other string) Condition {
	return comparePath(path, "NumericLessThanEquals", other)
}

// NumberGreaterThanPath holds if the number at path is more than that at other.
func NumberGreaterThanPath(path, other string) Condition {
	return comparePath(path, "NumericGreaterThan", other)
}

// NumberGreaterThanEqualsPath holds if the number at path is at least that at other.
func NumberGreaterThanEqualsPath(path, other string) Condition {
	return comparePath(path, "NumericGreaterThanEquals", other)
}

// BooleanEqualsPath holds if both values are true, or both false.
func BooleanEqualsPath(path, other string) Condition {
	return comparePath(path, "BooleanEquals", other)
}

// TimestampEqualsPath holds if both timestamps are the same moment.
func TimestampEqualsPath(path, other string) Condition {
	return comparePath(path, "TimestampEquals", other)
}

// TimestampLessThanPath holds if the timestamp at path is before that at other.
func TimestampLessThanPath(path, other string) Condition {
	return comparePath(path, "TimestampLessThan", other)
}

// TimestampLessThanEqualsPath holds if the timestamp at path is not after that at other.
func TimestampLessThanEqualsPath(path, other string) Condition {
	return comparePath(path, "TimestampLessThanEquals", other)
}

// TimestampGreaterThanPath holds if the timestamp at path is after that at other.
func TimestampGreaterThanPath(path, other string) Condition {
	return comparePath(path, "TimestampGreaterThan", other)
}

// TimestampGreaterThanEqualsPath holds if the timestamp at path is not before that at other.
func TimestampGreaterThanEqualsPath(path, other string) Condition {
	return comparePath(path, "TimestampGreaterThanEquals", other)
}
