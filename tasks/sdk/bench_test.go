package sdk

import (
	"sync"
	"testing"
)

// The first lookup of a program: read the index, decompress the largest service.
func BenchmarkFirstLookup(b *testing.B) {
	for b.Loop() {
		load = sync.OnceValue(readIndex)
		if _, err := Lookup("ec2", "describeInstances"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	for b.Loop() {
		if _, err := Lookup("s3", "putObject"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUnknownAction(b *testing.B) {
	for b.Loop() {
		if _, err := Lookup("ec2", "describeInstanzes"); err == nil {
			b.Fatal("found")
		}
	}
}
