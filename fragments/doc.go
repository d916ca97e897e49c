// Package fragments holds workflows that are parts of others: ready-made graphs of states with a
// start, open ends, and names that a prefix keeps apart.
//
//	quick := fragments.JobPoller(fragments.JobPollerProps{Submit: submit, Status: status})
//	slow := fragments.JobPoller(fragments.JobPollerProps{Submit: submit, Status: status, Interval: time.Hour})
//	definition := quick.PrefixStates("Quick: ").Next(slow.PrefixStates("Slow: "))
package fragments
