package validate

// rules are all rules in the order of their codes. A code is never given to another rule, even when
// its rule is gone.
var rules = []Rule{
	ruleFile, ruleText, ruleKey, ruleDepth, ruleNoMachine, ruleDefinition,
	ruleTarget, ruleStart, ruleReachable, ruleTerminal, ruleDuplicate, ruleName, ruleNext, ruleGraph,
	ruleType, ruleUnknownField, ruleFieldType, ruleRequired, ruleExclusive, ruleRange, ruleHeartbeat, ruleTimestamp, ruleEnum,
	ruleLanguage, ruleOtherLanguage, ruleChoice, ruleOperand,
	rulePath, ruleReferencePath, ruleTemplate, ruleFailPath,
	ruleJSONata, ruleJSONataInput, ruleStatesField,
	ruleAssign, ruleUnassigned, ruleMaybeUnassigned, ruleDelimiters, ruleFunction, ruleRenamed, ruleDoubtful, ruleContext, rulePathText, ruleNever,
	ruleErrorNames, ruleStatesAll, ruleShadowed, ruleUncatchable,
	ruleResource, ruleIntegration, ruleParameters, ruleTaskToken, ruleTokenOutside, ruleCredentials, ruleParameterName,
	ruleInlineMap, ruleDistributedMap, ruleLabel, ruleItemReader, ruleResultWriter, ruleExpressChild, ruleItems,
	ruleExpress, ruleExpressTime, ruleSize, ruleMachineName,
	ruleLambdaRetry, ruleWaitTimeout, ruleCatchInput, ruleDeadRule, rulePayload, ruleLoop, ruleEndless, ruleDefault, ruleNoDollar, ruleNoPath,
	ruleStaticResult, ruleBackoff, ruleLegacy, ruleConcurrency,
	ruleIgnore,
}
