package sim

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"

	"github.com/stepwise-go/stepwise/ordjson"
)

// byteHandler is what handlers of aws-lambda-go are: lambda.Handler.
type byteHandler interface {
	Invoke(ctx context.Context, payload []byte) ([]byte, error)
}

var (
	contextType = reflect.TypeFor[context.Context]()
	errorType   = reflect.TypeFor[error]()
)

// newHandler makes a handler of a Go function as aws-lambda-go takes them, or of a lambda.Handler:
//
//	func(ctx context.Context, in In) (Out, error)
//
// where ctx, in and Out may be left out. The input is decoded from JSON into In.
func newHandler(function any) (handler, error) {
	if h, ok := function.(byteHandler); ok {
		return bytesHandler(h), nil
	}
	f := reflect.ValueOf(function)
	if f.Kind() != reflect.Func || f.IsNil() {
		return nil, fmt.Errorf(`handler is a %T: it must be a function such as func(ctx context.Context, in In) (Out, error), or a lambda.Handler`, function)
	}
	t := f.Type()
	takesContext := t.NumIn() > 0 && t.In(0) == contextType
	inputs := t.NumIn()
	if takesContext {
		inputs--
	}
	outputs := t.NumOut()
	fails := outputs > 0 && t.Out(outputs-1).Implements(errorType)
	if inputs > 1 || t.IsVariadic() || outputs > 2 || outputs == 2 && !fails {
		return nil, fmt.Errorf("handler is a %s: it must be like func(ctx context.Context, in In) (Out, error), where each part but func may be left out", t)
	}
	return func(ctx context.Context, call *Call) (any, error) {
		var args []reflect.Value
		if takesContext {
			args = append(args, reflect.ValueOf(ctx))
		}
		if inputs == 1 {
			in := reflect.New(t.In(t.NumIn() - 1))
			if err := decodeInto(call.payload(), in.Interface()); err != nil {
				return nil, fmt.Errorf("the input of the handler, %s, does not fit: %w", ordjson.String(call.payload()), err)
			}
			args = append(args, in.Elem())
		}
		out := f.Call(args)
		if fails {
			if err, _ := out[outputs-1].Interface().(error); err != nil {
				return nil, functionFailure(call, err)
			}
			out = out[:outputs-1]
		}
		var result any
		if len(out) == 1 {
			var err error
			if result, err = ordjson.From(out[0].Interface()); err != nil {
				return nil, fmt.Errorf("the result of the handler has no JSON form: %w", err)
			}
		}
		return functionResult(call, result), nil
	}, nil
}

func bytesHandler(h byteHandler) handler {
	return func(ctx context.Context, call *Call) (any, error) {
		payload, err := ordjson.Encode(call.payload())
		if err != nil {
			return nil, err
		}
		out, err := h.Invoke(ctx, payload)
		if err != nil {
			return nil, functionFailure(call, err)
		}
		if len(out) == 0 {
			return functionResult(call, nil), nil
		}
		result, err := ordjson.Decode(out)
		if err != nil {
			return nil, fmt.Errorf("the result of the handler is no JSON: %w", err)
		}
		return functionResult(call, result), nil
	}
}

func decodeInto(v any, into any) error {
	if at, ok := into.(*any); ok {
		*at = v
		return nil
	}
	data, err := ordjson.Encode(v)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, into)
}

// functionFailure is what a Lambda function that returns a Go error makes of it: the name is that of the
// error's type, the cause a JSON text, as the Lambda runtime for Go reports it. A *Failure stays as it is.
func functionFailure(call *Call, err error) error {
	var failure *Failure
	var fault TestError
	if errors.As(err, &failure) || errors.As(err, &fault) {
		return err
	}
	t := reflect.TypeOf(err)
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if call.Resource.Kind == ActivityResource || call.Resource.Kind == ServiceResource && !call.Resource.invokesFunction() {
		return &Failure{t.Name(), err.Error()}
	}
	cause := ordjson.NewObject(
		ordjson.Member{Key: "errorMessage", Value: err.Error()},
		ordjson.Member{Key: "errorType", Value: t.Name()},
	)
	return &Failure{t.Name(), ordjson.String(cause)}
}

// TestError is an error that a handler returns to end the run: the test itself is wrong.
type TestError struct{ Err error }

// Error is the text of the error inside.
func (e TestError) Error() string { return e.Err.Error() }

// Unwrap returns the error inside.
func (e TestError) Unwrap() error { return e.Err }
