// Package deploy holds the test that deploys the app with the real CDK CLI, to a stand-in for AWS on
// this machine: no account, no network.
package deploy
