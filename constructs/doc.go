// Package constructs is only a wing of the house: its rooms are constructs/sfn, where workflows are
// written as plain Go values, and constructs/sfncdk, where they become constructs of a CDK app.
package constructs
