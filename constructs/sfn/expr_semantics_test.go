package sfn_test

import (
	"context"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/jsonata"
	"github.com/stepwise-go/stepwise/ordjson"
)

// TestExprInJSONata evaluates the JSONata that conditions become. The answers are those that the
// operators of JSONPath rules give, but where the documentation of Expr says otherwise: "fails".
func TestExprInJSONata(t *testing.T) {
	input, err := ordjson.DecodeString(`{
		"n": 5, "emoji": "😀", "s": "log-2030/x.y", "empty": "", "yes": true, "no": false, "null": null, "list": [{"a": 1}, {"a": 2}],
		"a b": {"c-d": "odd"}, "early": "2030-01-01T00:00:00Z", "same": "2030-01-01T01:00:00+01:00", "late": "2031-01-01T00:00:00.5Z", "big": 12345678901234567890}`)
	if err != nil {
		t.Fatal(err)
	}
	states := ordjson.NewObject(ordjson.Member{Key: "input", Value: input}, ordjson.Member{Key: "context", Value: ordjson.NewObject(ordjson.Member{Key: "N", Value: 3.0})})
	for text, want := range map[string]string{
		`$.n > 4 && $.n >= 5 && $.n < 6 && $.n <= 5 && $.n == 5 && $.n != 4`: "true",
		`4 > $.n`:                         "false",
		`$.n == "5"`:                      "false",
		`$.n != "5"`:                      "true",
		`$.yes`:                           "true",
		`$.no`:                            "false",
		`$.s`:                             "false",
		`!$.no`:                           "true",
		`$.no == false && $.yes != false`: "true",
		`$.null == null && $.n != null`:   "true",
		`isNull($.null)`:                  "true",
		`isNotNull($.n)`:                  "true",
		`isPresent($.null)`:               "true",
		`isPresent($.nothing)`:            "false",
		`isNotPresent($.nothing)`:         "true",
		`!isPresent($.a.b.c)`:             "true",
		`isString($.empty) && isNotString($.n) && isNumeric($.n) && isNotNumeric($.s)`: "true",
		`isBoolean($.no) && isNotBoolean($.null)`:                                      "true",
		`isTimestamp($.early) && isTimestamp($.same) && isTimestamp($.late)`:           "true",
		`isTimestamp($.s) || isTimestamp($.n) || isTimestamp($.null)`:                  "false",
		`$.s matches "log-*"`:          "true",
		`$.s matches "*/x.y"`:          "true",
		`$.s matches "*/x?y"`:          "false",
		`$.s matches "log"`:            "false",
		`$.s matches "*"`:              "true",
		`$.empty matches "*"`:          "true",
		`timestamp($.early) == $.same`: "true",
		`$.early < timestamp("2030-06-01T00:00:00Z") && timestamp($.late) > $.early`: "true",
		`number($.n) == $.n && string($.s) != $.empty && boolean($.yes) != $.no`:     "true",
		`$.list[1].a == 2 && $.list[-1].a == 2`:                                      "true",
		`$['a b']['c-d'] == "odd"`:                                                   "true",
		`$$.N == 3 && $v == "set" && $o.p == 1`:                                      "true",
		`$.yes || $.no && $.no`:                                                      "true",
		`($.yes || $.no) && $.no`:                                                    "false",
		`$.s > "a" && $.s < "z"`:                                                     "true",
		`$.nothing == 1`:                                                             "false",
		`number($.s) == $.s`:                                                         "true", // false in JSONPath
		`$.emoji == "\ud83d\ude00" && $.emoji == '😀'`:                                "true",
		`$.s > 4`:                                "fails",
		`$.n matches "5"`:                        "fails",
		`$.nothing > 4`:                          "fails",
		`isPresent($.nothing) && $.nothing > 4`:  "false",
		`!isPresent($.nothing) || $.nothing > 4`: "true",
	} {
		choice, faults := buildExpr(text, asl.JSONata)
		if choice == nil {
			t.Errorf("%s: %v", text, faults)
			continue
		}
		condition, _ := choice.Choices[0].Condition.Any().(string)
		e, err := jsonata.Compile(asl.Expression(condition))
		if err != nil {
			t.Errorf("%s became %s: %v", text, condition, err)
			continue
		}
		v, _, err := e.Eval(context.Background(), nil, &jsonata.Env{Vars: map[string]any{
			"states": states, "v": "set", "o": ordjson.NewObject(ordjson.Member{Key: "p", Value: 1.0}),
		}})
		got := ordjson.String(v)
		if _, isBool := v.(bool); err != nil || !isBool {
			got = "fails"
		}
		if got != want {
			t.Errorf("%s became %s: got %s (%v), want %s", text, condition, got, err, want)
		}
	}
}
