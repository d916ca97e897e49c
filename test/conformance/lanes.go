package main

import (
	"fmt"
	"strings"
)

// Histories of branches and iterations that ran at the same time compare lane by lane: a lane is
// one branch or iteration, or what is around them. Within a lane the order counts.

// setLanes finds the lane of each event along the chain of previous events.
func setLanes(events []event) {
	byID := map[int]*event{}
	for i := range events {
		e := &events[i]
		byID[e.id] = e
		prev := byID[e.prev]
		if prev == nil {
			continue
		}
		e.lane = prev.lane
		if leavesLane(e.kind, prev.kind) {
			e.lane = parent(e.lane)
		}
		switch {
		case e.kind == "MapIterationStarted":
			if prev.kind != "MapStateStarted" {
				e.lane = parent(prev.lane)
			}
			e.lane += fmt.Sprintf("/%s:%s", e.name(), short(get(e.details, "index")))
		case prev.kind == "ParallelStateStarted":
			e.lane += "/" + e.name()
		}
	}
}

// leavesLane tells whether an event ends all lanes of its Map or Parallel, seen from one of them.
func leavesLane(kind, prev string) bool {
	switch kind {
	case "MapStateStarted", "MapStateSucceeded", "MapStateFailed", "MapStateExited":
		switch prev {
		case "MapStateStarted", "MapStateFailed", "MapStateEntered", "MapRunStarted", "MapRunSucceeded", "MapRunFailed", "EvaluationFailed":
			return false
		}
		return true
	case "ParallelStateStarted", "ParallelStateSucceeded", "ParallelStateFailed", "ParallelStateExited":
		return prev != "ParallelStateEntered" && prev != "ParallelStateFailed"
	}
	return false
}

func parent(lane string) string {
	i := strings.LastIndexByte(lane, '/')
	if i < 0 {
		return ""
	}
	return lane[:i]
}

func compareLanes(want, got []event, full bool) []string {
	if len(want) != len(got) {
		return []string{fmt.Sprintf("want %d events, got %d", len(want), len(got))}
	}
	setLanes(want)
	setLanes(got)
	lanes := map[string][]*event{}
	for i := range got {
		lanes[got[i].lane] = append(lanes[got[i].lane], &got[i])
	}
	same := map[int]int{0: 0} // ids of want to those of got
	pairs := make([]*event, len(want))
	for i := range want {
		w := &want[i]
		rest := lanes[w.lane]
		if len(rest) == 0 {
			return []string{fmt.Sprintf("event %d: want %s in %q, got none", w.id, w.kind, w.lane)}
		}
		if d := w.differ(rest[0], full); d != "" {
			return []string{d}
		}
		same[w.id], pairs[i] = rest[0].id, rest[0]
		lanes[w.lane] = rest[1:]
	}
	if !full {
		return nil
	}
	for i := range want {
		w := &want[i]
		if joins(w.kind) {
			continue // follows from whichever lane was the last
		}
		if same[w.prev] != pairs[i].prev {
			return []string{fmt.Sprintf("event %d %s: want prev %d, got %d", w.id, w.kind, same[w.prev], pairs[i].prev)}
		}
	}
	return nil
}

func joins(kind string) bool {
	return kind == "MapIterationStarted" || leavesLane(kind, "")
}
