# The pure packages: no CDK, no Node, seconds.
PURE = ./ordjson/... ./diag/... ./iam/... ./internal/... ./asl/... ./constructs/sfn/... ./sim/... ./tasks/... ./fragments/... ./cmd/...

export CDK_VALIDATION = false
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION = 20

.PHONY: all test test-cdk lint golden bench

all: lint test test-cdk

test:
	go test $(PURE)

test-cdk:
	go test ./...

lint:
	gofmt -l $$(git ls-files '*.go')
	go vet ./...
	go run honnef.co/go/tools/cmd/staticcheck@v0.7.0 ./...
	go mod tidy -diff

# Rewrites the golden files. Read the difference before you commit it.
golden:
	go test ./... -update

bench:
	go test -run '^$$' -bench . $(PURE)
	cd test/benchmarks && go test -run '^$$' -bench . -benchtime 1x -timeout 30m .
	cd asl/jsonata/benchmarks && go test -run '^$$' -bench . .
