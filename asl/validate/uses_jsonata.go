package validate

import "github.com/stepwise-go/stepwise/asl"

// jsonataState adds the uses of a JSONata state.
func (l *useList) jsonataState() {
	switch s := l.place.State.(type) {
	case *asl.Task:
		l.jsonata("/Arguments", s.Arguments, before)
		l.jsonata("/Credentials", s.Credentials, before)
		l.int("/TimeoutSeconds", s.TimeoutSeconds)
		l.int("/HeartbeatSeconds", s.HeartbeatSeconds)
		l.results(s.Variables, s.Outputs, after)
		l.catch(s.Catch)
	case *asl.Pass:
		l.results(s.Variables, s.Outputs, before)
	case *asl.Wait:
		l.int("/Seconds", s.Seconds)
		l.field("/Timestamp", s.Timestamp, false)
		l.results(s.Variables, s.Outputs, before)
	case *asl.Choice:
		for i, c := range s.Choices {
			pointer := "/Choices/" + itoa(i)
			l.jsonata(pointer+"/Condition", c.Condition, before)
			l.jsonata(pointer+"/Assign", c.Assign, before)
			l.jsonata(pointer+"/Output", c.Output, before)
		}
		l.results(s.Variables, s.Outputs, before)
	case *asl.Parallel:
		l.jsonata("/Arguments", s.Arguments, before)
		l.results(s.Variables, s.Outputs, after)
		l.catch(s.Catch)
	case *asl.Map:
		l.jsonataMap(s)
	case *asl.Succeed:
		l.jsonata("/Output", s.Output, before)
	case *asl.Fail:
		l.field("/Error", s.Error, false)
		l.field("/Cause", s.Cause, false)
	}
}

func (l *useList) int(pointer string, n interface{ Expr() (string, bool) }) {
	if text, ok := n.Expr(); ok {
		l.field(pointer, text, true)
	}
}

// field adds a field that is a text, or a number, if it is an expression.
func (l *useList) field(pointer, text string, numeric bool) {
	l.text(pointer, len(pointer), text, before, numeric)
}

func (l *useList) results(v asl.Variables, o asl.Outputs, when phase) {
	l.jsonata("/Assign", v.Assign, when)
	l.jsonata("/Output", o.Output, when)
}

func (l *useList) catch(catch []asl.Catcher) {
	for i, c := range catch {
		l.jsonata("/Catch/"+itoa(i)+"/Assign", c.Assign, failed)
		l.jsonata("/Catch/"+itoa(i)+"/Output", c.Output, failed)
	}
}

func (l *useList) jsonataMap(s *asl.Map) {
	l.jsonata("/Items", s.Items, before)
	if r := s.ItemReader; r != nil {
		l.jsonata("/ItemReader/Arguments", r.Arguments, before)
		if c := r.ReaderConfig; c != nil {
			l.int("/ItemReader/ReaderConfig/MaxItems", c.MaxItems)
			for _, f := range []struct{ name, text string }{
				{"InputType", c.InputType}, {"CSVDelimiter", c.CSVDelimiter}, {"CSVHeaderLocation", c.CSVHeaderLocation}, {"ItemsPointer", c.ItemsPointer},
			} {
				l.field("/ItemReader/ReaderConfig/"+f.name, f.text, false)
			}
		}
	}
	l.jsonata("/ItemSelector", s.ItemSelector, before)
	if b := s.ItemBatcher; b != nil {
		l.jsonata("/ItemBatcher/BatchInput", b.BatchInput, before)
		l.int("/ItemBatcher/MaxItemsPerBatch", b.MaxItemsPerBatch)
		l.int("/ItemBatcher/MaxInputBytesPerBatch", b.MaxInputBytesPerBatch)
	}
	l.int("/MaxConcurrency", s.MaxConcurrency)
	l.int("/ToleratedFailureCount", s.ToleratedFailureCount)
	l.int("/ToleratedFailurePercentage", s.ToleratedFailurePercentage)
	if w := s.ResultWriter; w != nil {
		l.jsonata("/ResultWriter/Arguments", w.Arguments, before)
	}
	l.results(s.Variables, s.Outputs, after)
	l.catch(s.Catch)
}
