package golden

import "maps"

// allCases are the cases of all files.
func allCases() cases {
	all := cases{}
	for _, some := range []cases{messaging, lambda, executions, dynamo, http, ecs, batch, glue, codeBuild, gateway, athena, sdkCalls, expressions, emrSteps, emrClusters, eks, sageMaker, bedrock, mediaConvert, scheduler} {
		maps.Copy(all, some)
	}
	return all
}
