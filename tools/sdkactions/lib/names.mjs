// The naming of the AWS SDK for Java 2.x, which Step Functions follows for
// services, actions, parameters and errors.

// words splits a name as the Java code generator does: acronyms and camel case
// are boundaries, and so is a digit before a letter.
export function words(name) {
  return name
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .replace(/([^a-z]{2,})v([0-9]+)/g, '$1 v$2 ')
    .replace(/([^A-Z]{2,})V([0-9]+)/g, '$1 V$2 ')
    .replace(/([a-z])(?=[A-Z][A-Za-z0-9])/g, '$1 ')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([0-9])([A-Za-z])/g, '$1 $2')
    .trim()
    .split(/ +/);
}

export function pascal(name) {
  return words(name)
    .map((w) => w[0].toUpperCase() + w.slice(1).toLowerCase())
    .join('');
}

// servicePrefix turns a service id ("Directory Service") into the exception
// prefix ("Directory"). In lower case it is the name in a resource ARN.
export function servicePrefix(serviceId) {
  return pascal(serviceId)
    .replace(/^(Amazon|Aws)(?=.)/, '')
    .replace(/(?<=.)Service$/, '');
}

// action turns an operation into the API action, the name of the Java method:
// the acronym or capital it begins with goes to lower case.
export function action(operation) {
  const [acronym] = /^[A-Z]+(?![a-z])|^[A-Z]|^/.exec(operation);
  return acronym.toLowerCase() + operation.slice(acronym.length);
}

// parameter turns a member into the parameter: the name of the Java method with
// a capital, DbInstanceIdentifier for DBInstanceIdentifier, but ContentMD5. The
// developer guide: "fields for equals will be referred to as EqualsValue".
export function parameter(member) {
  const method = action(member);
  const name = method[0].toUpperCase() + method.slice(1);
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) throw new Error(`no parameter name for member ${member}`);
  return name === 'Equals' ? 'EqualsValue' : name;
}
