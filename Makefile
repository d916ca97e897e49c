# The pure packages: no CDK, less than a minute.
PURE = ./ordjson/... ./diag/... ./iam/... ./internal/... ./asl/... ./constructs/sfn/... ./sim/... ./tasks/... ./fragments/... ./cmd/... \
	./examples/hello ./examples/mapping ./examples/daycare ./examples/callback ./test/arch ./test/cli ./test/codegen

# The packages with golden files: their tests have the flag -update.
GOLDEN = $$(git grep -lE 'flag.Bool\("update"|internal/golden"|test/snapshot"|cdk/stacktest"' -- '*_test.go' | xargs -n 1 dirname | sort -u | sed 's|^|./|')

export CDK_VALIDATION = false
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION = 20

.PHONY: all test test-cdk lint golangci golden bench

all: lint test test-cdk

test:
	go test $(PURE)

test-cdk:
	go test ./...

lint:
	@test -z "$$(gofmt -l $$(git ls-files '*.go') | tee /dev/stderr)"
	go vet ./...
	go run honnef.co/go/tools/cmd/staticcheck@v0.7.0 ./...
	go mod tidy -diff

# The linters of .golangci.yml; the first time, Go compiles them: minutes.
golangci:
	go run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.5.0 run ./...

# Rewrites the golden files. Read the difference before you commit it.
golden:
	go test $(GOLDEN) -update

bench:
	go test -run '^$$' -bench . $(PURE)
	cd test/benchmarks && go test -run '^$$' -bench . -benchtime 1x -timeout 30m .
	cd asl/jsonata/benchmarks && go test -run '^$$' -bench . .
