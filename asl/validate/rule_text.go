package validate

// What is found before there is a machine to check. Packages asl and asl/load and the command report it;
// here are the pages of help.

var ruleFile = Rule{
	Code: "SW000", Name: "file",
	Title: "the file can be read",
	Doc: `There is no such file or folder, it may not be read, it is larger than 64 MiB, or there is no state machine in the folder.
In a folder the templates count, and the files named *.asl.json, *.asl.yaml and *.asl.yml.`,
	check: func(*run) {},
}

var ruleText = Rule{
	Code: "SW001", Name: "text", AWS: "INVALID_JSON_DESCRIPTION",
	Title: "the text is one JSON or YAML object",
	Doc: `A definition is one JSON object, or YAML if the file is named *.yaml or *.yml. JSON has no comments, no comma after
the last member, and only double quotes; the text is UTF-8. AWS itself reads JSON only: templates in YAML are turned
into it by the tools.

https://www.rfc-editor.org/rfc/rfc8259`,
	check: func(*run) {},
}

var ruleKey = Rule{
	Code: "SW002", Name: "key",
	Title: "an object has each key once",
	Doc: `Of two members with the same key only the last counts, so two states of one name are one state: the first is lost
without a word.`,
	check: func(*run) {},
}

var ruleNoMachine = Rule{
	Code: "SW004", Name: "no-machine",
	Title: "the file has a state machine",
	Doc: `The file is a template without a resource of type AWS::StepFunctions::StateMachine or
AWS::Serverless::StateMachine, or none that Stepwise knows.`,
	check: func(*run) {},
}

var ruleDefinition = Rule{
	Code: "SW005", Name: "definition",
	Title: "the definition of a state machine is where the template says",
	Doc: `The template has a state machine whose definition cannot be had: it lies in S3, is known only at deployment, is in a file
that is not there, or is no object. Give the definition itself, or a file beside the template.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-stepfunctions-statemachine.html`,
	check: func(*run) {},
}
