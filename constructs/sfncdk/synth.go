package sfncdk

import (
	"fmt"

	"github.com/aws/aws-cdk-go/awscdk/v2"
)

// Synth synthesizes the app as app.Synth does, and returns what the CDK throws as an error, where
// app.Synth panics with the frames of its binding.
//
//	if err := sfncdk.Synth(app); err != nil {
//		log.Fatal(err)
//	}
func Synth(app awscdk.App) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("synthesis failed: %v", r)
		}
	}()
	app.Synth(nil)
	return nil
}
