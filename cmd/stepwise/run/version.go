package run

import (
	"flag"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/stepwise-go/stepwise/ordjson"
)

func versionCommand() *command {
	return &command{
		name: "version", short: "prints the version",
		setup: func(f *flag.FlagSet) func(*env, []string) int {
			asJSON := f.Bool("json", false, "print it as JSON")
			return func(e *env, _ []string) int {
				if *asJSON {
					return e.print(ordjson.NewObject(member("version", version()), member("revision", setting("vcs.revision")), member("go", runtime.Version())))
				}
				fmt.Fprintf(e.out, "stepwise %s %s\n", version(), runtime.Version())
				return fine
			}
		},
	}
}

// version is that of the module, (devel) in a checkout.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

func setting(key string) string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == key {
				return s.Value
			}
		}
	}
	return ""
}
