// Package codegen_test proves that generated source builds the machine it was generated from: it
// compiles all of it as one program, runs it and compares.
package codegen
